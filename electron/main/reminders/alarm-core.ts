import { type Hush, ringsFrom } from '#shared/domain/quiet-hours';
import type { FiredReminder, ScheduleEntry } from '#shared/ipc/contract';

/** A reminder that rang. Kept so that it can never ring again, and listed until the seller has seen it. */
export type FiredRecord = FiredReminder & { readonly acknowledgedAt: number | null };

/** All the alarm clock knows; plain data, stored as it is. */
export type AlarmState = {
  readonly schedule: readonly ScheduleEntry[];
  readonly fired: readonly FiredRecord[];
};

/** An entry that rings now, with its record. */
export type Ringing = { readonly entry: ScheduleEntry; readonly record: FiredRecord };

export const noAlarms: AlarmState = { schedule: [], fired: [] };

const keepAcknowledgedMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Rings everything that is due, may ring now and has not rung. Each occurrence rings once for ever, wherever the
 * clock goes; what is held back stays due. Of patrol rounds that came due together only the newest rings and is
 * listed: the ones before it cannot be walked any more. They are not noted down, for a clock that ran ahead by
 * mistake and is set back must not swallow the rounds of the days between.
 * @param now epoch ms
 * @param missedBefore epoch ms; what should have rung before it was slept through by a closed app, and is `missed`
 */
export function ringDue(
  state: AlarmState,
  now: number,
  missedBefore: number,
  hush: Hush,
): { readonly state: AlarmState; readonly ringing: readonly Ringing[] } {
  const due = state.schedule.filter((entry) => entry.dueAt <= now && ringsFrom(entry, now, hush) <= now);
  if (due.length === 0) return { state, ringing: [] };
  const known = new Set(state.fired.map((record) => record.occurrence));
  const isPast = pastRounds(state, now);
  const ringing = due
    .filter((entry) => !known.has(entry.occurrence) && !isPast(entry))
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map((entry) => ({ entry, record: recordOf(entry, now, missedBefore, hush) }));
  if (ringing.length === 0) return { state, ringing: [] };
  return { state: { ...state, fired: [...state.fired, ...ringing.map(({ record }) => record)] }, ringing };
}

/** Tells of a patrol round whether a later one of its kind has come due, so that it cannot be walked any more. */
function pastRounds(state: AlarmState, now: number): (entry: ScheduleEntry) => boolean {
  const newest = new Map<string, number>();
  const rounds = state.schedule.filter(({ kind }) => kind === 'patrol');
  const ids = new Set(rounds.map(({ reminderId }) => reminderId));
  for (const { reminderId, dueAt } of [...rounds, ...state.fired]) {
    if (dueAt <= now && ids.has(reminderId))
      newest.set(reminderId, Math.max(newest.get(reminderId) ?? dueAt, dueAt));
  }
  return ({ kind, reminderId, dueAt }) => kind === 'patrol' && dueAt < (newest.get(reminderId) ?? -Infinity);
}

function recordOf(entry: ScheduleEntry, now: number, missedBefore: number, hush: Hush): FiredRecord {
  const { occurrence, reminderId, caseId, dueAt } = entry;
  // Held back until the morning is not missed, whoever started the app during the night.
  const missed = ringsFrom(entry, dueAt, hush) < missedBefore;
  return { occurrence, reminderId, caseId, dueAt, firedAt: now, missed, acknowledgedAt: null };
}

/**
 * Replaces the schedule. An occurrence given twice counts once, the last wins; what rang stays rung. The window
 * hands over its whole schedule at every change: when nothing in it is new, the same state comes back.
 */
export function replaceSchedule(
  state: AlarmState,
  entries: readonly ScheduleEntry[],
  now: number,
): AlarmState {
  const unique = new Map(entries.map((entry) => [entry.occurrence, entry]));
  const schedule = [...unique.values()];
  return forgetOld(sameSchedule(schedule, state.schedule) ? state : { ...state, schedule }, now);
}

function sameSchedule(a: readonly ScheduleEntry[], b: readonly ScheduleEntry[]): boolean {
  return a.length === b.length && a.every((entry, index) => sameEntry(entry, b[index]));
}

function sameEntry(a: ScheduleEntry, b: ScheduleEntry | undefined): boolean {
  return (
    b !== undefined &&
    a.occurrence === b.occurrence &&
    a.reminderId === b.reminderId &&
    a.caseId === b.caseId &&
    a.dueAt === b.dueAt &&
    a.title === b.title &&
    a.body === b.body &&
    a.kind === b.kind &&
    a.endsAt === b.endsAt
  );
}

/** Takes rung occurrences off the list. Unknown and already acknowledged ones are ignored. */
export function acknowledge(state: AlarmState, occurrences: readonly string[], now: number): AlarmState {
  const seen = new Set(occurrences);
  const fired = state.fired.map((record) =>
    record.acknowledgedAt === null && seen.has(record.occurrence)
      ? { ...record, acknowledgedAt: now }
      : record,
  );
  return forgetOld({ ...state, fired }, now);
}

/** What rang and was not acknowledged yet, oldest first. */
export function unseen(state: AlarmState): readonly FiredReminder[] {
  return state.fired
    .filter((record) => record.acknowledgedAt === null)
    .map(({ acknowledgedAt: _acknowledgedAt, ...fired }) => fired);
}

/**
 * What rings next and when (epoch ms), what is held back included; null when nothing waits.
 * @param counts which entries are looked at
 */
export function nextAlarm(
  state: AlarmState,
  now: number,
  hush: Hush,
  counts: (entry: ScheduleEntry) => boolean = () => true,
): { readonly entry: ScheduleEntry; readonly at: number } | null {
  const known = new Set(state.fired.map((record) => record.occurrence));
  const isPast = pastRounds(state, now);
  let first: { readonly entry: ScheduleEntry; readonly at: number } | null = null;
  for (const entry of state.schedule) {
    if (known.has(entry.occurrence) || !counts(entry) || isPast(entry)) continue;
    const at = ringsFrom(entry, Math.max(entry.dueAt, now), hush);
    if (first === null || at < first.at) first = { entry, at };
  }
  return first;
}

/** A record may go when it was acknowledged 30 days ago and the schedule no longer names it. */
function forgetOld(state: AlarmState, now: number): AlarmState {
  const scheduled = new Set(state.schedule.map((entry) => entry.occurrence));
  const fired = state.fired.filter(
    (record) =>
      record.acknowledgedAt === null ||
      scheduled.has(record.occurrence) ||
      now - record.acknowledgedAt < keepAcknowledgedMs,
  );
  return fired.length === state.fired.length ? state : { ...state, fired };
}
