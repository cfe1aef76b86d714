import { readCaseClocks, type CaseClock } from './case-clocks';
import { commitmentTables, syncCommitments } from './commitment-repository';
import { database } from './database';
import { makeId } from './make-id';
import { ruleKey } from './rule-layers';
import { ruleTables } from './rule-repository';
import { actionsOf, gateTables, passGates, type GatePass } from './gate-repository';
import { anchorEvent, anchorOf } from '#shared/deadlines/occurrences';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { DeadlineRule, Unit } from '#shared/deadlines/rule';
import type { DeadlineRecord, DeadlineState } from './records';

const hour = 3_600_000;
const unitMs: Readonly<Record<Unit, number>> = {
  second: 1000,
  minute: 60_000,
  hour,
  day: 24 * hour,
  // A lead only says when to ring; a working day before is rung a calendar day before.
  workday: 24 * hour,
  month: 30 * 24 * hour,
};

/** How long before its end a deadline rings (ms). `start` means at once, which needs no alarm. */
function leadsOf(rule: DeadlineRule, startedAt: number, dueAt: number): readonly number[] {
  return rule.remind.flatMap((remind) => {
    if ('before' in remind) return [remind.before.n * unitMs[remind.before.unit]];
    return remind.at === 'half' ? [Math.floor((dueAt - startedAt) / 2)] : [];
  });
}

/** Tables {@link syncDeadlines} reads and writes; a caller's transaction has to cover them. */
export function deadlineTables() {
  return [database().deadlines, ...commitmentTables(), ...ruleTables()];
}

type Row = DeadlineRecord & { readonly rule: DeadlineRule };

function stateOf(item: Case, { rule, result }: CaseClock): DeadlineState | null {
  if (result.state === 'closed') return result.due === null ? null : 'ended';
  if (result.due === null) return result.state === 'paused' ? 'paused' : null;
  return item.answered[rule.id] === undefined ? 'running' : 'answered';
}

/** The clock as it lies in the table; nothing while its time is not known. */
function toRow(item: Case, clock: CaseClock): readonly Row[] {
  const { rule, result } = clock;
  const state = stateOf(item, clock);
  if (state === null) return [];
  return [
    {
      id: `${item.id}:${rule.id}`,
      caseId: item.id,
      ruleId: rule.id,
      ruleVersion: rule.version,
      ruleKey: ruleKey(rule),
      inputs: item.events,
      typed: item.typedDue[rule.id] !== undefined,
      actor: rule.actor,
      dueAt: result.due ?? 0,
      shadowDueAt: result.shadowDue,
      onMiss: rule.onMiss,
      state,
      rule,
    },
  ];
}

/**
 * Computes a case's deadlines from its events and brings the stored ones, its promises and all their reminders in
 * line. Call inside a transaction over {@link deadlineTables}. Deadlines of a closed case rest, promises do not.
 */
export async function syncDeadlines(item: Case, now: number): Promise<void> {
  const { deadlines, reminders } = database();
  const open = item.status === 'open' && item.deletedAt === null;
  const rows = open ? (await readCaseClocks(item, now)).flatMap((clock) => toRow(item, clock)) : [];
  const mine = deadlines.where('caseId').equals(item.id);
  if (open) {
    await mine.delete();
    await deadlines.bulkPut(rows.map(({ rule: _rule, ...row }) => row));
  } else {
    await mine.modify({ state: 'ended' });
  }

  const wanted = rows
    .filter((row) => row.state === 'running' && (row.actor === 'merchant' || row.actor === 'both'))
    .flatMap((row) => {
      const startedAt = anchorOf(item.events, anchorEvent(row.rule)) ?? now;
      return leadsOf(row.rule, startedAt, row.dueAt).map((leadMs) => ({ row, leadMs }));
    })
    .map(({ row, leadMs }) => ({ row, leadMs, dueAt: row.dueAt - leadMs }));
  const old = await reminders.where('caseId').equals(item.id).toArray();
  const key = (ruleId: string | null, dueAt: number): string => `${ruleId ?? ''}@${dueAt}`;
  const wantedKeys = new Set(wanted.map(({ row, dueAt }) => key(row.ruleId, dueAt)));
  const stale = old.filter((one) => one.kind === 'deadline' && !wantedKeys.has(key(one.ruleId, one.dueAt)));
  await reminders.bulkDelete(stale.filter((one) => one.state === 'pending').map((one) => one.id));
  const known = new Set(old.map((one) => key(one.ruleId, one.dueAt)));
  await reminders.bulkAdd(
    wanted
      // A lead that was already over when the case was filed is not an alarm that was missed.
      .filter(({ row, dueAt }) => dueAt > now && !known.has(key(row.ruleId, dueAt)))
      .map(({ row, leadMs, dueAt }) => ({
        id: makeId<'reminder'>(now),
        caseId: item.id,
        kind: 'deadline' as const,
        text: row.rule.title.zh,
        dueAt,
        state: 'pending' as const,
        ruleId: row.ruleId,
        leadMs,
        firedAt: null,
        createdAt: now,
        sample: item.sample,
      })),
  );
  await syncCommitments(item, now);
}

/** A case's deadlines that run or were answered, soonest first. */
export async function listDeadlines(caseId: CaseId): Promise<DeadlineRecord[]> {
  const rows = await database().deadlines.where('caseId').equals(caseId).toArray();
  return rows
    .filter(({ state }) => state === 'running' || state === 'answered')
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** Every running deadline, soonest first. */
export function listRunningDeadlines(): Promise<DeadlineRecord[]> {
  return database().deadlines.where('[state+dueAt]').between(['running', 0], ['running', Infinity]).toArray();
}

type Line = Parameters<typeof appendEvent>;

/** Tables that {@link recordEvent} and its like read and write. */
export function changeTables() {
  const { cases, events } = database();
  return [...new Set([cases, events, ...deadlineTables(), ...gateTables()])];
}

/** Changes a case, computes its clocks anew and writes the line into its history; all or nothing. */
async function changeCase(
  caseId: CaseId,
  now: number,
  change: (item: Case) => Partial<Case>,
  line: (item: Case) => readonly [kind: Line[1], data: Line[2]],
  before?: (item: Case) => Promise<void>,
): Promise<void> {
  const db = database();
  await db.transaction('rw', changeTables(), async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) return;
    await before?.(item);
    const changed = { ...item, ...change(item), updatedAt: now };
    await db.cases.put(changed);
    await syncDeadlines(changed, now);
    await appendEvent(caseId, ...line(item), now);
  });
}

/** Marks a deadline as answered by the seller at `now`; its reminders stop. */
export async function answerDeadline(caseId: CaseId, ruleId: string, now: number): Promise<void> {
  await changeCase(
    caseId,
    now,
    ({ answered }) => ({ answered: { ...answered, [ruleId]: now } }),
    () => ['deadlineAnswered', { ruleId }],
  );
}

/**
 * Sets the countdown the platform's back office shows (it wins over the computed one), or another agreed time under
 * the name of its field. Null goes back to computing.
 */
export async function typeDeadline(
  caseId: CaseId,
  ruleId: string,
  dueAt: number | null,
  now: number,
): Promise<void> {
  await changeCase(
    caseId,
    now,
    ({ typedDue: { [ruleId]: _old, ...others } }) => ({
      typedDue: dueAt === null ? others : { ...others, [ruleId]: dueAt },
    }),
    () => ['deadlineTyped', { ruleId, dueAt }],
  );
}

/**
 * Records when something happened in a case (epoch ms), under the name the rules know it by; null takes it back.
 * An event that happens again goes under {@link nextOccurrence}. One that stands for a refund, a decision or goods
 * going out meets the gates first: throws `gateClosed`.
 */
export async function recordEvent(
  caseId: CaseId,
  event: string,
  at: number | null,
  now: number,
  pass: GatePass = {},
): Promise<void> {
  await changeCase(
    caseId,
    now,
    ({ events: { [event]: _old, ...others } }) => ({
      events: at === null ? others : { ...others, [event]: at },
    }),
    ({ events }) => ['eventRecorded', { event, at, was: events[event] ?? null }],
    async (item) => {
      // Taking a time back, or mending one that stands, does nothing that a gate guards.
      if (at === null || item.events[event] !== undefined) return;
      await passGates(item, actionsOf(item, event, pass), pass.override, now);
    },
  );
}

/** The name for one more occurrence of an event: its own, then `name#2`, `name#3`. */
export function nextOccurrence(events: Readonly<Record<string, number>>, event: string): string {
  if (events[event] === undefined) return event;
  let count = 2;
  while (events[`${event}#${count}`] !== undefined) count += 1;
  return `${event}#${count}`;
}

/** Lets a clock go over to the rule as it is now, because the seller wants it to. */
export async function adoptRule(caseId: CaseId, ruleId: string, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', changeTables(), async () => {
    await db.deadlines.delete(`${caseId}:${ruleId}`);
    await changeCase(
      caseId,
      now,
      () => ({}),
      () => ['ruleAdopted', { ruleId }],
    );
  });
}

/** Computes every open case anew: the work calendar or a platform's pauses have changed. */
export async function syncOpenCases(now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, ...deadlineTables()], async () => {
    const open = await db.cases.where('[status+nextSort]').between(['open', 0], ['open', Infinity]).toArray();
    for (const item of open) await syncDeadlines(item, now);
  });
}
