import type { Case, WaitingOn } from './case';
import { isWaiting, type Commitment } from './commitment';
import type { CaseId } from './ids';

/** Bands of the Today screen, in their order. `noNext`: an open case without a next date is a fault to mend (R7). */
export const todayBands = ['overdue', 'soon', 'today', 'noNext', 'waiting', 'later'] as const;
export type TodayBand = (typeof todayBands)[number];

/** One row: a platform deadline, a follow-up, or a promise to the buyer. */
export type TodayItem = {
  /** Stable over re-reads. */
  readonly key: string;
  readonly item: Case;
  readonly kind: 'deadline' | 'followUp' | 'commitment' | 'none';
  /** For `commitment`: the promise. */
  readonly promise?: Commitment;
  readonly ruleId: string | null;
  readonly dueAt: number | null;
  readonly shadowDueAt: number | null;
  readonly onMiss: string;
  /** True when the clock runs against the other side. */
  readonly theirs: boolean;
  /** Whom it waits for: the one whose clock runs, else whom the case waits on. */
  readonly waitsOn: WaitingOn;
  readonly band: TodayBand;
};

/** A running deadline as the Today screen needs it. Times are epoch ms. */
export type RunningDeadline = {
  readonly caseId: CaseId;
  readonly ruleId: string;
  readonly dueAt: number;
  readonly shadowDueAt: number | null;
  readonly onMiss: string;
  readonly actor: string;
};

const hour = 3_600_000;

/**
 * Sorts all open work into bands: overdue, due within two hours, today, no next step, waiting on somebody, later.
 * Promises of closed cases are among it: they are owed all the same.
 * @param endOfToday first instant of tomorrow in Shanghai, epoch ms
 */
export function arrangeToday(
  cases: readonly Case[],
  deadlines: readonly RunningDeadline[],
  now: number,
  endOfToday: number,
  promises: readonly { readonly one: Commitment; readonly item: Case }[] = [],
): readonly TodayItem[] {
  const byCase = new Map(cases.map((item) => [item.id, item]));
  const rows: TodayItem[] = [];
  const covered = new Set<CaseId>();
  for (const one of [...deadlines].sort((a, b) => a.dueAt - b.dueAt)) {
    const item = byCase.get(one.caseId);
    if (item === undefined) continue;
    const theirs = one.actor !== 'merchant' && one.actor !== 'both';
    // Only the soonest of our own clocks: the next one takes its place once it is answered.
    if (!theirs && covered.has(item.id)) continue;
    if (!theirs) covered.add(item.id);
    rows.push({
      key: `${item.id}:${one.ruleId}`,
      item,
      kind: 'deadline',
      ruleId: one.ruleId,
      dueAt: one.dueAt,
      shadowDueAt: one.shadowDueAt,
      onMiss: one.onMiss,
      theirs,
      waitsOn: theirs ? waitedFor(one.actor) : item.waitingOn,
      // 24:00 is still today.
      band: theirs ? 'waiting' : bandOf(one.dueAt, item, now, endOfToday + 1),
    });
  }
  for (const item of cases) {
    if (item.nextActionAt === null && covered.has(item.id)) continue;
    rows.push({
      key: `${item.id}:next`,
      item,
      kind: item.nextActionAt === null ? 'none' : 'followUp',
      ruleId: null,
      dueAt: item.nextActionAt,
      shadowDueAt: null,
      onMiss: 'none',
      theirs: false,
      waitsOn: item.waitingOn,
      band: item.nextActionAt === null ? 'noNext' : bandOf(item.nextActionAt, item, now, endOfToday),
    });
  }
  for (const { one, item } of promises) {
    if (one.state !== 'open' || one.dueAt === 0) continue;
    rows.push({
      key: `${item.id}:promise:${one.id}`,
      item,
      kind: 'commitment',
      promise: one,
      ruleId: null,
      dueAt: one.dueAt,
      shadowDueAt: null,
      onMiss: 'none',
      theirs: false,
      waitsOn: item.waitingOn,
      band: promiseBand(one, now, endOfToday),
    });
  }
  return rows.sort(
    (a, b) =>
      todayBands.indexOf(a.band) - todayBands.indexOf(b.band) ||
      (a.dueAt ?? 0) - (b.dueAt ?? 0) ||
      (a.key < b.key ? -1 : 1),
  );
}

/** Whoever is neither buyer, courier nor supplier acts for the platform: its staff, its cashier, its insurer. */
function waitedFor(actor: string): WaitingOn {
  return actor === 'buyer' || actor === 'courier' || actor === 'supplier' ? actor : 'platform';
}

function bandOf(dueAt: number, item: Case, now: number, endOfToday: number): TodayBand {
  if (dueAt <= now) return 'overdue';
  if (dueAt <= now + 2 * hour) return 'soon';
  if (dueAt < endOfToday) return 'today';
  return item.waitingOn === 'us' && (item.waitingPerson ?? null) === null ? 'later' : 'waiting';
}

/** A look at whether the trigger has come is never late: nothing was missed yet. */
function promiseBand(one: Commitment, now: number, endOfToday: number): TodayBand {
  if (isWaiting(one)) return one.dueAt < endOfToday ? 'today' : 'waiting';
  if (one.dueAt <= now) return 'overdue';
  if (one.dueAt <= now + 2 * hour) return 'soon';
  return one.dueAt < endOfToday ? 'today' : 'later';
}
