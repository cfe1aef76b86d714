import { freshDatabase } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { matchFiles } from '../../renderer/data/case-match';
import { database } from '../../renderer/data/database';
import { storeBatch } from '../../renderer/data/evidence-batch';
import { editEvidenceFacts } from '../../renderer/data/evidence-facts';
import { fileEvidence, listEvidenceOfCase, readOriginal } from '../../renderer/data/evidence-repository';
import {
  countInbox,
  fileFromInbox,
  giveToForm,
  isKnownFile,
  listForForm,
  listInbox,
  listPutAway,
  releaseForm,
  replacePart,
  setPutAway,
  type InboxFile,
} from '../../renderer/data/inbox-repository';
import { findAlike, listAlike, saveDerived } from '../../renderer/data/likeness-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { settleGrown } from '../../renderer/features/evidence/watch-grown';
import { useToasts } from '../../renderer/state/toast-store';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Case } from '#shared/domain/case';
import type { InboxId, Sha256 } from '#shared/domain/ids';

freshDatabase();

/** 2026-11-21 12:00 in Shanghai. */
const noon = Date.UTC(2026, 10, 21, 4);

function file(text: string, part: Partial<InboxFile> = {}): InboxFile {
  return {
    blob: new Blob([text], { type: 'image/jpeg' }),
    originalName: `${text}.jpg`,
    sha256: text.padEnd(64, '0') as Sha256,
    mime: 'image/jpeg',
    ext: 'jpg',
    kind: 'photo',
    source: 'drop',
    width: 4000,
    height: 3000,
    folder: '',
    hint: '',
    waitsFor: null,
    ...part,
  };
}
async function keep(...files: readonly InboxFile[]): Promise<InboxId[]> {
  const outcomes = await storeBatch(
    files.map((one) => ({ to: 'inbox', file: one })),
    noon,
  );
  return outcomes.flatMap((one) => ('item' in one ? [one.item.id] : []));
}
const makeCase = (part: Parameters<typeof makeCaseInput>[0] = {}): Promise<Case> =>
  createCase(makeCaseInput(part), noon);
const names = async (): Promise<string[]> => (await listInbox()).map(({ originalName }) => originalName);

describe('R19 a file that came in before it was complete', () => {
  const hash = async (blob: Blob): Promise<string> => (await blob.text()).padEnd(64, '0');
  const grow = async (whole: InboxId): Promise<void> =>
    settleGrown(new File(['partwhole'], 'v.jpg'), { grownFrom: 4, whole, now: noon + 1 }, hash);

  test('is one file: the whole one stands where its beginning waited, and the beginning is not lost', async () => {
    const [part] = await keep(file('part', { source: 'watch', waitsFor: 'form' }), file('other'));
    const [whole] = await keep(file('partwhole', { source: 'watch' }));
    await grow(whole as InboxId);
    expect(await names()).toEqual(['partwhole.jpg', 'other.jpg']);
    expect((await listForForm()).map(({ id }) => id)).toEqual([whole]);
    expect((await listPutAway()).map(({ id }) => id)).toEqual([part]);
    expect(await (await readOriginal('part'.padEnd(64, '0') as Sha256)).text()).toBe('part');
    expect(await isKnownFile('part'.padEnd(64, '0') as Sha256)).toBe(true);
  });

  test('whose beginning was filed joins it in its case, and the seller is told', async () => {
    const { id, caseNo } = await makeCase();
    const [part] = await keep(file('part', { source: 'watch' }));
    await fileFromInbox([part as InboxId], id, noon);
    const [whole] = await keep(file('partwhole', { source: 'watch' }));
    useToasts.setState({ toasts: [] });
    await grow(whole as InboxId);
    const pieces = await listEvidenceOfCase(id);
    expect(pieces.map(({ originalName }) => originalName)).toEqual(['part.jpg', 'partwhole.jpg']);
    expect(await countInbox()).toBe(0);
    expect(useToasts.getState().toasts).toMatchObject([
      {
        key: 'watch.grown',
        values: { name: 'v.jpg', caseNo, fileName: pieces[0]?.fileName, wholeName: pieces[1]?.fileName },
      },
    ]);
  });

  test('of the same name but with other bytes is a file of its own', async () => {
    await keep(file('else', { source: 'watch' }));
    const [whole] = await keep(file('partwhole', { source: 'watch' }));
    await grow(whole as InboxId);
    expect(await countInbox()).toBe(2);
    expect(await replacePart('none'.padEnd(64, '0') as Sha256, 'gone' as InboxId, noon)).toEqual({
      part: 'none',
    });
  });
});

describe('R19 R22 the inbox', () => {
  test('keeps bytes until they are filed; then they are evidence under the buyer, with the day they came', async () => {
    const [id] = await keep(file('aa', { taken: { local: '2026-11-19T10:00:00', offset: '+08:00' } }));
    const { id: caseId } = await makeCase();
    expect(await countInbox()).toBe(1);
    const outcomes = await fileFromInbox(id === undefined ? [] : [id], caseId, noon + 2 * 86_400_000);
    expect(outcomes).toMatchObject([{ outcome: 'stored' }]);
    const [item] = await listEvidenceOfCase(caseId);
    expect(item).toMatchObject({
      fileName: '小鱼爱吃猫_20261121_照片_01.jpg',
      receivedAt: noon,
      originalName: 'aa.jpg',
      taken: { local: '2026-11-19T10:00:00' },
    });
    expect(await (await readOriginal('aa'.padEnd(64, '0') as Sha256)).text()).toBe('aa');
    expect(await countInbox()).toBe(0);
    expect((await listEvents(caseId)).map(({ kind }) => kind)).toContain('evidenceAdded');
  });

  test('nothing is filed twice: what is asked for again, or by two at once, is passed over', async () => {
    const ids = await keep(file('aa'), file('bb'));
    const one = await makeCase();
    const other = await makeCase({ buyerId: '乙' });
    const [first, second] = await Promise.all([
      fileFromInbox(ids, one.id, noon),
      fileFromInbox(ids, other.id, noon),
    ]);
    expect(first.length + second.length).toBe(2);
    expect(await fileFromInbox(ids, one.id, noon)).toEqual([]);
    expect(await database().evidence.count()).toBe(2);
  });

  test('when filing fails the file is still in the inbox and nowhere else', async () => {
    const ids = await keep(file('aa'));
    const { id: caseId } = await makeCase();
    const fail = (): void => {
      throw new Error('disk full');
    };
    database().events.hook('creating', fail);
    await expect(fileFromInbox(ids, caseId, noon)).rejects.toThrow('disk full');
    database().events.hook('creating').unsubscribe(fail);
    expect(await countInbox()).toBe(1);
    expect(await database().evidence.count()).toBe(0);
  });

  test('the same bytes lie there once, and come back when they had been put away', async () => {
    const [id] = await keep(file('aa'));
    await keep(file('aa', { originalName: 'again.jpg' }));
    expect(await names()).toEqual(['aa.jpg']);
    await setPutAway(id === undefined ? [] : [id], noon);
    expect(await names()).toEqual([]);
    expect(await isKnownFile('aa'.padEnd(64, '0') as Sha256)).toBe(true);
    await keep(file('aa'));
    expect(await names()).toEqual(['aa.jpg']);
  });

  test('of several files in one transaction all are kept, or none', async () => {
    const { id: caseId } = await makeCase();
    const fail = (_key: unknown, { sha256 }: { readonly sha256: string }): void => {
      if (sha256.startsWith('cc')) throw new Error('disk full');
    };
    database().blobs.hook('creating', fail);
    const jobs = [file('aa'), file('bb'), file('cc')].map(
      (one) => ({ to: 'case', caseId, file: one }) as const,
    );
    await expect(storeBatch(jobs, noon)).rejects.toThrow('disk full');
    database().blobs.hook('creating').unsubscribe(fail);
    expect(await database().blobs.count()).toBe(0);
    expect(await database().evidence.count()).toBe(0);
  });

  test('files belong to the form until it is saved or closed', async () => {
    const ids = await keep(file('aa', { waitsFor: 'form' }), file('bb'));
    expect((await listForForm()).map(({ originalName }) => originalName)).toEqual(['aa.jpg']);
    await giveToForm(ids);
    expect(await listForForm()).toHaveLength(2);
    expect(await releaseForm()).toBe(2);
    expect(await listForForm()).toEqual([]);
    expect(await countInbox()).toBe(2);
  });

  test('says where bytes are filed already', async () => {
    const { id: caseId } = await makeCase();
    await fileEvidence(caseId, file('aa'), noon);
    const [outcome] = await storeBatch([{ to: 'inbox', file: file('aa') }], noon);
    expect(outcome).toMatchObject({ of: { caseNo: '20261121-001' } });
  });
});

describe('R21 a file tells its case', () => {
  const match = async (name: string, folder = '', hint = ''): Promise<string[]> =>
    ((await matchFiles([{ name, folder, hint }]))[0] ?? []).map(({ item, by }) => `${item.caseNo} ${by}`);

  test.each([
    ['小鱼爱吃猫_裂口.jpg', 'buyerId'],
    ['退货小鱼爱吃猫照片 1.jpg', 'buyerId'],
    ['261119-023188420017.jpg', 'orderNo'],
    ['订单261119-023188420017 外包装.jpg', 'orderNo'],
    ['20261121-001 (2).png', 'caseNo'],
  ])('%s', async (name, by) => {
    await makeCase();
    expect(await match(name)).toEqual([`20261121-001 ${by}`]);
  });

  test('by its folder, or short text on the clipboard; its own name comes first', async () => {
    await makeCase();
    await makeCase({ buyerId: '乙方先生', orderNo: '' });
    expect(await match('IMG_1.jpg', '2026/小鱼爱吃猫')).toEqual(['20261121-001 buyerId']);
    expect(await match('IMG_1.jpg', '', '乙方先生')).toEqual(['20261121-002 buyerId']);
    expect(await match('乙方先生.jpg', '小鱼爱吃猫')).toEqual([
      '20261121-002 buyerId',
      '20261121-001 buyerId',
    ]);
  });

  test('a name inside a longer one is not meant, nor half a word or number, nor everyday words', async () => {
    await makeCase({ buyerId: 'tb12', orderNo: '12345678' });
    await makeCase({ buyerId: '小鱼', orderNo: '' });
    await makeCase({ buyerId: '小鱼爱吃猫', orderNo: '' });
    await makeCase({ buyerId: '图片', orderNo: '' });
    expect(await match('tb123.jpg')).toEqual([]);
    expect(await match('tb12.jpg')).toEqual(['20261121-001 buyerId']);
    expect(await match('123456789.jpg')).toEqual([]);
    expect(await match('小鱼爱吃猫.jpg')).toEqual(['20261121-003 buyerId']);
    expect(await match('微信图片_20261121.jpg')).toEqual([]);
  });

  test('of two cases of a buyer the open one worked on last', async () => {
    await makeCase({ orderNo: '' });
    const second = await createCase(makeCaseInput({ orderNo: '' }), noon + 1000);
    expect((await match('小鱼爱吃猫.jpg'))[0]).toBe(`${second.caseNo} buyerId`);
  });
});

test('near duplicates in other cases are a hint, the same parcel and the same bytes are not', async () => {
  const one = await makeCase();
  const other = await makeCase({ buyerId: '乙' });
  for (const [caseId, text, hash] of [
    [one.id, 'aa', 'f0e1d2c3b4a59687'],
    [one.id, 'bb', 'f0e1d2c3b4a59686'],
    [other.id, 'cc', 'f0e1d2c3b4a59681'],
    [other.id, 'dd', '0f1e2d3c4b5a6978'],
  ] as const) {
    await fileEvidence(caseId, file(text), noon);
    await saveDerived([{ sha256: text.padEnd(64, '0') as Sha256, thumb: null, likeness: hash }]);
  }
  const alike = await findAlike('aa'.padEnd(64, '0') as Sha256, one.id);
  expect(alike).toMatchObject([{ caseNo: other.caseNo, distance: 2 }]);
  // Many at once say the same; what belongs to no case yet is compared with all.
  const key = (text: string): Sha256 => text.padEnd(64, '0') as Sha256;
  const found = await listAlike([key('aa'), key('bb'), key('cc'), key('dd'), key('ee')], one.id);
  expect([...found].map(([sha256, { caseNo, distance }]) => [sha256, caseNo, distance])).toEqual([
    [key('aa'), other.caseNo, 2],
    [key('bb'), other.caseNo, 3],
  ]);
  await saveDerived([{ sha256: key('ee'), thumb: null, likeness: 'f0e1d2c3b4a59686' }]);
  expect((await listAlike([key('ee')], null)).get(key('ee'))).toMatchObject({
    caseNo: one.caseNo,
    distance: 0,
  });
});

test('R19 what the seller says of a piece is kept with old and new words; bytes and name stay', async () => {
  const { id: caseId } = await makeCase();
  const { evidence } = await fileEvidence(caseId, file('aa'), noon);
  await editEvidenceFacts(evidence.id, { source: 'wechat', supports: '袖口开线', note: '' }, noon + 1);
  const [after] = await listEvidenceOfCase(caseId);
  expect(after).toEqual({ ...evidence, source: 'wechat', supports: '袖口开线' });
  expect((await listEvents(caseId)).slice(-2).map(({ data }) => data)).toMatchObject([
    { field: 'source', from: 'drop', to: 'wechat' },
    { field: 'supports', from: '', to: '袖口开线' },
  ]);
});
