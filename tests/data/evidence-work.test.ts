import { freshDatabase, noon, day } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, updateCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { fileDerived, listDerived } from '../../renderer/data/evidence-derived-repository';
import {
  fileEvidence,
  getEvidence,
  listEvidence,
  listEvidenceOfCase,
} from '../../renderer/data/evidence-repository';
import { changeKind, moveEvidence, setTurns } from '../../renderer/data/evidence-work-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { listTrash, moveToTrash, restoreFromTrash } from '../../renderer/data/trash-repository';
import { logWrongShipment, listWrongShipmentsOfCase } from '../../renderer/data/wrong-shipment-repository';
import { checkedFile } from '../helpers/checked-file';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const open = async (buyerId: string): Promise<CaseId> =>
  (await createCase(makeCaseInput({ buyerId }), noon)).id;
const file = async (id: CaseId, text: string, part = {}): Promise<Evidence> =>
  (await fileEvidence(id, checkedFile(text, part), noon)).evidence;
const names = async (id: CaseId): Promise<string[]> =>
  (await listEvidenceOfCase(id)).map(({ fileName }) => fileName);
const said = async (id: CaseId, kind: string): Promise<unknown[]> =>
  (await listEvents(id)).filter((one) => one.kind === kind).map(({ data }) => data);
const again = async ({ id }: Evidence): Promise<Evidence> => {
  const [item] = await getEvidence([id]);
  if (item === undefined) throw new Error('gone');
  return item;
};

const derive = (parent: Evidence, text: string): Promise<Evidence> =>
  fileDerived(parent.id, checkedFile(text), { how: 'marked', atMs: null }, noon);

describe('R21 a corrected buyer ID', () => {
  test('takes all names, the folder and the log along; old names stay with the piece and in the history', async () => {
    const id = await open('小鱼爱吃猫');
    const first = await file(id, 'aa');
    const video = await file(id, 'bb', { kind: 'video', ext: 'mp4' });
    const gone = await file(id, 'cc');
    await moveToTrash('evidence', [gone.id], noon);
    await logWrongShipment({ ...(await lineOf(id)), buyerId: '小鱼爱吃猫' }, noon);
    await updateCase(id, { buyerId: '小鱼爱吃鱼' }, noon + day);
    expect(await names(id)).toEqual(['小鱼爱吃鱼_20261121_照片_01.jpg', '小鱼爱吃鱼_20261121_视频_01.mp4']);
    expect(await again(first)).toMatchObject({
      folder: '小鱼爱吃鱼',
      buyerId: '小鱼爱吃鱼',
      formerNames: ['小鱼爱吃猫_20261121_照片_01.jpg'],
      sha256: first.sha256,
      originalName: first.originalName,
    });
    await restoreFromTrash((await listTrash())[0]?.id ?? '', noon + day);
    expect((await again(gone)).fileName).toBe('小鱼爱吃鱼_20261121_照片_02.jpg');
    expect(await said(id, 'evidenceRenamed')).toContainEqual({
      from: video.fileName,
      to: '小鱼爱吃鱼_20261121_视频_01.mp4',
    });
    expect(await said(id, 'caseEdited')).toEqual([
      { field: 'buyerId', from: '小鱼爱吃猫', to: '小鱼爱吃鱼' },
    ]);
    expect((await listWrongShipmentsOfCase(id))[0]?.buyerId).toBe('小鱼爱吃鱼');
    expect(findBrokenLink(await listEvents(id))).toBeNull();
  });

  test('corrected back, every piece has its first name again', async () => {
    const id = await open('甲');
    await file(id, 'aa');
    await file(id, 'bb');
    const before = await names(id);
    await updateCase(id, { buyerId: '乙' }, noon);
    await updateCase(id, { buyerId: '甲' }, noon);
    expect(await names(id)).toEqual(before);
  });

  test('to one that another case has never gives two pieces one name', async () => {
    const one = await open('A');
    const other = await open('a');
    await file(one, 'aa');
    await file(other, 'bb');
    await updateCase(other, { buyerId: 'A' }, noon);
    expect((await listEvidence()).map(({ fileName }) => fileName).toSorted()).toEqual([
      'A_20261121_照片_01.jpg',
      'A_20261121_照片_02.jpg',
    ]);
  });
});

describe('R22 working with pieces', () => {
  test('another kind gives another name, and none when it is that kind already', async () => {
    const id = await open('甲');
    const photo = await file(id, 'aa');
    const chat = await file(id, 'bb', { kind: 'chat' });
    expect(await changeKind([photo.id, chat.id], 'chat', noon)).toBe(1);
    expect(await names(id)).toEqual(['甲_20261121_聊天_02.jpg', '甲_20261121_聊天_01.jpg']);
    await changeKind([photo.id], 'photo', noon);
    expect(await again(photo)).toMatchObject({ kind: 'photo', fileName: '甲_20261121_照片_01.jpg' });
    expect(await said(id, 'evidenceRenamed')).toHaveLength(2);
  });

  test('moved to another case: the name follows, both histories tell, what is there already stays', async () => {
    const from = await open('甲');
    const to = await open('乙');
    const piece = await file(from, 'aa');
    const twin = await file(from, 'same');
    await file(to, 'same');
    await database().evidence.update(piece.id, { slot: 'fault-photo' });
    expect(await moveEvidence([piece.id, twin.id], to, noon)).toEqual({ moved: 1, copies: 0, already: 1 });
    expect(await names(from)).toEqual([twin.fileName]);
    expect(await again(piece)).toMatchObject({
      caseId: to,
      buyerId: '乙',
      fileName: '乙_20261121_照片_02.jpg',
      formerNames: ['甲_20261121_照片_01.jpg'],
      slot: null,
    });
    expect(await said(from, 'evidenceMovedOut')).toMatchObject([{ toCase: '20261121-002' }]);
    expect(await said(to, 'evidenceMovedIn')).toMatchObject([
      { fromCase: '20261121-001', from: '甲_20261121_照片_01.jpg', to: '乙_20261121_照片_02.jpg' },
    ]);
    await expect(moveEvidence([piece.id], 'none' as CaseId, noon)).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('copies made of a moved piece go along, and copies of those; a copy alone leaves its original', async () => {
    const from = await open('甲');
    const to = await open('乙');
    const piece = await file(from, 'aa');
    const marked = await derive(piece, 'bb');
    const cropped = await derive(marked, 'cc');
    const other = await file(from, 'dd');
    expect(await moveEvidence([piece.id], to, noon)).toEqual({ moved: 1, copies: 2, already: 0 });
    expect(await names(from)).toEqual([other.fileName]);
    expect(await again(marked)).toMatchObject({ caseId: to, derivedFrom: { id: piece.id } });
    expect(await again(cropped)).toMatchObject({ caseId: to, folder: '乙' });
    expect(await said(to, 'evidenceMovedIn')).toHaveLength(3);
    expect(await moveEvidence([cropped.id], from, noon)).toEqual({ moved: 1, copies: 0, already: 0 });
    expect(await again(marked)).toMatchObject({ caseId: to });
  });

  test('turning is remembered and touches nothing else', async () => {
    const piece = await file(await open('甲'), 'aa');
    await setTurns(piece.id, 5);
    expect(await again(piece)).toEqual({ ...piece, turns: 1 });
  });
});

describe('a copy made here', () => {
  test('is a piece of its own that names the hash of its parent, which stays as it was', async () => {
    const id = await open('甲');
    const parent = await file(id, 'aa');
    const marked = await fileDerived(parent.id, checkedFile('bb'), { how: 'marked', atMs: null }, noon);
    expect(marked).toMatchObject({
      fileName: '甲_20261121_照片_02.jpg',
      derivedFrom: { id: parent.id, sha256: parent.sha256, how: 'marked' },
    });
    expect(await again(parent)).toEqual(parent);
    expect(await (await database().blobs.get(parent.sha256))?.blob.text()).toBe('aa');
    expect(await said(id, 'evidenceDerived')).toMatchObject([
      { fileName: marked.fileName, parent: parent.fileName, parentHash: parent.sha256 },
    ]);
    const twice = await fileDerived(parent.id, checkedFile('bb'), { how: 'marked', atMs: null }, noon);
    expect(twice.id).toBe(marked.id);
    expect(await listDerived(parent)).toHaveLength(1);
  });
});

async function lineOf(caseId: CaseId) {
  return {
    caseId,
    shopId: null,
    platform: 'pdd' as const,
    buyerId: '',
    orderNo: '',
    kind: 'missing' as const,
    shouldSend: '',
    sent: '',
    quantity: 1,
    cause: 'other' as const,
    causeNote: '',
    packedBy: '',
    remedy: 'none' as const,
    costFen: 0,
    happenedAt: noon,
  };
}
