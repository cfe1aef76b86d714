import { day, freshDatabase, hour, noon, readAll } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase, listCaseIds } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { fileEvidence, listEvidence } from '../../renderer/data/evidence-repository';
import { addNote, listNotesOfCase } from '../../renderer/data/note-repository';
import { loadSample } from '../../renderer/data/sample-repository';
import { removeSample } from '../../renderer/data/sample-removal';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import {
  adoptMarked,
  listTrash,
  moveToTrash,
  purgeOld,
  purgeTrash,
  restoreFromTrash,
} from '../../renderer/data/trash-repository';
import { isClockSteady } from '../../renderer/data/steady-clock';
import { logWrongShipment, listWrongShipments } from '../../renderer/data/wrong-shipment-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { makeFile } from '../helpers/make-file';
import type { WrongShipmentInput } from '#shared/domain/wrong-shipment';

freshDatabase();

const open = (buyerId = '小鱼爱吃猫') =>
  createCase(makeCaseInput({ buyerId, nextActionAt: noon + hour }), noon);
const wrong: WrongShipmentInput = {
  caseId: null,
  shopId: null,
  platform: 'pdd',
  buyerId: '小鱼爱吃猫',
  orderNo: '',
  kind: 'wrongItem',
  shouldSend: 'M',
  sent: 'L',
  quantity: 1,
  cause: 'miscount',
  causeNote: '',
  packedBy: '',
  remedy: 'none',
  costFen: 100,
  happenedAt: noon,
};

async function filled() {
  const item = await open();
  await fileEvidence(item.id, makeFile('a'), noon + 1);
  const { platform, orderNo, sample } = item;
  const note = await addNote(
    { caseId: item.id, platform, orderNo, text: '备注', flag: 'red', sample },
    noon + 2,
  );
  await logWrongShipment({ ...wrong, caseId: item.id }, noon + 3);
  return { item, note };
}

describe('the trash', () => {
  test('a deleted case is in no list, and comes back as it was', async () => {
    const { item } = await filled();
    const { events: _history, ...before } = await readAll();
    expect(await moveToTrash('case', [item.id], noon + 4)).toBe(1);
    expect(await getCase(item.id)).toBeUndefined();
    expect(await listCaseIds({ status: 'open' }, 'nextSort')).toEqual([]);
    expect(await listEvidence()).toEqual([]);
    expect(await listWrongShipments('2026-11')).toEqual([]);
    for (const table of ['deadlines', 'reminders', 'orderNotes']) {
      expect(await database().table(table).count()).toBe(0);
    }
    await restoreFromTrash(item.id, noon + 5);
    const { events: _longer, ...after } = await readAll();
    expect(after).toEqual(before);
    const events = await listEvents(item.id);
    expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['trashed', 'restored']);
    expect(findBrokenLink(events)).toBeNull();
  });

  test.each(['evidence', 'note', 'wrongShipment'] as const)(
    '%s is deleted by itself and comes back',
    async (kind) => {
      const { item } = await filled();
      const table = { evidence: 'evidence', note: 'orderNotes', wrongShipment: 'wrongShipments' }[kind];
      const [row] = (await database().table(table).toArray()) as { id: string }[];
      await moveToTrash(kind, [row?.id ?? ''], noon + 4);
      expect(await database().table(table).count()).toBe(0);
      expect(await listTrash()).toMatchObject([{ kind, caseId: item.id, buyerId: '小鱼爱吃猫' }]);
      await restoreFromTrash(row?.id ?? '', noon + 5);
      expect(await database().table(table).toArray()).toEqual([row]);
      expect(await listTrash()).toEqual([]);
    },
  );

  test('a part whose case is deleted too waits for its case', async () => {
    const { item, note } = await filled();
    await moveToTrash('note', [note.id], noon + 4);
    await moveToTrash('case', [item.id], noon + 5);
    await expect(restoreFromTrash(note.id, noon + 6)).rejects.toMatchObject({ code: 'caseInTrash' });
    await restoreFromTrash(item.id, noon + 6);
    await restoreFromTrash(note.id, noon + 7);
    expect(await listNotesOfCase(item.id)).toHaveLength(1);
  });

  test('for good: rows, history, parts deleted before, and bytes nothing else points at', async () => {
    const { item, note } = await filled();
    const other = await open('别人');
    await fileEvidence(other.id, makeFile('a'), noon + 4);
    await fileEvidence(item.id, makeFile('only here'), noon + 5);
    await moveToTrash('note', [note.id], noon + 6);
    await moveToTrash('case', [item.id], noon + 7);
    await purgeTrash([item.id]);
    expect(await listTrash()).toEqual([]);
    expect(await listEvents(item.id)).toEqual([]);
    expect((await listEvents(other.id)).length).toBeGreaterThan(0);
    const left = await database().blobs.toArray();
    expect(left.map(({ sha256 }) => sha256)).toEqual([makeFile('a').sha256]);
  });

  test('bytes another deleted piece still needs stay until that one goes', async () => {
    const one = await open('甲');
    const two = await open('乙');
    for (const { id } of [one, two]) await fileEvidence(id, makeFile('a'), noon + 1);
    await moveToTrash('case', [one.id, two.id], noon + 2);
    await purgeTrash([one.id]);
    expect(await database().blobs.count()).toBe(1);
    await purgeTrash([two.id]);
    expect(await database().blobs.count()).toBe(0);
  });

  test('after 90 days it goes by itself, not a moment before', async () => {
    const item = await open();
    await moveToTrash('case', [item.id], noon);
    expect(await purgeOld(noon + 90 * day - 1)).toBe(0);
    expect(await listTrash()).toHaveLength(1);
    expect(await purgeOld(noon + 90 * day)).toBe(1);
    expect(await listTrash()).toEqual([]);
  });

  test('a clock that jumps removes nothing before it has run on for a day', async () => {
    expect(await isClockSteady(noon)).toBe(false);
    for (let at = noon + hour; at < noon + day; at += hour) expect(await isClockSteady(at)).toBe(false);
    expect(await isClockSteady(noon + day)).toBe(true);
    expect(await isClockSteady(noon + 3650 * day)).toBe(false);
    expect(await isClockSteady(noon + 3650 * day + hour)).toBe(false);
    expect(await isClockSteady(noon + 2 * day)).toBe(false);
    expect(await isClockSteady(noon + 3 * day)).toBe(true);
  });

  test('numbers of deleted cases are not given out again', async () => {
    const item = await open();
    await moveToTrash('case', [item.id], noon + 1);
    const next = await open();
    expect(next.caseNo).not.toBe(item.caseNo);
    await restoreFromTrash(item.id, noon + 2);
    expect(await listCaseIds({ status: 'open' }, 'createdAt')).toHaveLength(2);
  });

  test('lines an earlier version only marked come into the trash with their date', async () => {
    const { id } = await logWrongShipment(wrong, noon);
    await database().wrongShipments.update(id, { deletedAt: noon + 5 });
    await adoptMarked();
    expect(await listTrash()).toMatchObject([{ id, kind: 'wrongShipment', deletedAt: noon + 5 }]);
    await restoreFromTrash(id, noon + 6);
    expect(await listWrongShipments('2026-11')).toMatchObject([{ id, deletedAt: null }]);
  });

  test('taking the sample out takes it out of the trash too', async () => {
    const own = await open();
    await loadSample(noon);
    const before = await database().cases.toArray();
    const sampled = before.find(({ sample }) => sample);
    await moveToTrash('case', [sampled?.id ?? '', own.id], noon + 1);
    await removeSample();
    expect((await listTrash()).map(({ id }) => id)).toEqual([own.id]);
    expect(await database().events.count()).toBe((await listEvents(own.id)).length);
  });
});
