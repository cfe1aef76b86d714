import { freshDatabase, noon, readAll } from './fresh-database';
import { beforeEach, describe, expect, test } from 'vitest';
import { addComment, createCase, getCase, setCaseStatus } from '../../renderer/data/case-repository';
import { writeBuyerHour } from '../../renderer/data/buyer-hour-repository';
import { database } from '../../renderer/data/database';
import { writeDraft } from '../../renderer/data/draft-repository';
import { fileEvidence, listEvidenceOfCase } from '../../renderer/data/evidence-repository';
import { addNote } from '../../renderer/data/note-repository';
import {
  anonymiseCases,
  deleteBuyer,
  exportBuyer,
  findBuyers,
  listDue,
  previewBuyer,
  previewDue,
} from '../../renderer/data/privacy-repository';
import { readPrivacy, writePrivacy } from '../../renderer/data/privacy-settings';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { moveToTrash } from '../../renderer/data/trash-repository';
import { logWrongShipment } from '../../renderer/data/wrong-shipment-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { makeFile } from '../helpers/make-file';
import type { Case } from '#shared/domain/case';

freshDatabase();

const phone = '13812345678';
const buyer = { platform: 'pdd', buyerId: 'xiaoyu520' } as const;
let item: Case;
let other: Case;

/** Every row with its bytes left out, as one text. The mirror's queue is on its way to the vault. */
async function everything(): Promise<string> {
  const { outbox: _outbox, ...rows } = await readAll();
  return JSON.stringify(rows);
}

beforeEach(async () => {
  item = await createCase(
    makeCaseInput({
      ...buyer,
      orderNo: '991122334455',
      description: `打 ${phone}`,
      nextAction: '回电话给 xiaoyu520',
      nextActionAt: noon + 9,
    }),
    noon,
  );
  other = await createCase(makeCaseInput({ buyerId: '别人', orderNo: '77' }), noon);
  await addComment(item.id, `家住杭州，${phone}`, noon + 1);
  await fileEvidence(item.id, makeFile('mine', { originalName: `${phone}.jpg` }), noon + 2);
  await fileEvidence(item.id, makeFile('both'), noon + 2);
  await fileEvidence(other.id, makeFile('both'), noon + 3);
  const { platform, orderNo, sample } = item;
  await addNote({ caseId: item.id, platform, orderNo, text: phone, flag: 'red', sample }, noon + 4);
  for (const caseId of [item.id, null]) {
    await logWrongShipment(
      {
        caseId,
        shopId: null,
        ...buyer,
        orderNo: '991122334455',
        kind: 'wrongItem',
        shouldSend: 'M',
        sent: 'L',
        quantity: 2,
        cause: 'lookAlike',
        causeNote: `问 ${phone}`,
        packedBy: '小王',
        remedy: 'reship',
        costFen: 1234,
        happenedAt: noon,
      },
      noon + 5,
    );
  }
  await database().memoJobs.add({
    id: 'job',
    platform: 'pdd',
    orderNo: '991122334455',
    text: phone,
  } as never);
  await writeBuyerHour('pdd', 'xiaoyu520', 600);
  await writeDraft(`case:${item.id}:comment`, { text: phone }, noon);
  await writeDraft('newCase', { buyerId: 'xiaoyu520' }, noon);
});

describe('deleting a buyer', () => {
  test('nothing of the buyer is left in any table, bytes included, and others stay as they were', async () => {
    const otherBefore = [await getCase(other.id), await listEvents(other.id)];
    const [piece] = await listEvidenceOfCase(item.id);
    await moveToTrash('evidence', [piece?.id ?? ''], noon + 6);
    const preview = await previewBuyer(buyer);
    expect(preview).toMatchObject({ cases: 1, evidence: 2 });
    const done = await deleteBuyer(buyer);
    expect(done).toMatchObject({ cases: 1, evidence: 2, rows: preview.rows, mentions: [] });
    expect(done.words).toEqual(expect.arrayContaining(['xiaoyu520', '991122334455', phone]));
    const left = await everything();
    for (const word of done.words) expect(left).not.toContain(word);
    expect(left).not.toContain(item.id);
    expect((await database().blobs.toArray()).map(({ sha256 }) => sha256)).toEqual([makeFile('both').sha256]);
    expect([await getCase(other.id), await listEvents(other.id)]).toEqual(otherBefore);
  });

  test('a deleted case in the trash goes too', async () => {
    await moveToTrash('case', [item.id], noon + 6);
    await deleteBuyer(buyer);
    const left = await everything();
    for (const word of ['xiaoyu520', phone]) expect(left).not.toContain(word);
  });

  test('others who mention the buyer are told, not changed', async () => {
    await addComment(other.id, `和 xiaoyu520 是同一个人，${phone}`, noon + 6);
    const { mentions } = await deleteBuyer(buyer);
    expect(mentions).toEqual([{ table: 'events', caseId: other.id, count: 1 }]);
    expect(JSON.stringify(await listEvents(other.id))).toContain(phone);
  });

  test('the same nick on another platform is another person', async () => {
    const twin = await createCase(
      makeCaseInput({ platform: 'jd', buyerId: 'xiaoyu520', orderNo: '5' }),
      noon,
    );
    await fileEvidence(twin.id, makeFile('twin'), noon + 1);
    await deleteBuyer(buyer);
    expect(await getCase(twin.id)).toEqual(twin);
    expect(await database().buyerFolders.get('xiaoyu520')).toBeDefined();
    expect(await database().evidence.where('buyerId').equals('xiaoyu520').count()).toBe(1);
  });

  test('a copy for the buyer has every row, by table', async () => {
    const tables = await exportBuyer(buyer);
    expect(Object.keys(tables).sort()).toEqual(
      expect.arrayContaining(['cases', 'events', 'evidence', 'orderNotes', 'wrongShipments']),
    );
    expect(tables['wrongShipments']).toHaveLength(2);
    expect(JSON.stringify(tables)).not.toContain('别人');
    expect(await findBuyers('XIAO', 9)).toEqual([{ ...buyer, cases: 1 }]);
  });
});

describe('anonymising after some months', () => {
  const later = Date.parse('2027-11-21T04:00:00Z');

  test('only closed cases that were not touched for so long are due', async () => {
    expect(await listDue(12, later)).toEqual([]);
    await setCaseStatus(item.id, 'closed', noon + 6);
    expect((await listDue(12, later)).map(({ id }) => id)).toEqual([item.id]);
    expect(await listDue(24, later)).toEqual([]);
    expect(await previewDue(12, later)).toMatchObject({ cases: 1, evidence: 2 });
  });

  test('the person goes, the figures stay, the history says so', async () => {
    await setCaseStatus(item.id, 'closed', noon + 6);
    const before = await getCase(item.id);
    expect(await anonymiseCases([item.id], later)).toBe(1);
    const after = await getCase(item.id);
    for (const field of [
      'amountFen',
      'type',
      'product',
      'status',
      'createdAt',
      'closedAt',
      'caseNo',
    ] as const) {
      expect(after?.[field]).toEqual(before?.[field]);
    }
    expect(after).toMatchObject({ orderNo: '', description: '', nextAction: '', anonymisedAt: later });
    expect(after?.buyerId).toMatch(/^匿名买家-/);
    const left = await everything();
    for (const word of ['xiaoyu520', phone, '991122334455', '杭州']) expect(left).not.toContain(word);
    const lines = await database().wrongShipments.toArray();
    expect(lines.map(({ costFen, kind, sent }) => [costFen, kind, sent])).toEqual([
      [1234, 'wrongItem', 'L'],
      [1234, 'wrongItem', 'L'],
    ]);
    const events = await listEvents(item.id);
    expect(events).toMatchObject([{ kind: 'anonymised', seq: 1 }]);
    expect(findBrokenLink(events)).toBeNull();
    expect(await listDue(12, later)).toEqual([]);
  });

  test('a buyer with a newer case keeps that one', async () => {
    await setCaseStatus(item.id, 'closed', noon + 6);
    const newer = await createCase(makeCaseInput({ ...buyer, orderNo: '6' }), later);
    await anonymiseCases([item.id], later);
    expect((await getCase(newer.id))?.buyerId).toBe('xiaoyu520');
    expect(await database().buyerFolders.get('xiaoyu520')).toBeDefined();
  });

  test('nothing happens by itself unless the seller said so', async () => {
    expect(await readPrivacy()).toMatchObject({
      retentionMonths: null,
      retentionAuto: false,
      maskScreen: true,
    });
    await writePrivacy({ retentionMonths: 12 });
    expect(await readPrivacy()).toMatchObject({ retentionMonths: 12, retentionAuto: false });
  });
});
