import { getCases } from './case-repository';
import { database } from './database';
import type { OrderNote } from '#shared/domain/order-note';

/** A memo with the case it belongs to. */
export type FoundNote = OrderNote & { readonly buyerId: string; readonly caseNo: string };

/** Newest memos that are looked through; older ones are in their cases. */
const reach = 2000;

/**
 * The newest memos over all cases that pass the filter, at most `limit` (R28). Text is looked for in the memo, buyer
 * ID, order and case number; case does not matter.
 */
export async function findNotes(
  filter: { readonly unpasted: boolean; readonly text: string },
  limit: number,
): Promise<{ readonly notes: readonly FoundNote[]; readonly more: boolean }> {
  const newest = database().orderNotes.orderBy('createdAt').reverse();
  const passing = filter.unpasted ? newest.filter((note) => note.pastedAt === null) : newest;
  const notes = await passing.limit(reach).toArray();
  const cases = await getCases([...new Set(notes.map((note) => note.caseId))]);
  const caseOf = new Map(cases.map((item) => [item.id, item]));
  const wanted = filter.text.trim().toLowerCase();
  const found = notes
    .map((note): FoundNote => {
      const item = caseOf.get(note.caseId);
      return { ...note, buyerId: item?.buyerId ?? '', caseNo: item?.caseNo ?? '' };
    })
    .filter((note) =>
      [note.text, note.buyerId, note.orderNo, note.caseNo].some((field) =>
        field.toLowerCase().includes(wanted),
      ),
    );
  return { notes: found.slice(0, limit), more: found.length > limit || notes.length === reach };
}

/** How many memos are not yet pasted to their platform. */
export function countUnpastedNotes(): Promise<number> {
  return database()
    .orderNotes.filter((note) => note.pastedAt === null)
    .count();
}
