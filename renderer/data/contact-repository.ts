import { database } from './database';
import { makeId } from './make-id';
import { followUpTables, syncFollowUp } from './reminder-repository';
import { appendEvent } from './timeline-repository';
import type { Contact, ContactInput } from '#shared/domain/contact';
import type { CaseId } from '#shared/domain/ids';

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
  return rows.sort((a, b) => b.at - a.at);
}
