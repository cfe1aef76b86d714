import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { defaultTolerance, type WeighingInput } from '#shared/domain/weighing';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { setEvidenceSlot } from '../../renderer/data/evidence-check-repository';
import { fileEvidence, getEvidence } from '../../renderer/data/evidence-repository';
import { checkedFile } from '../helpers/checked-file';
import type { EvidenceId } from '#shared/domain/ids';
import { getWeighing, saveWeighing } from '../../renderer/data/weighing-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

const part = { name: '', quantity: 1, unitGrams: null, readGrams: null, waybill: '', evidenceId: null };
const input: WeighingInput = {
  parts: [{ ...part, name: ' 腰带 ', unitGrams: 60 }, part],
  waybills: [{ waybill: ' SF1 ', grams: null, state: 'received' }],
  packagingGrams: null,
  totalGrams: 20,
  totalEvidenceId: null,
  ...defaultTolerance,
  note: '',
};

test('R33 a weighing is kept with the case, its verdict in the history', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'shortage' }), noon);
  expect(await getWeighing(id)).toBeUndefined();
  const first = await saveWeighing(id, input, noon);
  expect(first).toMatchObject({ parts: [{ name: '腰带' }], waybills: [{ waybill: 'SF1' }] });
  const second = await saveWeighing(id, { ...input, totalGrams: 60 }, noon + 1);
  expect(second).toMatchObject({ id: first.id, createdAt: noon, updatedAt: noon + 1 });
  expect(await database().weighings.count()).toBe(1);
  const events = await listEvents(id);
  expect(events.slice(1).map(({ data }) => [data['verdict'], data['grams']])).toEqual([
    ['short', -40],
    ['match', 0],
  ]);
  expect(findBrokenLink(events)).toBeNull();
});

test('R33 a photo named as a reading is the one the checklist asks for, unless it was put elsewhere', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'shortage' }), noon);
  const ids: EvidenceId[] = [];
  for (const name of ['a', 'b', 'c']) ids.push((await fileEvidence(id, checkedFile(name), noon)).evidence.id);
  const [first, second, third] = ids as [EvidenceId, EvidenceId, EvidenceId];
  await setEvidenceSlot(second, 'outer-packing', noon);
  const parts = [
    { ...part, name: '裙', evidenceId: first },
    { ...part, name: '带', evidenceId: second },
  ];
  await saveWeighing(id, { ...input, parts }, noon);
  const slots = async () => (await getEvidence(ids)).map(({ slot, kind }) => `${slot ?? ''} ${kind}`);
  expect(await slots()).toEqual(['weighing weighing', 'outer-packing photo', ' photo']);
  // Taken out by hand: saving again does not put it back.
  await setEvidenceSlot(first, null, noon);
  await saveWeighing(id, { ...input, parts, totalEvidenceId: third }, noon);
  expect(await slots()).toEqual([' weighing', 'outer-packing photo', 'weighing weighing']);
});

test('R33 weights that are not whole grams are refused and nothing is written', async () => {
  const { id } = await createCase(makeCaseInput(), noon);
  for (const bad of [
    { totalGrams: 1.5 },
    { totalGrams: -1 },
    { parts: [{ ...part, name: 'x', quantity: 0 }] },
  ])
    await expect(saveWeighing(id, { ...input, ...bad }, noon)).rejects.toMatchObject({
      code: 'invalidInput',
    });
  expect(await getWeighing(id)).toBeUndefined();
});
