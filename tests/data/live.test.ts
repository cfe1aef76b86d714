import { freshDatabase } from './fresh-database';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { settleLiveReadings } from '../../electron/dev/settled-dexie';
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

test('a live reading that has its answer does not look at what changes elsewhere', async () => {
  const settled = async () => {
    const one = watched(true);
    await vi.waitFor(() => {
      expect(one.told).toHaveLength(1);
    });
    return one;
  };
  const looksElsewhere = (): number => {
    const look = vi.fn<() => undefined>();
    Dexie.on.storagemutated.fire(Object.defineProperty({}, 'idb://x/y/', { enumerable: true, get: look }));
    return look.mock.calls.length;
  };
  const { told, seen } = await settled();
  const before = looksElsewhere();
  await settled();
  expect(looksElsewhere()).toBe(before);
  await put(2);
  await vi.waitFor(() => {
    expect(told.at(-1)).toBe('undefined 2');
  });
  expect(seen.reads).toBe(2);
});

test('what changes while a live reading reads is not missed, though it never asked for that before', async () => {
  let release: () => void = () => undefined;
  let asked = false;
  const told: unknown[] = [];
  stops.push(
    watch(
      async () => {
        const zoom = await database().settings.get('zoom');
        if (zoom === undefined) return 'none';
        const theme = await database().settings.get('theme');
        if (!asked) {
          asked = true;
          await new Dexie.Promise<void>((resolve) => (release = resolve));
        }
        return theme?.value;
      },
      (value) => told.push(value),
      (error) => told.push(error),
    ),
  );
  await vi.waitFor(() => {
    expect(told).toEqual(['none']);
  });
  await database().settings.put({ key: 'zoom', value: 1 });
  await vi.waitFor(() => {
    expect(asked).toBe(true);
  });
  await put(3);
  release();
  await vi.waitFor(() => {
    expect(told.at(-1)).toBe('3');
  });
});

test('another Dexie than the one our change was written for is named, not half changed', () => {
  expect(() => settleLiveReadings('let accumMuts = [];')).toThrow(/Dexie has changed/u);
});
