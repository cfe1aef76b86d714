import { describe, expect, test } from 'vitest';
import { longestWaitMs, startTicker } from '../../../electron/main/reminders/ticker';

function setup(untilNext: () => number | null = () => null) {
  const time = { now: 1_000_000, elapsed: 0 };
  const waits: number[] = [];
  const moved: number[] = [];
  let checks = 0;
  let pending: (() => void) | null = null;
  const ticker = startTicker({
    clock: { now: () => time.now, elapsed: () => time.elapsed },
    check: () => {
      checks += 1;
      return Promise.resolve();
    },
    untilNext,
    clockMoved: (now) => moved.push(now),
    later: (run, ms) => {
      waits.push(ms);
      pending = run;
      return () => {
        if (pending === run) pending = null;
      };
    },
  });
  /** Lets the planned look at the clock happen, `wall` ms later by the wall clock. */
  const pass = async (wall: number, elapsed = wall) => {
    time.now += wall;
    time.elapsed += elapsed;
    pending?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ticker, time, waits, moved, pass, checks: () => checks, isPlanned: () => pending !== null };
}

describe('the ticker', () => {
  test.each([null, 31 * 86_400_000, 5 * 365 * 86_400_000, 2 ** 31])(
    'never waits longer than 5 s, with the next reminder in %s ms',
    async (ahead) => {
      const { waits, pass } = setup(() => ahead);
      await pass(longestWaitMs);
      await pass(longestWaitMs);
      expect(waits).toEqual([5000, 5000, 5000]);
      expect(longestWaitMs).toBeLessThanOrEqual(15_000);
    },
  );

  test('looks exactly when the next reminder is due', () => {
    expect(setup(() => 1234).waits).toEqual([1234]);
  });

  test('does not spin on an overdue one', () => {
    expect(setup(() => -10_000).waits).toEqual([50]);
  });

  test('checks at every look', async () => {
    const { pass, checks } = setup();
    await pass(5000);
    await pass(5000);
    expect(checks()).toBe(2);
  });

  test.each([
    ['set forward', 5000 + 3_600_000, 5000],
    ['set back', 5000 - 3_600_000, 5000],
    ['slept through', 8 * 3_600_000, 5000],
  ])('tells when the clock was %s', async (_what, wall, elapsed) => {
    const { time, moved, pass } = setup();
    await pass(wall, elapsed);
    expect(moved).toEqual([time.now]);
    await pass(5000);
    expect(moved).toHaveLength(1);
  });

  test('keeps quiet about ordinary drift', async () => {
    const { moved, pass } = setup();
    await pass(5000, 4900);
    await pass(5000, 5900);
    expect(moved).toEqual([]);
  });

  test('a wake-up is told once, with or without a jump', async () => {
    const { ticker, time, moved } = setup();
    await ticker.wakeUp();
    expect(moved).toEqual([1_000_000]);
    time.now += 3_600_000;
    await ticker.wakeUp();
    await ticker.tickNow();
    expect(moved).toEqual([1_000_000, 4_600_000]);
  });

  test('a look in between replaces the planned one', async () => {
    const { ticker, waits, checks, isPlanned } = setup();
    await ticker.tickNow();
    expect(checks()).toBe(1);
    expect(waits).toHaveLength(2);
    ticker.stop();
    expect(isPlanned()).toBe(false);
    await ticker.tickNow();
    expect(isPlanned()).toBe(false);
  });
});
