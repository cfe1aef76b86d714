/** What a rule rests on; the three are never mixed on screen. */
export type Basis = 'platform' | 'law' | 'house';

/** Whose duty the clock is. */
export type Actor =
  | 'merchant'
  | 'buyer'
  | 'platform'
  | 'system'
  | 'courier'
  | 'supplier'
  | 'insurer'
  | 'payment'
  | 'authority'
  | 'both';

/** What happens when the clock runs out (TK23). */
export type OnMiss =
  | 'auto_agree'
  | 'auto_refund'
  | 'auto_refund_no_return'
  | 'close_case'
  | 'deemed_received'
  | 'decide_on_file'
  | 'penalty'
  | 'none';

export type Confidence = 'high' | 'medium' | 'low';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'workday' | 'month';

/** A length of time; `workday` follows the State Council calendar, all others run through weekends. */
export interface Span {
  readonly n: number;
  readonly unit: Unit;
}

/** Daily service hours; time outside them does not count (TK5, TK6). `close` may be 24:00 or lie past midnight. */
export interface ServiceClock {
  readonly open: string;
  readonly close: string;
  readonly days: 'all' | 'workdays';
}

/** `roll` moves a result that falls on such a day to the same time of the next day that is none (节假日顺延). */
export type Roll = 'holiday' | 'nonworkday';

export interface DurationTiming {
  readonly kind: 'duration';
  readonly n: number;
  readonly unit: Unit;
  /** Counts from this event instead of the rule's own. */
  readonly event?: string | undefined;
  readonly start?: 'event' | 'next_midnight' | undefined;
  readonly clock?: ServiceClock | undefined;
  readonly roll?: Roll | undefined;
}

export interface CutoffStep {
  /** Last time of day (inclusive) for which this step counts; the last step has none. */
  readonly before?: string | undefined;
  readonly dueDay: number;
  readonly dueAt: string;
}

export interface CutoffTiming {
  readonly kind: 'cutoff';
  readonly event?: string | undefined;
  readonly steps: readonly CutoffStep[];
  readonly roll?: Roll | undefined;
}

export interface WindowTiming {
  readonly kind: 'window';
  readonly event?: string | undefined;
  readonly dueDay: number;
  readonly openAt: string;
  readonly closeAt: string;
  readonly roll?: Roll | undefined;
}

export interface CombinedTiming {
  readonly kind: 'latest' | 'earliest';
  readonly of: readonly Timing[];
}

/** A recurring round; never due, only "not done yet" (TK16). */
export interface PatrolTiming {
  readonly kind: 'patrol';
  readonly every: Span;
  readonly between?: readonly [string, string] | undefined;
}

/** An instant somebody typed in or agreed on (TK19). */
export interface ManualTiming {
  readonly kind: 'manual';
  readonly field: string;
}

export type Timing =
  | DurationTiming
  | CutoffTiming
  | WindowTiming
  | CombinedTiming
  | PatrolTiming
  | ManualTiming;

/** What a later event does to a running clock (TK11 to TK14). */
export interface Adjust {
  readonly on: string;
  /** Shortens to event + cap, never lengthens. */
  readonly cap?: Span | undefined;
  /** Nobody may shorten below event + floor; without a cap it yields the shadow deadline. */
  readonly floor?: Span | undefined;
  /** The new value is unknown: ask the seller for the countdown on screen. */
  readonly ask?: boolean | undefined;
  /** Goes back to the value before the last cap. */
  readonly restore?: boolean | undefined;
  readonly extend?: Span | undefined;
  /** Who may extend. */
  readonly by?: Actor | undefined;
  /** How often the extension counts. */
  readonly times?: number | undefined;
  /** The extension is possible only in this last stretch before the deadline. */
  readonly opens?: { readonly before: Span } | undefined;
  /** No extension while the clock stands still, e.g. once a refund is filed (T10). */
  readonly notWhilePaused?: boolean | undefined;
  readonly pause?: boolean | undefined;
  readonly resume?: boolean | undefined;
}

/** A stretch of the year, both days included: `2026-10-20` or, every year again, `10-20`. */
export interface DateRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type WhereValue = string | number | boolean | readonly (string | number | boolean)[] | DateRange;

/**
 * Facts a case must have (TK22): a list means "one of", `xxxMax` and `xxxMin` compare the fact `xxx` (amounts
 * in yuan, as the rules quote them), `appliedBetween` is a time-of-day range of the anchor event, a date range
 * is a season it has to lie in.
 */
export type Where = Readonly<Record<string, WhereValue>>;

/** When to ring: some time before the deadline, at once, or half-way. */
export type Remind = { readonly before: Span } | { readonly at: 'start' | 'half' };

export interface RuleSource {
  /** Row of platform-deadlines.md, e.g. `S47`. */
  readonly ref: string;
  readonly url: string | null;
  readonly date: string | null;
  /** Further rows the rule also rests on. */
  readonly also?: readonly string[] | undefined;
}

export interface DeadlineRule {
  readonly id: string;
  readonly version: number;
  readonly basis: Basis;
  /** A platform id of the app, or `any`; a file may name a platform the app does not know. */
  readonly platform: string;
  /** The anchor; patrols and typed-in deadlines may have none. */
  readonly event?: string | undefined;
  readonly where?: Where | undefined;
  /** False: applies only when the case states the facts of `where`; otherwise unknown facts count as met. */
  readonly assume?: boolean | undefined;
  readonly actor: Actor;
  readonly timing: Timing;
  readonly adjust?: readonly Adjust[] | undefined;
  /** The act itself becomes possible only in this last stretch before the deadline (T11). */
  readonly opens?: { readonly before: Span } | undefined;
  /** Attempts allowed, shown next to the deadline (TK21). */
  readonly attempts?: number | undefined;
  /** Events that end the duty. */
  readonly closes?: readonly string[] | undefined;
  readonly onMiss: OnMiss;
  readonly remind: readonly Remind[];
  /** In force from / to, Shanghai time; a bare `to` date is its last day, null is open. */
  readonly effective: { readonly from: string | null; readonly to: string | null };
  readonly source: RuleSource;
  readonly confidence: Confidence;
  readonly enabled: boolean;
  /** The duty, verb first. */
  readonly title: { readonly zh: string; readonly en: string };
  /** What the seller should know about the value, e.g. that sources disagree. */
  readonly note?: { readonly zh: string; readonly en: string } | undefined;
  /** Month in which somebody last compared the rule with its source, `YYYY-MM`; null = never. */
  readonly checkedOn: string | null;
}

/** A window in which a platform stops its countdowns (TK14); `to` is the moment they run again. */
export interface PlatformPause {
  readonly id: string;
  readonly platform: string;
  readonly from: string;
  readonly to: string;
  /** Rule ids, `*` as wildcard; without it all platform rules of that platform stop. */
  readonly rules?: readonly string[] | undefined;
}
