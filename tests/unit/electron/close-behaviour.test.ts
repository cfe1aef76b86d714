import { describe, expect, test } from 'vitest';
import {
  type CloseAnswer,
  closeHandler,
  type CloseFacts,
  onClose,
} from '../../../electron/main/close-behaviour';

const facts: CloseFacts = { quitting: false, hasTray: true, closeTo: 'ask' };

test.each([
  [{}, 'ask'],
  [{ closeTo: 'tray' }, 'hide'],
  [{ closeTo: 'quit' }, 'close'],
  [{ hasTray: false }, 'close'],
  [{ hasTray: false, closeTo: 'tray' }, 'close'],
  [{ quitting: true }, 'close'],
  [{ quitting: true, closeTo: 'tray' }, 'close'],
] as const)('a close click with %o means %s', (part, expected) => {
  expect(onClose({ ...facts, ...part })).toBe(expected);
});

/** A window whose seller answers the question as told. */
function setup(answer: () => Promise<CloseAnswer>) {
  const done: string[] = [];
  let asked = 0;
  let closeTo: CloseFacts['closeTo'] = 'ask';
  const handle = closeHandler({
    facts: () => ({ ...facts, closeTo }),
    ask: () => {
      asked += 1;
      return answer();
    },
    remember: (choice) => {
      closeTo = choice;
      done.push(`remember ${choice}`);
    },
    hide: () => done.push('hide'),
    quit: () => done.push('quit'),
  });
  const click = async () => {
    let prevented = false;
    handle({ preventDefault: () => (prevented = true) });
    await new Promise((resolve) => setImmediate(resolve));
    return prevented;
  };
  return { click, done, asked: () => asked };
}

describe('the close button', () => {
  test('asks once, remembers the tray and hides; the next click hides without a question', async () => {
    const { click, done, asked } = setup(() => Promise.resolve('tray'));
    expect(await click()).toBe(true);
    expect(done).toEqual(['remember tray', 'hide']);
    await click();
    expect(asked()).toBe(1);
    expect(done).toEqual(['remember tray', 'hide', 'hide']);
  });

  test('remembers quitting, and the next click closes', async () => {
    const { click, done } = setup(() => Promise.resolve('quit'));
    await click();
    expect(done).toEqual(['remember quit', 'quit']);
    expect(await click()).toBe(false);
  });

  test('cancel keeps the window and asks again next time', async () => {
    const { click, done, asked } = setup(() => Promise.resolve('stay'));
    await click();
    await click();
    expect(done).toEqual([]);
    expect(asked()).toBe(2);
  });

  test('a second click while the question stands asks no second one', async () => {
    let answer: (value: CloseAnswer) => void = () => undefined;
    const { click, asked } = setup(() => new Promise((resolve) => (answer = resolve)));
    await click();
    await click();
    expect(asked()).toBe(1);
    answer('stay');
  });
});
