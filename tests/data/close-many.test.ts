import { freshDatabase, hour, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { closeMany, readCloseRows, type CloseRow } from '../../renderer/data/close-many';
import { addCommitment } from '../../renderer/data/commitment-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { beginUndo, newestStep, undoStep } from '../../renderer/data/undo/undo-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseInput } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const start = async (part: Partial<CaseInput>): Promise<CaseId> =>
  (await createCase(makeCaseInput(part), noon)).id;

const orderOf = ({ item, shares, issues }: CloseRow, realReason = '尺码偏小') => ({
  id: item.id,
  input: {
    outcome: 'approved' as const,
    statedReason: '',
    realReason,
    shares,
    satisfaction: null,
    satisfactionNote: '',
    ruleQuote: '',
    improvement: '',
  },
  seen: issues.map(({ key }) => key),
});
const statusOf = async (ids: readonly CaseId[]) =>
  Promise.all(ids.map(async (id) => (await getCase(id))?.status));

const promise = {
  kind: 'freight',
  text: '',
  amountFen: 1200,
  account: '',
  trigger: 'date',
  at: noon + hour,
  withinHours: 0,
} as const;

test('R2 R76 R87 closing several: each gate holds, the held ones stay open and are named, all comes back in one step', async () => {
  const plain = await start({ type: 'refundOnly', liability: 'shop' });
  const owed = await start({ type: 'partialRefund', liability: 'shop' });
  await addCommitment(owed, promise, noon);
  const held = await start({ type: 'lost', liability: 'courier' });
  const charged = await start({ type: 'reship', liability: 'supplier' });
  const ids = [plain, held, owed, charged];
  const rows = await readCloseRows(ids);
  const gatesOf = new Map(rows.map(({ item, gates }) => [item.id, gates.map(({ gate }) => gate.id)]));
  expect(ids.map((id) => gatesOf.get(id))).toEqual([[], ['liableConfirmed'], [], ['supplierProof']]);
  const warned = rows.find(({ item }) => item.id === owed)?.issues.map(({ kind }) => kind);
  expect(warned).toContain('promises');
  expect(warned).toContain('steps');
  await beginUndo();
  const { closed, left } = await closeMany(
    rows.map((row) => orderOf(row)),
    noon + 1,
  );
  expect(closed).toEqual([plain, owed]);
  expect(left).toEqual([
    { id: held, code: 'gateClosed' },
    { id: charged, code: 'gateClosed' },
  ]);
  expect(await statusOf(ids)).toEqual(['closed', 'open', 'closed', 'open']);
  for (const id of [held, charged])
    expect((await listEvents(id)).map(({ kind }) => kind)).not.toContain('gateOverridden');
  const step = await newestStep();
  expect(await undoStep(step?.id ?? '', noon + 2)).toBe('done');
  expect(await statusOf(ids)).toEqual(['open', 'open', 'open', 'open']);
});

test('R12 what was promised after the seller looked keeps that case open and no other', async () => {
  const ids = [await start({ liability: 'shop' }), await start({ liability: 'shop' })] as const;
  const orders = (await readCloseRows(ids)).map((row) => orderOf(row));
  await addCommitment(ids[0], promise, noon);
  const { closed, left } = await closeMany(orders, noon);
  expect(closed).toEqual([ids[1]]);
  expect(left).toEqual([{ id: ids[0], code: 'closingOpen' }]);
});

test('R4 without a real reason nothing is closed; what is closed already is left alone', async () => {
  const ids = [await start({ liability: 'shop' }), await start({ liability: 'shop' })] as const;
  const rows = await readCloseRows(ids);
  const first = await closeMany(
    rows.map((row) => orderOf(row, row.item.id === ids[0] ? ' ' : '做工')),
    noon,
  );
  expect(first).toEqual({ closed: [ids[1]], left: [{ id: ids[0], code: 'invalidInput' }] });
  expect((await readCloseRows(ids)).map(({ item }) => item.id)).toEqual([ids[0]]);
  expect(
    await closeMany(
      rows.slice(1).map((row) => orderOf(row)),
      noon,
    ),
  ).toEqual({ closed: [], left: [] });
});
