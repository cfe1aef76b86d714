import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import {
  countEvidence,
  fileEvidence,
  listEvidence,
  listEvidenceOfCase,
  logExport,
  readOriginal,
  type CheckedFile,
} from '../../renderer/data/evidence-repository';
import { saveDerived } from '../../renderer/data/likeness-repository';
import { listMissingThumbs } from '../../renderer/data/missing-thumbs';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { closeTestDatabase, openTestDatabase } from '../helpers/test-db';
import type { CaseId, Sha256 } from '#shared/domain/ids';

beforeEach(openTestDatabase);
afterEach(closeTestDatabase);

/** 2026-11-21 12:00 in Shanghai. */
const noon = Date.UTC(2026, 10, 21, 4);
const day = 86_400_000;

async function makeCase(buyerId: string): Promise<CaseId> {
  return (await createCase(makeCaseInput({ buyerId }), noon)).id;
}

function file(text: string, part: Partial<CheckedFile> = {}): CheckedFile {
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
    ...part,
  };
}

describe('R21 R22 filing evidence', () => {
  test('names it by buyer, day, kind and number, and keeps bytes and original name', async () => {
    const caseId = await makeCase('小鱼爱吃猫');
    const first = await fileEvidence(caseId, file('aa', { originalName: '微信图片_1.jpg' }), noon);
    const second = await fileEvidence(caseId, file('bb'), noon);
    const video = await fileEvidence(
      caseId,
      file('cc', { kind: 'video', ext: 'mp4', mime: 'video/mp4' }),
      noon,
    );
    expect(first).toMatchObject({ outcome: 'stored', of: null });
    expect([first, second, video].map(({ evidence }) => evidence.fileName)).toEqual([
      '小鱼爱吃猫_20261121_照片_01.jpg',
      '小鱼爱吃猫_20261121_照片_02.jpg',
      '小鱼爱吃猫_20261121_视频_01.mp4',
    ]);
    expect(first.evidence).toMatchObject({ originalName: '微信图片_1.jpg', size: 2, folder: '小鱼爱吃猫' });
    expect(await (await readOriginal(first.evidence.sha256)).text()).toBe('aa');
    expect(await countEvidence(caseId)).toBe(3);
  });

  test('the day in the name is the one in Shanghai', async () => {
    const caseId = await makeCase('x');
    const late = await fileEvidence(caseId, file('aa'), Date.UTC(2026, 10, 21, 15, 59));
    const early = await fileEvidence(caseId, file('bb'), Date.UTC(2026, 10, 21, 16, 0));
    expect(late.evidence.fileName).toBe('x_20261121_照片_01.jpg');
    expect(early.evidence.fileName).toBe('x_20261122_照片_01.jpg');
  });

  test('the same bytes in another case are linked and stored once', async () => {
    const one = await makeCase('甲');
    const other = await makeCase('乙');
    const first = await fileEvidence(one, file('aa'), noon);
    const again = await fileEvidence(other, file('aa', { originalName: 'copy.jpg' }), noon);
    expect(again.outcome).toBe('linked');
    expect(again.of).toEqual({ caseNo: '20261121-001', fileName: '甲_20261121_照片_01.jpg' });
    expect(again.evidence).toMatchObject({
      fileName: '乙_20261121_照片_01.jpg',
      duplicateOf: first.evidence.id,
      originalName: 'copy.jpg',
    });
    expect(await database().blobs.count()).toBe(1);
  });

  test('the same bytes in the same case are only noticed', async () => {
    const caseId = await makeCase('甲');
    const first = await fileEvidence(caseId, file('aa'), noon);
    const again = await fileEvidence(caseId, file('aa', { originalName: 'copy.jpg' }), noon + 1);
    expect(again).toMatchObject({ outcome: 'already', evidence: { id: first.evidence.id } });
    expect(await countEvidence(caseId)).toBe(1);
    const kinds = (await listEvents(caseId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['caseCreated', 'evidenceAdded', 'evidenceDuplicate']);
  });

  test('a number is never given twice, also after the last one was removed', async () => {
    const caseId = await makeCase('甲');
    await fileEvidence(caseId, file('aa'), noon);
    const second = await fileEvidence(caseId, file('bb'), noon);
    await database().evidence.delete(second.evidence.id);
    const third = await fileEvidence(caseId, file('cc'), noon);
    expect(third.evidence.fileName).toBe('甲_20261121_照片_03.jpg');
  });

  test('a number that is taken by an older name is left out', async () => {
    const caseId = await makeCase('甲');
    const first = await fileEvidence(caseId, file('aa'), noon);
    await database().counters.clear();
    const next = await fileEvidence(caseId, file('bb'), noon);
    expect(next.evidence.fileName).toBe('甲_20261121_照片_02.jpg');
    expect(first.evidence.fileName).not.toBe(next.evidence.fileName);
  });

  test.each([
    ['A', 'a', 'a~2'],
    ['é', 'É', 'É~2'],
    ['x/y', 'x:y', 'x_y~2'],
    ['CON', 'con_', 'con_~2'],
    ['名'.repeat(120), `${'名'.repeat(119)}字`, `${'名'.repeat(49)}~2`],
  ])('buyers %j and %j never share a folder', async (one, other, folder) => {
    const first = await fileEvidence(await makeCase(one), file('aa'), noon);
    const second = await fileEvidence(await makeCase(other), file('bb'), noon);
    const again = await fileEvidence(await makeCase(other), file('cc'), noon);
    expect(second.evidence.folder).toBe(folder);
    expect(again.evidence.folder).toBe(folder);
    expect(first.evidence.folder.toLowerCase()).not.toBe(second.evidence.folder.toLowerCase());
    expect(second.evidence.buyerId).toBe(other);
  });

  test('a composed and a decomposed nick are one buyer', async () => {
    const first = await fileEvidence(await makeCase('é'), file('aa'), noon);
    const second = await fileEvidence(await makeCase('e\u0301'), file('bb'), noon);
    expect(second.evidence.folder).toBe(first.evidence.folder);
    expect(second.evidence.fileName).toBe('é_20261121_照片_02.jpg');
  });

  test('when writing fails nothing of the file stays: no row, no bytes, no history, no number', async () => {
    const caseId = await makeCase('甲');
    const fail = (): void => {
      throw new Error('disk full');
    };
    database().events.hook('creating', fail);
    await expect(fileEvidence(caseId, file('aa'), noon)).rejects.toThrow('disk full');
    database().events.hook('creating').unsubscribe(fail);
    expect(await database().evidence.count()).toBe(0);
    expect(await database().blobs.count()).toBe(0);
    const next = await fileEvidence(caseId, file('aa'), noon);
    expect(next.evidence.fileName).toBe('甲_20261121_照片_01.jpg');
  });

  test('files that come at the same time get different numbers, and the history holds', async () => {
    const caseId = await makeCase('甲');
    const names = 'abcdefghij'.split('').map((sign) => file(sign.repeat(2)));
    const filed = await Promise.all(names.map((one) => fileEvidence(caseId, one, noon)));
    expect(new Set(filed.map(({ evidence }) => evidence.fileName)).size).toBe(10);
    expect(findBrokenLink(await listEvents(caseId))).toBeNull();
  });

  test('a case that does not exist is refused', async () => {
    await expect(
      fileEvidence('01KAJ000000000000000000009' as CaseId, file('aa'), noon),
    ).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('reading evidence', () => {
  test('a case lists its own in the order they came; the archive lists all, newest first', async () => {
    const one = await makeCase('甲');
    const other = await makeCase('乙');
    await fileEvidence(one, file('aa'), noon);
    await fileEvidence(other, file('bb'), noon + day);
    await fileEvidence(one, file('cc'), noon + 2 * day);
    expect((await listEvidenceOfCase(one)).map(({ originalName }) => originalName)).toEqual([
      'aa.jpg',
      'cc.jpg',
    ]);
    expect((await listEvidence()).map(({ originalName }) => originalName)).toEqual([
      'cc.jpg',
      'bb.jpg',
      'aa.jpg',
    ]);
  });

  test('more than one page of the archive is read whole', async () => {
    const caseId = await makeCase('甲');
    const { evidence: first } = await fileEvidence(caseId, file('aa'), noon);
    const row = await database().evidence.get(first.id);
    if (row === undefined) throw new Error('no row');
    const copies = Array.from({ length: 4500 }, (_, index) => {
      const id = `01KAJ${String(index).padStart(21, '0')}` as typeof row.id;
      return { ...row, id, nameKey: id };
    });
    await database().evidence.bulkAdd(copies);
    expect(new Set((await listEvidence()).map(({ id }) => id)).size).toBe(4501);
  });

  test('missing thumbnails: newest first, once per file, without those made', async () => {
    const caseId = await makeCase('甲');
    const other = await makeCase('乙');
    const filed = [];
    for (const [index, text] of ['aa', 'bb', 'cc', 'dd'].entries()) {
      filed.push(await fileEvidence(caseId, file(text), noon + index));
    }
    await fileEvidence(other, file('dd'), noon + 9);
    const hashes = async (limit: number): Promise<string[]> =>
      (await listMissingThumbs(limit)).map(({ sha256 }) => sha256.slice(0, 2));
    expect(await hashes(9)).toEqual(['dd', 'cc', 'bb', 'aa']);
    expect(await hashes(2)).toEqual(['dd', 'cc']);
    const [, , third, fourth] = filed.map(({ evidence }) => evidence.sha256);
    if (third === undefined || fourth === undefined) throw new Error('not filed');
    await saveDerived([{ sha256: fourth, thumb: null }]);
    expect((await database().thumbs.get(fourth))?.blob).toBeNull();
    expect(await database().thumbs.get(third)).toBeUndefined();
    expect(await hashes(9)).toEqual(['cc', 'bb', 'aa']);
  });

  test('missing thumbnails are the newest also when there are very many', async () => {
    const caseId = await makeCase('甲');
    const { evidence: first } = await fileEvidence(caseId, file('aa'), noon);
    const row = await database().evidence.get(first.id);
    if (row === undefined) throw new Error('no row');
    for (let index = 1; index <= 600; index += 1) {
      const id = `01KAJ${String(index).padStart(21, '0')}` as typeof row.id;
      const sha256 = String(index).padStart(64, '0') as Sha256;
      await database().evidence.add({ ...row, id, nameKey: id, sha256, receivedAt: noon + index });
      await database().blobs.add({ sha256, blob: new Blob(['x']) });
    }
    await saveDerived([{ sha256: String(600).padStart(64, '0') as Sha256, thumb: null }]);
    const missing = (await listMissingThumbs(2)).map(({ sha256 }) => Number(sha256));
    expect(missing).toEqual([599, 598]);
  });

  test('R22 an export is written into the history of each case, with its number of files', async () => {
    const one = await makeCase('甲');
    const other = await makeCase('乙');
    await logExport(
      new Map([
        [one, 3],
        [other, 1],
      ]),
      '售后问题图片汇集',
      noon,
    );
    expect((await listEvents(one)).at(-1)).toMatchObject({ kind: 'evidenceExported', data: { count: 3 } });
    expect((await listEvents(other)).at(-1)).toMatchObject({ kind: 'evidenceExported', data: { count: 1 } });
  });
});
