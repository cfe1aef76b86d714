import { freshDatabase, noon } from './fresh-database';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { defaultTolerance, type WeighingInput } from '#shared/domain/weighing';
import { provesForUs } from '#shared/domain/pack-weighing';
import { createCase } from '../../renderer/data/case-repository';
import { fileEvidence } from '../../renderer/data/evidence-repository';
import { expectParcel } from '../../renderer/data/parcel-repository';
import { saveWeighing } from '../../renderer/data/weighing-repository';
import { readPackSource } from '../../renderer/features/pack/pack-source';
import { weighingLines } from '../../renderer/features/pack/pack-weighing';
import { draftText, timelineLines, type PackFacts } from '../../renderer/features/pack/pack-words';
import { buildVerifier, verifierWords } from '../../renderer/features/pack/verifier/verifier-page';
import { startTexts } from '../../renderer/text/i18n';
import { checkedFile } from '../helpers/checked-file';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();
let t: TFunction;
beforeAll(async () => {
  await startTexts('zh-CN');
  ({ t } = i18next);
});

const part = { quantity: 1, readGrams: null, waybill: '', evidenceId: null };
const input: WeighingInput = {
  parts: [
    { ...part, name: '连衣裙', unitGrams: 420, readGrams: 425 },
    { ...part, name: '腰带', unitGrams: 60, waybill: 'SF2' },
  ],
  waybills: [
    { waybill: 'SF1', grams: 545, state: 'received' },
    { waybill: 'SF2', grams: null, state: 'underway' },
  ],
  packagingGrams: 120,
  totalGrams: 540,
  totalEvidenceId: null,
  ...defaultTolerance,
  note: '',
};

test('R32 R33 a pack knows every waybill, sent and returned, and tells what was weighed', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'shortage' }), noon);
  await saveWeighing(id, input, noon);
  await expectParcel(id, { waybill: 'YT8800001111222', carrier: '' }, noon);
  const source = await readPackSource(id);
  if (source?.weighing === undefined) throw new Error('no weighing');
  expect(source.waybills).toEqual(['SF1', 'SF2', 'YT8800001111222']);
  expect(weighingLines(t, source.weighing)).toEqual([
    '连衣裙 × 1：单件 420 g，称得 425 g，+5 g 相符',
    '腰带 × 1：单件 60 g，称得 —，在路上，运单 SF2',
    '运单 SF1：面单 545 g，已收到',
    '运单 SF2：面单 —，还在路上',
    '清单应重 540 g · 面单 545 g · 称得 540 g · 相差 -5 g · 允许 ±20 g 分单：还有包裹在路上',
  ]);
  const facts: PackFacts = {
    item: source.item,
    events: source.events,
    purpose: 'dispute',
    waybills: source.waybills.join(' '),
    ask: '请驳回',
    masked: true,
    weighing: source.weighing,
  };
  expect(draftText(t, 'zh-CN', facts, [], 500)).toContain('称重：清单应重 540 g');
  expect(draftText(t, 'zh-CN', { ...facts, weighing: undefined }, [], 500)).not.toContain('称重');
});

test('R33 a weighing that speaks against our own packing stays out unless the seller says so', async () => {
  const { id } = await createCase(makeCaseInput(), noon);
  const split = await saveWeighing(id, input, noon);
  expect(provesForUs(split)).toBe(true);
  const waybills = [{ waybill: 'SF1', grams: 300, state: 'received' } as const];
  expect(provesForUs({ ...split, waybills, parts: split.parts.slice(0, 1), totalGrams: 300 })).toBe(false);
});

test('a name that turns its line around is printed plainly', async () => {
  const { id } = await createCase(makeCaseInput(), noon);
  await fileEvidence(id, checkedFile('a', { originalName: 'a\u202Egpj.exe.jpg' }), noon);
  const source = await readPackSource(id);
  if (source === null) throw new Error('no case');
  const { item, events } = source;
  expect(timelineLines(t, 'zh-CN', { item, events, masked: true }).at(-1)).toMatch(/原名 agpj\.exe\.jpg）$/);
});

test('R131 a reader that does not run says so: it never looks as if there were nothing to find', async () => {
  const page = await (
    await buildVerifier(
      'zh-CN',
      verifierWords((key) => t(key)),
    )
  ).text();
  const shown = page.slice(page.indexOf('id="verdict"'), page.indexOf('<dl'));
  expect(shown).toContain('本页没有运行');
  expect(shown).not.toContain(t('packVerify.waiting'));
});
