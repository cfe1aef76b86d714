import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase, updateCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { saveInspection } from '../../renderer/data/inspection-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { acceptEvidence, answerStep, completeStep } from '../../renderer/data/step-repository';
import { checklistOf } from '#shared/knowledge/inspection/checklists';
import { makeCaseInput } from '../helpers/make-case-input';
import { filePhoto } from '../helpers/file-photo';
import type { CaseId } from '#shared/domain/ids';
import type { CaseInput } from '#shared/domain/case';
import type { Verdict } from '#shared/domain/inspection';

freshDatabase();

async function start(part: Partial<CaseInput>): Promise<CaseId> {
  return (await createCase(makeCaseInput({ platform: 'taobao', ...part }), noon)).id;
}

async function walkOf(id: CaseId) {
  const walk = await readWalk(id);
  if (walk === undefined) throw new Error('no walk');
  return walk;
}

const title = { zh: '问题', en: 'Fault' };

async function acceptPhoto(id: CaseId, slot: string, now: number): Promise<void> {
  await acceptEvidence(id, { id: slot, title }, [await filePhoto(id, now)], now);
}

async function inspect(id: CaseId, verdict: Verdict, now: number): Promise<void> {
  const checks = Object.fromEntries(checklistOf('clothing').map((item) => [item.id, 'ok' as const]));
  const deductionFen = verdict === 'deduct' ? 500 : 0;
  const note = verdict === 'pass' ? '' : '有污渍';
  await saveInspection(
    { caseId: id, productClass: 'clothing', grade: 'new', checks, verdict, deductionFen, note, evidence: [] },
    now,
  );
}

const closedGate = (gates: string) => ({ code: 'gateClosed', detail: { gates } });

test('R17 a quality decision needs an accepted photo, by step and by the clock’s own list', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'quality', noon);
  await expect(answerStep(id, 'verdict', 'agree', noon)).rejects.toMatchObject(closedGate('faultPhoto'));
  await expect(recordEvent(id, 'aftersale.agreed', noon, noon)).rejects.toMatchObject(
    closedGate('faultPhoto'),
  );
  await expect(recordEvent(id, 'aftersale.refused#2', noon, noon)).rejects.toMatchObject(
    closedGate('faultPhoto'),
  );
  await expect(updateCase(id, { events: { 'aftersale.agreed': noon } }, noon)).rejects.toMatchObject(
    closedGate('faultPhoto'),
  );
  expect((await walkOf(id)).facts.steps['verdict']).toBeUndefined();
  expect((await getCase(id))?.events).toEqual({});
  await acceptPhoto(id, 'fault-photo', noon);
  await answerStep(id, 'verdict', 'agree', noon);
  expect((await getCase(id))?.events).toHaveProperty(['aftersale.agreed']);
  const kinds = (await listEvents(id)).map(({ kind }) => kind);
  expect(kinds).not.toContain('gateOverridden');
});

test('R18 another reason is decided without a photo', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'noReason', noon);
  await answerStep(id, 'verdict', 'refuse', noon);
  expect((await walkOf(id)).walk.stage.id).toBe('verify');
  await answerStep(id, 'eligible', 'no', noon);
  expect((await walkOf(id)).walk.stage.id).toBe('refusedClaim');
});

test('R8 no refund and nothing sent before goods are back and inspected; a failed inspection is not enough', async () => {
  const id = await start({ type: 'exchange', goods: 'returning' });
  const refund = () => recordEvent(id, 'refund.succeeded', noon, noon);
  await expect(refund()).rejects.toMatchObject(closedGate('goodsBack'));
  await expect(completeStep(id, 'exchange-out', {}, noon)).rejects.toMatchObject(closedGate('goodsBack'));
  await expect(recordEvent(id, 'exchange.shipped', noon, noon)).rejects.toMatchObject(
    closedGate('goodsBack'),
  );
  await recordEvent(id, 'return.signed', noon, noon);
  await inspect(id, 'fail', noon + 1);
  await expect(refund()).rejects.toMatchObject(closedGate('goodsBack'));
  await inspect(id, 'deduct', noon + 2);
  await refund();
  expect((await getCase(id))?.events['refund.succeeded']).toBe(noon);
});

test('R8 an override needs a real reason, and the reason stands in the history', async () => {
  const id = await start({ type: 'returnRefund', goods: 'returning' });
  const refund = (override?: string) =>
    completeStep(id, 'refund', { values: { refund: '128' }, override }, noon);
  for (const reason of [undefined, '', '   ', 'ok', '。。。。。。']) {
    await expect(refund(reason)).rejects.toMatchObject(closedGate('goodsBack'));
  }
  await refund('平台已自动退款');
  const lines = (await listEvents(id)).filter(({ kind }) => kind === 'gateOverridden');
  expect(lines.map(({ data }) => data)).toMatchObject([
    { gate: 'goodsBack', action: 'refund', reason: '平台已自动退款', missing: 'back,inspected' },
  ]);
});

test('R10 an advance exchange needs the shop’s fault and a return waybill, but not the goods', async () => {
  const id = await start({ type: 'exchange', goods: 'received', liability: 'buyer' });
  await answerStep(id, 'exchange-way', 'advance', noon);
  const send = () => completeStep(id, 'advance-out', {}, noon);
  await expect(send()).rejects.toMatchObject(closedGate('advanceExchange'));
  await updateCase(id, { liability: 'shop' }, noon);
  await expect(send()).rejects.toMatchObject(closedGate('advanceExchange'));
  await recordEvent(id, 'return.waybill_entered', noon, noon);
  await send();
  expect((await getCase(id))?.events).toHaveProperty(['exchange.shipped']);
});

test('R78 R90 a cancel refund needs the goods known and a clear reply', async () => {
  const id = await start({ type: 'unshippedRefund', goods: 'unknown' });
  const refund = () => completeStep(id, 'refund', { values: { refund: '1' } }, noon);
  await expect(refund()).rejects.toMatchObject(closedGate('whereabouts'));
  await updateCase(id, { goods: 'packed' }, noon);
  await expect(refund()).rejects.toMatchObject(closedGate('whereabouts'));
  await expect(recordEvent(id, 'refund.succeeded', noon, noon)).rejects.toMatchObject(
    closedGate('whereabouts'),
  );
  await answerStep(id, 'stop-reply', 'stopped', noon);
  await refund();
});

test('R81 what the supplier pays needs the logo and the reply; R87 a loss the confirmation', async () => {
  const reship = await start({ type: 'reship', liability: 'supplier' });
  const send = () => completeStep(reship, 'send-again', {}, noon);
  await expect(send()).rejects.toMatchObject(closedGate('supplierProof'));
  await acceptPhoto(reship, 'logo-photo', noon);
  await expect(
    completeStep(reship, 'charge-supplier', { values: { amount: '20' } }, noon),
  ).rejects.toMatchObject(closedGate('supplierProof'));
  await acceptPhoto(reship, 'supplier-reply', noon);
  await send();
  const lost = await start({ type: 'lost', liability: 'courier' });
  const claim = () => completeStep(lost, 'claim-courier', { values: { amount: '20' } }, noon);
  await expect(claim()).rejects.toMatchObject(closedGate('liableConfirmed'));
  await acceptPhoto(lost, 'liable-confirmation', noon);
  await claim();
});

test('R17 a photo accepted in the evidence checklist opens the gate too; one to be taken again closes it', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'quality', noon);
  const photo = await filePhoto(id, noon);
  const verdict = (state: 'accepted' | 'askAgain') => ({ state, at: noon, reason: '' });
  const decide = () => answerStep(id, 'verdict', 'agree', noon);
  await database().evidence.update(photo, { slot: 'fault-photo' });
  await expect(decide()).rejects.toMatchObject(closedGate('faultPhoto'));
  await database().evidence.update(photo, { verdict: verdict('askAgain') });
  await expect(decide()).rejects.toMatchObject(closedGate('faultPhoto'));
  await database().evidence.update(photo, { verdict: verdict('accepted') });
  await decide();
});

test('evidence that was deleted no longer opens a gate', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'quality', noon);
  await acceptPhoto(id, 'fault-photo', noon);
  await database().evidence.toCollection().modify({ deletedAt: noon });
  await expect(answerStep(id, 'verdict', 'agree', noon)).rejects.toMatchObject(closedGate('faultPhoto'));
});
