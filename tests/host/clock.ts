/**
 * Lets a test move the main process's wall clock: an offset on `Date`, so time keeps running. `performance.now()`
 * and timers stay as they are, like on a computer whose clock was set.
 */
const RealDate = globalThis.Date;
let offsetMs = 0;

/** Puts the shifting Date in place. Only for runs that a test drives. */
export function installClock(initialOffsetMs: number): void {
  offsetMs = initialOffsetMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: readonly unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + offsetMs] : args, newTarget) as object,
    apply: () => new RealDate(RealDate.now() + offsetMs).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? shiftedNow : (Reflect.get(target, property, receiver) as unknown),
  });
}

function shiftedNow(): number {
  return RealDate.now() + offsetMs;
}

/** Milliseconds added to the real time from now on. */
export function setClockOffset(nextOffsetMs: number): void {
  offsetMs = nextOffsetMs;
}
