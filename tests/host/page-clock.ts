/**
 * Shifts a page's wall clock by an offset, so time keeps running. Runs inside the page (its text is sent there), at
 * the start of each document and again on every move; it must not use anything from outside itself.
 */
function shiftPageClock(offsetMs: number): void {
  const key = Symbol.for('stand-in.clock');
  const world = globalThis as unknown as Record<symbol, { offset: number } | undefined>;
  const installed = world[key];
  if (installed !== undefined) {
    installed.offset = offsetMs;
    return;
  }
  const clock = { offset: offsetMs };
  world[key] = clock;
  const RealDate = Date;
  const now = (): number => RealDate.now() + clock.offset;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: readonly unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
  type Instant = {
    readonly add: (duration: { readonly milliseconds: number }) => Instant;
    readonly toZonedDateTimeISO: (zone: string) => Zoned;
  };
  type Zoned = {
    readonly toPlainDateTime: () => unknown;
    readonly toPlainDate: () => unknown;
    readonly toPlainTime: () => unknown;
  };
  type Now = { instant: () => Instant; timeZoneId: () => string } & Record<string, unknown>;
  const { Temporal } = globalThis as unknown as { readonly Temporal?: { readonly Now: Now } };
  if (Temporal === undefined) return;
  const realInstant = Temporal.Now.instant.bind(Temporal.Now);
  const instant = (): Instant => realInstant().add({ milliseconds: clock.offset });
  const zoned = (zone?: string): Zoned => instant().toZonedDateTimeISO(zone ?? Temporal.Now.timeZoneId());
  Object.assign(Temporal.Now, {
    instant,
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone?: string) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone?: string) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone?: string) => zoned(zone).toPlainTime(),
  });
}

/** {@link shiftPageClock} as script text; TypeScript runners leave `__name` helpers in functions, hence the shim. */
export function pageClockScript(offsetMs: number): string {
  return `(() => { const __name = (target) => target; (${shiftPageClock.toString()})(${offsetMs}); })()`;
}
