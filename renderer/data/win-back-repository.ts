import { buyerKey } from '#shared/domain/buyer';
import { winBackOf, type WinBackDue } from '#shared/domain/win-back';
import { AppError } from '#shared/errors';
import { winBackDays } from '#shared/knowledge/win-back-rules';
import { database } from './database';
import { appendEvent } from './timeline-repository';
import type { Case, WinBack } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const dayMs = 86_400_000;

/** A line of the win-back list (R169). */
export type WinBackLine = WinBackDue & {
  /** A case the buyer opened since: perhaps a new order. */
  readonly cameBackWith: Case | null;
};

/** Closed cases whose buyers should be asked again: those not done yet by due time, then those done, newest first. */
export async function listWinBack(now: number): Promise<{ open: WinBackLine[]; done: WinBackLine[] }> {
  const db = database();
  const [closed, profiles] = await Promise.all([
    db.cases
      .where('[status+updatedAt]')
      .between(['closed', now - winBackDays * dayMs], ['closed', Infinity])
      .toArray(),
    db.buyers.toArray(),
  ]);
  // Who was abusive is left alone.
  const shunned = new Set(profiles.flatMap(({ caution, key }) => (caution === 'abusive' ? [key] : [])));
  const due = closed
    .filter(({ platform, buyerId }) => !shunned.has(buyerKey(platform, buyerId)))
    .flatMap((item) => winBackOf(item) ?? []);
  const lines = await Promise.all(
    due.map(async (one): Promise<WinBackLine> => {
      const { platform, buyerId, closedAt, id } = one.item;
      const later = await db.cases.where('[platform+buyerId]').equals([platform, buyerId]).toArray();
      const since = one.item.winBack?.at ?? closedAt ?? 0;
      return { ...one, cameBackWith: later.find((each) => each.id !== id && each.createdAt > since) ?? null };
    }),
  );
  return {
    open: lines.filter(({ item }) => item.winBack === undefined).sort((a, b) => a.dueAt - b.dueAt),
    done: lines
      .filter(({ item }) => item.winBack !== undefined)
      .sort((a, b) => (b.item.winBack?.at ?? 0) - (a.item.winBack?.at ?? 0)),
  };
}

/** How many buyers are due to be asked now. */
export async function countWinBack(now: number): Promise<number> {
  return (await listWinBack(now)).open.filter(({ dueAt }) => dueAt <= now).length;
}

/** Notes that a buyer was asked or offered again, came back, or is let go; null takes it back. Throws `notFound`. */
export async function setWinBack(
  caseId: CaseId,
  state: WinBack['state'] | null,
  note: string,
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, db.events], async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) throw new AppError('notFound', { what: 'case' });
    const { winBack: _old, ...rest } = item;
    const winBack = state === null ? {} : { winBack: { state, note: note.trim(), at: now } };
    // `updatedAt` stays: a look back is no work on the case.
    await db.cases.put({ ...rest, ...winBack });
    await appendEvent(caseId, 'wonBack', { state, note: note.trim() }, now);
  });
}
