import type { Clock } from '../clock';

type Parts = {
  readonly clock: Clock;
  /** Rings what is due; must not reject. */
  readonly check: () => Promise<void>;
  /** Milliseconds until the next reminder, null when none waits. */
  readonly untilNext: () => number | null;
  /** The clock was set, or the computer slept. */
  readonly clockMoved: (now: number) => void;
  /** `setTimeout`, or a test's own. @returns how to call it off */
  readonly later: (run: () => void, ms: number) => () => void;
};

export type Ticker = {
  /** Looks at the clock now, for instance after a new schedule. */
  readonly tickNow: () => Promise<void>;
  /** The computer woke up or was unlocked: tells so, whatever the clocks say, and looks at once. */
  readonly wakeUp: () => Promise<void>;
  readonly stop: () => void;
};

/** Longest time between two looks at the clock. Long timers are no use: they sleep with the computer. */
export const longestWaitMs = 5_000;
const shortestWaitMs = 50;
/** Normal drift between the two clocks in one wait is far below this. */
const jumpMs = 2_000;

/**
 * Looks at the clock at least every 5 s, and exactly when the next reminder is due. A wall clock that moved
 * otherwise than the steady one was set, or slept: the window is told, because its countdowns are wrong now.
 */
export function startTicker({ clock, check, untilNext, clockMoved, later }: Parts): Ticker {
  let last = { now: clock.now(), elapsed: clock.elapsed() };
  let callOff: () => void = () => undefined;
  let running = true;

  function noticeJump(isWakeUp: boolean): void {
    const next = { now: clock.now(), elapsed: clock.elapsed() };
    const drift = next.now - last.now - (next.elapsed - last.elapsed);
    last = next;
    if (isWakeUp || Math.abs(drift) > jumpMs) clockMoved(next.now);
  }

  function plan(): void {
    callOff();
    if (!running) return;
    const wait = Math.min(longestWaitMs, Math.max(shortestWaitMs, untilNext() ?? longestWaitMs));
    callOff = later(() => void look(false), wait);
  }

  async function look(isWakeUp: boolean): Promise<void> {
    noticeJump(isWakeUp);
    await check();
    plan();
  }

  plan();
  return {
    tickNow: () => look(false),
    wakeUp: () => look(true),
    stop: () => {
      running = false;
      callOff();
    },
  };
}
