import { freshDatabase } from './fresh-database';
import { afterEach, expect, test, vi } from 'vitest';
import { calmLive, watch } from '../../renderer/data/live';
import { database } from '../../renderer/data/database';

freshDatabase();

const stops: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const stop of stops.splice(0)) stop();
});

const put = (value: number) => database().settings.put({ key: 'theme', value: String(value) });

/** What a live reading has told so far, and how often it has read. Two questions: both have to be watched. */
function watched(isAsync: boolean) {
  const told: unknown[] = [];
  const seen = { reads: 0 };
  const both = async (): Promise<string> => {
    seen.reads += 1;
    const zoom = await database().settings.get('zoom');
    const theme = await database().settings.get('theme');
    return `${String(zoom?.value)} ${String(theme?.value)}`;
  };
  const read = isAsync ? async () => both() : () => both();
  stops.push(
    watch(
      read,
      (value) => told.push(value),
      (error) => told.push(error),
    ),
  );
  return { told, seen };
}

/** From here on the clock stands still. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
}

test.each([false, true])('a live reading is told of each change (async function: %s)', async (isAsync) => {
  const { told } = watched(isAsync);
  await vi.waitFor(() => {
    expect(told).toEqual(['undefined undefined']);
  });
  await put(1);
  await vi.waitFor(() => {
    expect(told.at(-1)).toBe('undefined 1');
  });
});

test.each([false, true])(
  'while much changes it rests between two readings, and has the newest when calm is over (async function: %s)',
  async (isAsync) => {
    stops.push(calmLive());
    const stir = calmLive();
    stops.push(stir);
    const { told, seen } = watched(isAsync);
    await vi.waitFor(() => {
      expect(told).toEqual(['undefined undefined']);
    });
    stopClock();
    const before = seen.reads;
    for (let value = 1; value <= 20; value += 1) await put(value);
    expect(seen.reads).toBe(before);
    stir();
    stir();
    await put(21);
    // Two had asked for calm, and one of them still wants it.
    expect(seen.reads).toBe(before);
    stops.shift()?.();
    await vi.waitFor(() => {
      expect(told.at(-1)).toBe('undefined 21');
    });
    expect(seen.reads).toBeLessThanOrEqual(before + 2);
  },
);

test('a rest is over after a while, also when changes go on', async () => {
  stops.push(calmLive());
  const { told, seen } = watched(false);
  await vi.waitFor(() => {
    expect(told).toHaveLength(1);
  });
  stopClock();
  const before = seen.reads;
  for (let value = 1; value <= 5; value += 1) await put(value);
  await vi.waitFor(async () => {
    await vi.runOnlyPendingTimersAsync();
    expect(told.at(-1)).toBe('undefined 5');
  });
  expect(seen.reads).toBe(before + 1);
});
