import { makeId } from './make-id';
import { database } from './database';
import { shippedCalendar } from '#shared/deadlines/calendar';
import { deadlinesForCase } from '#shared/deadlines/case-deadlines';
import { shippedRules } from '#shared/deadlines/rules/index';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { DeadlineRule, Unit } from '#shared/deadlines/rule';
import type { DeadlineRecord } from './records';

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

/** Tables {@link syncDeadlines} writes; a caller's transaction has to cover them. */
export function deadlineTables() {
  const { deadlines, reminders } = database();
  return [deadlines, reminders];
}

/**
 * Computes a case's deadlines from its events and brings the stored ones and their reminders in line. Call inside
 * a transaction over {@link deadlineTables}. A closed case has none.
 */
export async function syncDeadlines(item: Case, now: number): Promise<void> {
  const { deadlines, reminders } = database();
  const found =
    item.status === 'open' && item.deletedAt === null
      ? deadlinesForCase({
          platform: item.platform,
          caseType: item.type,
          at: item.events,
          fields: {},
          now,
          rules: shippedRules,
          calendar: shippedCalendar,
        })
      : [];
  const rows = found.flatMap(
    ({ rule, result }): readonly (DeadlineRecord & { readonly rule: DeadlineRule })[] => {
      const typedDue = item.typedDue[rule.id];
      const dueAt = typedDue ?? result.due;
      if (dueAt === null) return [];
      return [
        {
          id: `${item.id}:${rule.id}`,
          caseId: item.id,
          ruleId: rule.id,
          ruleVersion: rule.version,
          inputs: item.events,
          typed: typedDue !== undefined,
          actor: rule.actor,
          dueAt,
          shadowDueAt: typedDue === undefined ? result.shadowDue : null,
          onMiss: rule.onMiss,
          state: item.answered[rule.id] === undefined ? 'running' : 'answered',
          rule,
        },
      ];
    },
  );
  await deadlines.where('caseId').equals(item.id).delete();
  await deadlines.bulkPut(rows.map(({ rule: _rule, ...row }) => row));

  const wanted = rows
    .filter((row) => row.state === 'running' && row.actor === 'merchant')
    .flatMap((row) => {
      const startedAt = item.events[row.rule.event ?? ''] ?? now;
      return leadsOf(row.rule, startedAt, row.dueAt).map((leadMs) => ({ row, leadMs }));
    })
    .map(({ row, leadMs }) => ({ row, leadMs, dueAt: row.dueAt - leadMs }))
    // A lead that was already over when the case was filed is not an alarm that was missed.
    .filter(({ dueAt }) => dueAt > now);
  const old = await reminders.where('caseId').equals(item.id).toArray();
  const key = (ruleId: string | null, dueAt: number): string => `${ruleId ?? ''}@${dueAt}`;
  const wantedKeys = new Set(wanted.map(({ row, dueAt }) => key(row.ruleId, dueAt)));
  const stale = old.filter((one) => one.kind === 'deadline' && !wantedKeys.has(key(one.ruleId, one.dueAt)));
  await reminders.bulkDelete(stale.filter((one) => one.state === 'pending').map((one) => one.id));
  const known = new Set(old.map((one) => key(one.ruleId, one.dueAt)));
  await reminders.bulkAdd(
    wanted
      .filter(({ row, dueAt }) => !known.has(key(row.ruleId, dueAt)))
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
}

/** A case's deadlines, soonest first. */
export async function listDeadlines(caseId: CaseId): Promise<DeadlineRecord[]> {
  const rows = await database().deadlines.where('caseId').equals(caseId).toArray();
  return rows.sort((a, b) => a.dueAt - b.dueAt);
}

/** Every running deadline, soonest first. */
export function listRunningDeadlines(): Promise<DeadlineRecord[]> {
  return database().deadlines.where('[state+dueAt]').between(['running', 0], ['running', Infinity]).toArray();
}

/** Marks a deadline as answered by the seller at `now`; its reminders stop. */
export async function answerDeadline(caseId: CaseId, ruleId: string, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, db.events, ...deadlineTables()], async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) return;
    const changed = { ...item, answered: { ...item.answered, [ruleId]: now }, updatedAt: now };
    await db.cases.put(changed);
    await syncDeadlines(changed, now);
    await appendEvent(caseId, 'deadlineAnswered', { ruleId }, now);
  });
}

/** Sets the countdown the platform's back office shows; it wins over the computed one. Null goes back to computing. */
export async function typeDeadline(
  caseId: CaseId,
  ruleId: string,
  dueAt: number | null,
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, db.events, ...deadlineTables()], async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) return;
    const { [ruleId]: _old, ...others } = item.typedDue;
    const changed = {
      ...item,
      typedDue: dueAt === null ? others : { ...others, [ruleId]: dueAt },
      updatedAt: now,
    };
    await db.cases.put(changed);
    await syncDeadlines(changed, now);
    await appendEvent(caseId, 'deadlineTyped', { ruleId, dueAt }, now);
  });
}
