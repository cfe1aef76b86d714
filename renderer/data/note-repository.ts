import { appendEvent } from './timeline-repository';
import { database } from './database';
import { makeId } from './make-id';
import type { CaseId, OrderNoteId } from '#shared/domain/ids';
import type { OrderNote } from '#shared/domain/order-note';

/** Keeps a composed memo with its flag (R28, R29). */
export async function addNote(
  input: Pick<OrderNote, 'caseId' | 'platform' | 'orderNo' | 'text' | 'flag' | 'tag' | 'sample'>,
  now: number,
): Promise<OrderNote> {
  const db = database();
  const note: OrderNote = { ...input, id: makeId<'orderNote'>(now), createdAt: now, pastedAt: null };
  await db.transaction('rw', [db.orderNotes, db.events], async () => {
    await db.orderNotes.add(note);
    await appendEvent(note.caseId, 'noteAdded', { text: note.text, flag: note.flag }, now);
  });
  return note;
}

/** Ticks or unticks "pasted to the platform" (R28). */
export async function setNotePasted(id: OrderNoteId, pasted: boolean, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.orderNotes, db.events], async () => {
    const note = await db.orderNotes.get(id);
    if (note === undefined || (note.pastedAt !== null) === pasted) return;
    await db.orderNotes.update(id, { pastedAt: pasted ? now : null });
    await appendEvent(note.caseId, 'notePasted', { text: note.text, pasted: pasted ? 1 : 0 }, now);
  });
}

/** A case's memos, newest first. */
export async function listNotesOfCase(caseId: CaseId): Promise<OrderNote[]> {
  const notes = await database().orderNotes.where('caseId').equals(caseId).toArray();
  return notes.sort((a, b) => b.createdAt - a.createdAt);
}

/** The newest memos of all cases. */
export function listRecentNotes(limit: number): Promise<OrderNote[]> {
  return database().orderNotes.orderBy('createdAt').reverse().limit(limit).toArray();
}
