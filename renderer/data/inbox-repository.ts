import { AppError } from '#shared/errors';
import { database } from './database';
import {
  fileInTransaction,
  filingTables,
  keepBytes,
  type CheckedFile,
  type FilingOutcome,
} from './evidence-repository';
import { makeId } from './make-id';
import type { CaseId, InboxId, Sha256 } from '#shared/domain/ids';
import type { InboxItem } from '#shared/domain/inbox';

/** A checked file on its way into the inbox. */
export type InboxFile = CheckedFile & Pick<InboxItem, 'folder' | 'hint' | 'waitsFor'>;

/** What became of a file for the inbox: it lies there now, or lay there already (and came back when put away). */
export type InboxOutcome = {
  readonly outcome: 'waiting' | 'waitingAlready';
  readonly item: InboxItem;
  /** The evidence that has the same bytes, if any was filed before. */
  readonly of: { readonly caseNo: string; readonly fileName: string } | null;
};

/**
 * Keeps a file until its case is known. The same bytes lie there once. Call inside a transaction that covers `inbox`,
 * `blobs`, `evidence` and `cases`.
 */
export async function keepInInbox(file: InboxFile, now: number): Promise<InboxOutcome> {
  const db = database();
  const of = await filedAs(file.sha256);
  const known = await db.inbox.where('sha256').equals(file.sha256).first();
  if (known !== undefined) {
    const item = { ...known, deletedAt: null, waitsFor: file.waitsFor ?? known.waitsFor };
    await db.inbox.put(item);
    return { outcome: known.deletedAt === null ? 'waitingAlready' : 'waiting', item, of };
  }
  await keepBytes(file.sha256, file.blob);
  const { blob, receivedAt, ...facts } = file;
  const item: InboxItem = {
    ...facts,
    id: makeId<'inbox'>(now),
    size: blob.size,
    receivedAt: receivedAt ?? now,
    deletedAt: null,
  };
  await db.inbox.add(item);
  return { outcome: 'waiting', item, of };
}

async function filedAs(sha256: Sha256): Promise<InboxOutcome['of']> {
  const { evidence, cases } = database();
  const first = (await evidence.where('sha256').equals(sha256).toArray()).find(
    ({ deletedAt }) => deletedAt === null,
  );
  if (first === undefined) return null;
  return { caseNo: (await cases.get(first.caseId))?.caseNo ?? '', fileName: first.fileName };
}

/** Where files of the inbox lie that were ever seen, filed, waiting or put away: by their hash. */
export async function isKnownFile(sha256: Sha256): Promise<boolean> {
  const { evidence, inbox } = database();
  if ((await inbox.where('sha256').equals(sha256).count()) > 0) return true;
  return (await evidence.where('sha256').equals(sha256).count()) > 0;
}

/** What became of the beginning of a file that came in whole later. */
export type PartOutcome =
  /** No piece has these bytes: the file was written anew, or the beginning was never kept. */
  | { readonly part: 'none' }
  /** It waited; the whole file stands in its place now. */
  | { readonly part: 'putAway' }
  /** It had been filed; the whole file lies in the same case beside it. */
  | {
      readonly part: 'filed';
      readonly fileName: string;
      readonly wholeName: string;
      readonly caseNo: string;
    };

/**
 * A file came in whole whose beginning had been taken for a file: the whole one stands where the beginning stood. A
 * beginning that waits is put away; one that was filed stays, with the whole one in the same case. No bytes go.
 * @param part the hash of the beginning, worked out from the whole file
 */
export async function replacePart(part: Sha256, whole: InboxId, now: number): Promise<PartOutcome> {
  const db = database();
  return db.transaction('rw', [...filingTables(), db.inbox], async () => {
    const item = await db.inbox.get(whole);
    if (item === undefined || item.deletedAt !== null) return { part: 'none' };
    const waiting = (await db.inbox.where('sha256').equals(part).toArray()).find(
      ({ deletedAt }) => deletedAt === null,
    );
    if (waiting !== undefined) {
      await db.inbox.update(whole, { waitsFor: waiting.waitsFor });
      await db.inbox.update(waiting.id, { deletedAt: now, waitsFor: null });
      return { part: 'putAway' };
    }
    const filed = (await db.evidence.where('sha256').equals(part).toArray())
      .filter(({ deletedAt }) => deletedAt === null)
      .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
    if (filed === undefined) return { part: 'none' };
    const bytes = await db.blobs.get(item.sha256);
    if (bytes === undefined) throw new AppError('notFound', { what: 'file' });
    const { evidence } = await fileInTransaction(filed.caseId, { ...item, blob: bytes.blob }, now);
    await db.inbox.delete(whole);
    const caseNo = (await db.cases.get(filed.caseId))?.caseNo ?? '';
    return { part: 'filed', fileName: filed.fileName, wholeName: evidence.fileName, caseNo };
  });
}

/** What waits to be filed, newest first. */
export async function listInbox(): Promise<InboxItem[]> {
  const items = await database().inbox.orderBy('receivedAt').reverse().toArray();
  return items.filter(({ deletedAt }) => deletedAt === null);
}

/** What the seller put away from the inbox, newest first. */
export async function listPutAway(): Promise<InboxItem[]> {
  const items = await database().inbox.orderBy('receivedAt').reverse().toArray();
  return items.filter(({ deletedAt }) => deletedAt !== null);
}

/** How many files wait, for the left bar. */
export async function countInbox(): Promise<number> {
  return (await listInbox()).length;
}

/** What belongs to the case in the new-case form; also after a crash, since its text is kept as well. */
export async function listForForm(): Promise<InboxItem[]> {
  const items = await database().inbox.where('waitsFor').equals('form').toArray();
  return items.filter(({ deletedAt }) => deletedAt === null);
}

/** The form was closed without saving: its files stay in the inbox and belong to no form any more. */
export async function releaseForm(): Promise<number> {
  return database().inbox.where('waitsFor').equals('form').modify({ waitsFor: null });
}

/** Gives files of the inbox to the new-case form. */
export async function giveToForm(ids: readonly InboxId[]): Promise<void> {
  await database().inbox.where('id').anyOf(ids).modify({ waitsFor: 'form' });
}

/** Files filed in one transaction: few enough that nothing waits long for it. */
const atOnce = 20;

/**
 * Files pieces of the inbox into a case: evidence is made and the row here is gone in the same transaction, so that
 * nothing is ever lost between the two or filed twice. Ids that are not there any more are passed over.
 */
export async function fileFromInbox(
  ids: readonly InboxId[],
  caseId: CaseId,
  now: number,
): Promise<FilingOutcome[]> {
  const db = database();
  const outcomes: FilingOutcome[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce);
    const filed = await db.transaction('rw', [...filingTables(), db.inbox], async () => {
      const done: FilingOutcome[] = [];
      for (const id of some) {
        const item = await db.inbox.get(id);
        if (item === undefined || item.deletedAt !== null) continue;
        const bytes = await db.blobs.get(item.sha256);
        if (bytes === undefined) throw new AppError('notFound', { what: 'file' });
        done.push(await fileInTransaction(caseId, { ...item, blob: bytes.blob }, now));
        await db.inbox.delete(id);
      }
      return done;
    });
    outcomes.push(...filed);
  }
  return outcomes;
}

/** Puts files away, or brings them back (`deletedAt` null). Their bytes stay either way. */
export async function setPutAway(ids: readonly InboxId[], deletedAt: number | null): Promise<void> {
  await database().inbox.where('id').anyOf(ids).modify({ deletedAt, waitsFor: null });
}
