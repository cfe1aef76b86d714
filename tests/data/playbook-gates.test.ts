import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase, updateCase } from '../../renderer/data/case-repository';
import { addCost, fileClaim } from '../../renderer/data/money-repository';
import { database } from '../../renderer/data/database';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { saveInspection } from '../../renderer/data/inspection-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { acceptEvidence, answerStep, completeStep, moveStage } from '../../renderer/data/step-repository';
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

test('1S what a new case says has happened already passes the gates; a typed reason goes into its history', async () => {
  const input = makeCaseInput({ type: 'returnRefund', events: { 'refund.succeeded': noon } });
  await expect(createCase(input, noon)).rejects.toMatchObject(closedGate('goodsBack'));
  expect(await database().cases.count()).toBe(0);
  const { id } = await createCase(input, noon, false, '平台已自动退款');
  const lines = (await listEvents(id)).filter(({ kind }) => kind === 'gateOverridden');
  expect(lines.map(({ data }) => data['reason'])).toEqual(['平台已自动退款']);
  await createCase(makeCaseInput({ events: { 'aftersale.applied': noon } }), noon);
});

test('R17 R18 nothing is decided before it is known what kind of problem it is', async () => {
  const id = await start({ type: 'returnRefund' });
  const gate = { code: 'gateClosed', detail: { gates: 'faultPhoto' } };
  await expect(recordEvent(id, 'aftersale.agreed', noon, noon)).rejects.toMatchObject(gate);
  await answerStep(id, 'claim-kind', 'noReason', noon);
  await recordEvent(id, 'aftersale.agreed', noon, noon);
});

test('R8 R9 the old order of an exchange is refunded only when its goods are back, also with a new order', async () => {
  const id = await start({ type: 'exchange' });
  await answerStep(id, 'exchange-way', 'newOrder', noon);
  const refund = () => recordEvent(id, 'refund.succeeded', noon + 1, noon + 1);
  await expect(refund()).rejects.toMatchObject(closedGate('goodsBack'));
  await recordEvent(id, 'return.signed', noon, noon);
  await inspect(id, 'pass', noon);
  await refund();
});

test('R8 the return and the inspection of one round do not open the next round’s gate', async () => {
  const id = await start({ type: 'exchange' });
  await completeStep(id, 'return-signed', {}, noon);
  expect((await getCase(id))?.goods).toBe('returned');
  await inspect(id, 'pass', noon);
  await completeStep(id, 'exchange-out', {}, noon);
  // The new one is broken too.
  await moveStage(id, 'verify', noon + 600_000, '新件也有问题，再换一次');
  const again = () => recordEvent(id, 'exchange.shipped#2', noon + 660_000, noon + 660_000);
  await expect(again()).rejects.toMatchObject(closedGate('goodsBack'));
  await completeStep(id, 'return-signed', {}, noon + 660_000);
  await expect(again()).rejects.toMatchObject(closedGate('goodsBack'));
  await inspect(id, 'pass', noon + 660_000);
  await again();
});

test('R8 an answer given under another type does not open the gate of this one', async () => {
  const id = await start({ type: 'refundOnly' });
  await answerStep(id, 'return-needed', 'no', noon);
  await updateCase(id, { type: 'returnRefund' }, noon);
  await expect(recordEvent(id, 'refund.succeeded', noon, noon)).rejects.toMatchObject(
    closedGate('goodsBack'),
  );
});

test('R78 what nobody can find is refunded in no type but the lost parcel', async () => {
  for (const type of ['partialRefund', 'intervention', 'undeliverable'] as const) {
    const id = await start({ type, goods: 'unknown' });
    const pay = () => recordEvent(id, 'refund.succeeded', noon, noon);
    await expect(pay()).rejects.toMatchObject(closedGate('whereabouts'));
    await updateCase(id, { goods: 'received' }, noon);
    await pay();
  }
  const lost = await start({ type: 'lost', goods: 'unknown' });
  await recordEvent(lost, 'refund.succeeded', noon, noon);
});

test('R43 money that arrived is asked about like the refund it tells of, and only once', async () => {
  const id = await start({ type: 'returnRefund' });
  const arrived = () => recordEvent(id, 'refund.arrived', noon, noon);
  await expect(arrived()).rejects.toMatchObject(closedGate('goodsBack'));
  await recordEvent(id, 'refund.succeeded', noon, noon, { override: '平台已自动退款' });
  await arrived();
  const lines = (await listEvents(id)).filter(({ kind }) => kind === 'gateOverridden');
  expect(lines).toHaveLength(1);
});

test('R76 R81 R87 a cost a supplier or courier bears meets the gate of charging them, like a claim', async () => {
  const id = await start({ type: 'reship', liability: 'supplier' });
  const cost = { kind: 'goods', amountFen: 2000, bearer: 'supplier', note: '' } as const;
  await expect(addCost(id, cost, noon)).rejects.toMatchObject(closedGate('supplierProof'));
  const claim = {
    against: 'supplier',
    whom: '',
    askedFen: 2000,
    verified: true,
    note: '',
    dueAt: 0,
  } as const;
  await expect(fileClaim(id, claim, noon)).rejects.toMatchObject(closedGate('supplierProof'));
  await addCost(id, { ...cost, bearer: 'shop' }, noon);
  await addCost(id, cost, noon, '厂家电话里认了');
  expect(await database().costs.count()).toBe(2);
  const lost = await start({ type: 'lost', liability: 'courier' });
  await expect(addCost(lost, { ...cost, bearer: 'courier' }, noon)).rejects.toMatchObject(
    closedGate('liableConfirmed'),
  );
});

test('R81 compensation that a supplier is to pay waits for picture and reply; R74 what was never sent needs no picture', async () => {
  const id = await start({ type: 'partialRefund', liability: 'supplier' });
  const pay = () => completeStep(id, 'refund', { values: { refund: '5' } }, noon);
  await expect(pay()).rejects.toMatchObject(closedGate('supplierProof'));
  await acceptPhoto(id, 'logo-photo', noon);
  await acceptPhoto(id, 'supplier-reply', noon);
  await pay();
  const stock = await start({ type: 'outOfStock', liability: 'supplier' });
  const charge = () => completeStep(stock, 'charge-supplier', { values: { amount: '5' } }, noon);
  await expect(charge()).rejects.toMatchObject(closedGate('supplierProof'));
  await acceptPhoto(stock, 'supplier-reply', noon);
  await charge();
});
