import { climb, ladderOf, type Climb } from '#shared/domain/contact-ladder';
import { isReason } from '#shared/domain/gate-check';
import { AppError } from '#shared/errors';
import { readBuyerHour } from './buyer-hour-repository';
import { database } from './database';
import { makeId } from './make-id';
import { followUpTables, syncFollowUp } from './reminder-repository';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import { byTime, type Contact, type ContactInput } from '#shared/domain/contact';
import type { LadderRung } from '#shared/knowledge/contact-ladder';
import type { CaseId, PersonId } from '#shared/domain/ids';

/** Logs an attempt to reach somebody (R7, R86). A next try becomes the case's next step under `nextAction`. */
export async function logContact(input: ContactInput, nextAction: string, now: number): Promise<Contact> {
  const db = database();
  const contact: Contact = {
    ...input,
    who: input.who.trim(),
    note: input.note.trim(),
    id: makeId<'contact'>(now),
  };
  const { caseId, at, channel, who, result, note, nextTryAt } = contact;
  await db.transaction('rw', [db.contacts, db.cases, db.events, ...followUpTables()], async () => {
    await db.contacts.add(contact);
    await appendEvent(caseId, 'contactLogged', { channel, who, result, note, at, nextTryAt }, now);
    const item = nextTryAt === null ? undefined : await db.cases.get(caseId);
    if (item === undefined || nextTryAt === null) return;
    const changed = { ...item, nextAction, nextActionAt: nextTryAt, nextSort: nextTryAt, updatedAt: now };
    await db.cases.put(changed);
    await syncFollowUp(changed, now);
  });
  return contact;
}

/** The attempts of a case, newest first. */
export async function listContacts(caseId: CaseId): Promise<Contact[]> {
  const rows = await database().contacts.where('caseId').equals(caseId).toArray();
  return rows.sort(byTime).reverse();
}

/** What was tried with somebody of the contact book, newest first (R109: response history). */
export async function listContactsWith(personId: PersonId): Promise<Contact[]> {
  const rows = await database().contacts.where('personId').equals(personId).toArray();
  return rows.sort(byTime).reverse();
}

/** Everything the ladder of a case shows: the attempts (newest first) and how far they have come. */
export type LadderView = {
  readonly contacts: readonly Contact[];
  readonly climb: Climb;
  readonly ladder: readonly LadderRung[];
  /** Minute of the Shanghai day the buyer is usually online, null when not known (R165). */
  readonly buyerMinute: number | null;
  /** When it was recorded that the buyer could not be reached; null while it was not, or once the buyer was. */
  readonly unreachableAt: number | null;
};

/** The ladder of a case in its shop's order, at an instant (epoch ms). */
export async function readLadder(item: Case, now: number): Promise<LadderView> {
  const db = database();
  const [contacts, shop, buyerMinute, lines] = await Promise.all([
    listContacts(item.id),
    item.shopId === null ? undefined : db.shops.get(item.shopId),
    readBuyerHour(item.platform, item.buyerId),
    db.events.where('[caseId+seq]').between([item.id, 0], [item.id, Infinity]).toArray(),
  ]);
  const ladder = ladderOf(shop?.contactOrder);
  const climbed = climb(ladder, contacts, now, buyerMinute);
  const told = lines.findLast(({ kind }) => kind === 'buyerUnreachable')?.at ?? null;
  return { contacts, climb: climbed, ladder, buyerMinute, unreachableAt: climbed.reached ? null : told };
}

/**
 * Records that the buyer could not be reached (R86, R172). While the ladder is not climbed to its end a reason has to be
 * given. Throws `invalidInput` without any attempt, without that reason, or when the buyer was reached.
 */
export async function recordUnreachable(item: Case, reason: string, now: number): Promise<void> {
  const { contacts, climb: climbed } = await readLadder(item, now);
  const mine = contacts.filter(({ personId }) => personId === undefined);
  const [last] = mine;
  if (last === undefined || climbed.reached || (!climbed.exhausted && !isReason(reason)))
    throw new AppError('invalidInput');
  const first = mine.at(-1) ?? last;
  const data = { tries: mine.length, first: first.at, last: last.at, reason: reason.trim() };
  await database().transaction('rw', [database().events], async () =>
    appendEvent(item.id, 'buyerUnreachable', data, now),
  );
}

/** Notes that the record of the attempts was given out (`print`, `pdf` or `text`). */
export async function noteUnreachablePaper(
  caseId: CaseId,
  how: 'print' | 'pdf' | 'text',
  now: number,
): Promise<void> {
  await database().transaction('rw', [database().events], async () =>
    appendEvent(caseId, 'unreachablePrinted', { how }, now),
  );
}
