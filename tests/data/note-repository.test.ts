import { freshDatabase, noon, readAll } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import {
  addNote,
  listNotesOfCase,
  listRecentNotes,
  setNotePasted,
} from '../../renderer/data/note-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Case } from '#shared/domain/case';

freshDatabase();

const noteOf = (item: Case, text: string) => ({
  caseId: item.id,
  platform: item.platform,
  orderNo: item.orderNo,
  text,
  flag: 'blue' as const,
  sample: false,
});

describe('order memos', () => {
  test('R28 R29 a memo is kept with its flag as a colour word, and stands in the history', async () => {
    const item = await createCase(makeCaseInput(), noon);
    const note = await addNote(noteOf(item, '换货 / 阿宁 / 11-21'), noon + 1);
    expect(await listNotesOfCase(item.id)).toEqual([
      { ...noteOf(item, '换货 / 阿宁 / 11-21'), id: note.id, createdAt: noon + 1, pastedAt: null },
    ]);
    expect((await listEvents(item.id)).at(-1)).toMatchObject({
      kind: 'noteAdded',
      data: { text: '换货 / 阿宁 / 11-21', flag: 'blue' },
    });
  });

  test('R28 "pasted to the platform" is ticked and unticked, each with its line', async () => {
    const item = await createCase(makeCaseInput(), noon);
    const { id } = await addNote(noteOf(item, 'a'), noon);
    await setNotePasted(id, true, noon + 5);
    expect(await listNotesOfCase(item.id)).toMatchObject([{ pastedAt: noon + 5 }]);
    const before = await readAll();
    await setNotePasted(id, true, noon + 9);
    expect(await readAll()).toEqual(before);
    await setNotePasted(id, false, noon + 10);
    expect(await listNotesOfCase(item.id)).toMatchObject([{ pastedAt: null }]);
    const events = await listEvents(item.id);
    expect(events.map((one) => [one.kind, one.data['pasted']])).toEqual([
      ['caseCreated', undefined],
      ['noteAdded', undefined],
      ['notePasted', 1],
      ['notePasted', 0],
    ]);
    expect(findBrokenLink(events)).toBeNull();
  });

  test('R28 the history of memos is newest first, per case and over all', async () => {
    const [a, b] = [await createCase(makeCaseInput(), noon), await createCase(makeCaseInput(), noon)];
    await addNote(noteOf(a, '一'), noon + 1);
    await addNote(noteOf(b, '二'), noon + 2);
    await addNote(noteOf(a, '三'), noon + 3);
    expect((await listNotesOfCase(a.id)).map((one) => one.text)).toEqual(['三', '一']);
    expect((await listRecentNotes(2)).map((one) => one.text)).toEqual(['三', '二']);
  });

  test('what is typed stays as typed', async () => {
    const item = await createCase(makeCaseInput(), noon);
    await addNote(noteOf(item, '<img src=x onerror=alert(1)> 🐟\u202e'), noon);
    expect((await listNotesOfCase(item.id))[0]?.text).toBe('<img src=x onerror=alert(1)> 🐟\u202e');
  });
});
