import { describe, expect, test } from 'vitest';
import { buildManifest } from '#shared/vault/manifest';
import {
  filterEvidence,
  groupEvidence,
  layoutRows,
  monthOf,
  monthsOf,
  stepInRows,
} from '../../../renderer/features/evidence/archive-groups';
import { sizeWords } from '../../../renderer/features/evidence/file-facts';
import { countColumns, stepInGrid } from '../../../renderer/features/evidence/grid-keys';
import { makeEvidence } from './make-evidence';
import type { CaseId } from '#shared/domain/ids';

const all = { text: '', kind: null, month: null };

describe('R22 the archive', () => {
  test.each([
    ['小鱼', 1],
    ['IMG_a', 1],
    ['ｉｍｇ', 2],
    ['ABC', 1],
    ['照片', 2],
    ['  ', 2],
    ['nobody', 0],
  ])('%j finds %i', (text, count) => {
    const items = [
      makeEvidence({ originalName: 'img_a.jpg' }),
      makeEvidence({ buyerId: 'aBc', fileName: 'aBc_照片_01.jpg', originalName: 'img_b.jpg' }),
    ];
    expect(filterEvidence(items, { ...all, text })).toHaveLength(count);
  });

  test('kind and month narrow it; the month is the one in Shanghai', () => {
    const late = makeEvidence({ receivedAt: Date.UTC(2026, 9, 31, 16), kind: 'video' });
    const early = makeEvidence({ receivedAt: Date.UTC(2026, 9, 31, 15, 59, 59, 999) });
    expect([late, early].map(({ receivedAt }) => monthOf(receivedAt))).toEqual(['2026-11', '2026-10']);
    expect(monthsOf([late, early])).toEqual(['2026-11', '2026-10']);
    expect(filterEvidence([late, early], { ...all, month: '2026-10' })).toEqual([early]);
    expect(filterEvidence([late, early], { ...all, kind: 'video' })).toEqual([late]);
  });

  test('groups keep the order of the list; buyers are told apart by folder', () => {
    const upper = makeEvidence({ buyerId: 'A', folder: 'A' });
    const lower = makeEvidence({ buyerId: 'a', folder: 'a~2' });
    const again = makeEvidence({ buyerId: 'A', folder: 'A', caseId: '01KAJ000000000000000000002' as CaseId });
    const groups = groupEvidence([upper, lower, again], 'buyer');
    expect(groups.map(({ label, items }) => [label, items])).toEqual([
      ['A', [upper, again]],
      ['a', [lower]],
    ]);
    expect(groupEvidence([upper, lower, again], 'case').map(({ items }) => items.length)).toEqual([2, 1]);
    expect(layoutRows(groupEvidence([upper, lower, again], 'none'), 2).map(({ kind }) => kind)).toEqual([
      'tiles',
      'tiles',
    ]);
  });

  test('arrow keys move over the borders of groups', () => {
    const [a1, a2, a3] = ['1', '2', '3'].map(() => makeEvidence({ folder: 'A' }));
    const [b1, b2] = ['1', '2'].map(() => makeEvidence({ folder: 'B' }));
    if (a1 === undefined || a2 === undefined || a3 === undefined || b1 === undefined || b2 === undefined) {
      throw new Error('not made');
    }
    // A: a1 a2 / a3, then B: b1 b2.
    const rows = layoutRows(groupEvidence([a1, a2, a3, b1, b2], 'buyer'), 2);
    const step = (key: string, from: typeof a1): unknown => stepInRows(key, from, rows);
    expect(step('ArrowRight', a3)).toBe(b1);
    expect(step('ArrowLeft', a1)).toBe(a1);
    expect(step('ArrowDown', a2)).toBe(a3);
    expect(step('ArrowDown', a3)).toBe(b1);
    expect(step('ArrowUp', b2)).toBe(a3);
    expect(step('ArrowDown', b1)).toBe(b1);
    expect(step('End', a1)).toBe(b2);
    expect(step('Home', b2)).toBe(a1);
    expect(step('x', a1)).toBeNull();
  });
});

describe('keys in a grid of tiles', () => {
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 0, 3],
    ['ArrowDown', 3, 6],
    ['ArrowDown', 5, 6],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 5, 2],
    ['ArrowUp', 1, 1],
    ['Home', 5, 0],
    ['End', 0, 6],
    ['Enter', 0, null],
  ])('%s from %i of seven in threes leads to %j', (key, from, to) => {
    expect(stepInGrid(key, from, 7, 3)).toBe(to);
  });

  test('columns are counted as they lie', () => {
    const tile = (offsetTop: number): HTMLElement => ({ offsetTop }) as HTMLElement;
    expect(countColumns([tile(0), tile(0), tile(0), tile(90)])).toBe(3);
    expect(countColumns([tile(0), tile(0)])).toBe(2);
    expect(countColumns([])).toBe(1);
  });
});

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [3_460_301, '3.3 MB'],
  [250 * 1024 * 1024, '250 MB'],
  [2 * 1024 ** 3, '2.0 GB'],
])('%i bytes read %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

describe('R22 the manifest of an export', () => {
  const owner = { caseNo: '20261121-001', orderNo: '1234567890123456789', platform: 'pdd' as const };
  const first = makeEvidence({
    buyerId: 'a/b',
    folder: 'a_b',
    fileName: 'a_b_20261121_照片_01.jpg',
    note: '袖口',
  });
  const link = makeEvidence({ sha256: first.sha256, duplicateOf: first.id, buyerId: '\u202ex' });
  const bad = makeEvidence();

  test('says of each file where it lies, whose it is and what it was called', () => {
    const manifest = buildManifest(
      [{ item: first, case: owner, first: undefined }],
      new Map(),
      first.receivedAt,
    );
    expect(manifest).toEqual({
      format: 'liudi-evidence-archive',
      version: 1,
      exportedAt: expect.stringMatching(/^2026-11-21T12:00:00\.\d{3}\+08:00$/) as string,
      files: [
        {
          path: 'a_b/a_b_20261121_照片_01.jpg',
          buyerId: 'a/b',
          platform: 'pdd',
          caseNo: '20261121-001',
          orderNo: '1234567890123456789',
          fileName: 'a_b_20261121_照片_01.jpg',
          originalName: first.originalName,
          size: 100,
          mime: 'image/jpeg',
          kind: 'photo',
          source: 'drop',
          sha256: first.sha256,
          receivedAt: manifest.exportedAt,
          duplicateOf: null,
          derivedFrom: null,
          note: '袖口',
        },
      ],
      leftOut: [],
    });
  });

  test('leaves out what did not pass its hash, and says so', () => {
    const entries = [first, bad].map((item) => ({ item, case: undefined, first: undefined }));
    const manifest = buildManifest(entries, new Map([[bad.sha256, 'changed' as const]]), 0);
    expect(manifest.files.map(({ sha256 }) => sha256)).toEqual([first.sha256]);
    expect(manifest.leftOut).toEqual([
      expect.objectContaining({ fileName: bad.fileName, sha256: bad.sha256, reason: 'changed' }),
    ]);
  });

  test('a copy names the first of its kind: by path when it is in the tree, else by name', () => {
    const entry = { item: link, case: undefined, first };
    const both = buildManifest([{ item: first, case: undefined, first: undefined }, entry], new Map(), 0);
    expect(both.files[1]?.duplicateOf).toBe('a_b/a_b_20261121_照片_01.jpg');
    expect(buildManifest([entry], new Map(), 0).files[0]).toMatchObject({
      duplicateOf: 'a_b_20261121_照片_01.jpg',
      buyerId: '\u202ex',
    });
  });
});
