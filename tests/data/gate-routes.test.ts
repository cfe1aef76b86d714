import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { closeCase, readClosingIssues } from '../../renderer/data/close-case';
import { addCommitment, keepCommitment } from '../../renderer/data/commitment-repository';
import { createCase, getCase, updateCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { addCost, fileClaim } from '../../renderer/data/money-repository';
import { savePlaybook } from '../../renderer/data/playbook-repository';
import { answerStep, completeStep } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { gateIds, type GateId } from '#shared/domain/gate';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseInput } from '#shared/domain/case';
import type { CommitmentKind } from '#shared/domain/commitment';
import type { CaseId } from '#shared/domain/ids';
import type { Step } from '#shared/domain/playbook';

freshDatabase();

/** One way of doing what a gate guards; runs with or without a reason. */
type Route = {
  readonly name: string;
  readonly run: (id: CaseId, reason?: string) => Promise<unknown>;
};

/** What stands before a route: answers given earlier, so that only its own gate is closed. */
type World = {
  readonly gate: GateId;
  readonly input: Partial<CaseInput>;
  readonly answers?: readonly (readonly [step: string, option: string])[];
  readonly routes: readonly Route[];
};

const event = (name: string): Route => ({
  name: `event ${name}`,
  run: (id, reason) => recordEvent(id, name, noon, noon, { override: reason }),
});
const changed = (name: string): Route => ({
  name: `change of the case with ${name}`,
  run: (id, reason) =>
    reason === undefined
      ? updateCase(id, { events: { [name]: noon } }, noon)
      : recordEvent(id, name, noon, noon, { override: reason }),
});
const step = (stepId: string, values: Readonly<Record<string, string>> = {}): Route => ({
  name: `step ${stepId}`,
  run: (id, override) => completeStep(id, stepId, { values, override }, noon),
});
const answer = (stepId: string, option: string): Route => ({
  name: `answer ${stepId} ${option}`,
  run: (id, override) => answerStep(id, stepId, option, noon, override),
});
const promise = (kind: CommitmentKind, text: string): Route => ({
  name: `promise ${kind} ${text}`,
  run: async (id, reason) => {
    const input = {
      kind,
      text,
      amountFen: 500,
      account: '',
      trigger: 'date',
      at: noon,
      withinHours: 0,
    } as const;
    const one = await addCommitment(id, input, noon);
    await keepCommitment(one, null, noon, reason);
  },
});
const cost = (bearer: 'supplier' | 'courier'): Route => ({
  name: `cost borne by ${bearer}`,
  run: (id, reason) => addCost(id, { kind: 'goods', amountFen: 900, bearer, note: '' }, noon, reason),
});
const claim = (against: 'supplier' | 'courier'): Route => ({
  name: `claim against ${against}`,
  run: (id, reason) =>
    fileClaim(id, { against, whom: '', askedFen: 900, verified: true, note: '', dueAt: 0 }, noon, {
      override: reason,
    }),
});
const closing = (bearer: 'supplier' | 'courier'): Route => ({
  name: `closing borne by ${bearer}`,
  run: async (id, override) => {
    const seen = (await readClosingIssues(id)).map(({ key }) => key);
    const more = {
      satisfaction: null,
      satisfactionNote: '',
      ruleQuote: '',
      improvement: '',
      statedReason: '',
    };
    const shares = [{ bearer, percent: 100 }];
    await closeCase(id, { ...more, outcome: 'approved', realReason: '核实过', shares }, noon, {
      seen,
      override,
    });
  },
});
/** The same done by a step of a procedure from a file, whose author left the guard out. */
const foreign = (type: CaseInput['type'], own: Omit<Step, 'stage' | 'id' | 'title' | 'rows'>): Route => ({
  name: `step of an imported procedure: ${own.kind} ${own.event ?? ''}`,
  run: async (id, override) => {
    const book = shippedPlaybooks.find(({ key }) => key === type);
    if (book === undefined) throw new Error('no procedure');
    const [first] = book.stages;
    if (first === undefined) throw new Error('no stage');
    const title = { zh: '自己的', en: 'Own' };
    const fresh: Step = { ...own, id: 'own-way', stage: first.id, title, rows: [] };
    await savePlaybook({ ...book, steps: [fresh, ...book.steps] }, noon);
    const values = own.fields === undefined ? {} : { sum: '9' };
    await completeStep(id, 'own-way', { values, override }, noon);
  },
});

const money = [{ id: 'sum', title: { zh: '金额', en: 'Sum' }, type: 'money' as const, required: true }];
const refunds = [
  event('refund.succeeded'),
  event('refund.succeeded#2'),
  event('refund.arrived'),
  changed('refund.succeeded'),
];

const worlds: readonly World[] = [
  {
    gate: 'faultPhoto',
    input: { type: 'returnRefund' },
    answers: [['claim-kind', 'quality']],
    routes: [
      answer('verdict', 'agree'),
      answer('verdict', 'refuse'),
      event('aftersale.agreed'),
      event('aftersale.refused#2'),
      changed('aftersale.agreed'),
      foreign('returnRefund', { kind: 'deadline', event: 'aftersale.agreed' }),
    ],
  },
  {
    gate: 'goodsBack',
    input: { type: 'returnRefund', goods: 'returning' },
    routes: [
      ...refunds,
      step('refund', { refund: '128' }),
      promise('refund', ''),
      promise('partialRefund', ''),
      promise('other', '退款 128 打到支付宝'),
      promise('other', 'Full refund'),
      foreign('returnRefund', { kind: 'refund', fields: money }),
      foreign('returnRefund', { kind: 'deadline', event: 'refund.succeeded' }),
    ],
  },
  {
    gate: 'goodsBack',
    input: { type: 'exchange', goods: 'returning' },
    routes: [
      step('exchange-out'),
      event('exchange.shipped'),
      promise('sendOut', ''),
      promise('other', '给她补发一件'),
    ],
  },
  {
    gate: 'advanceExchange',
    input: { type: 'exchange', goods: 'received', liability: 'buyer' },
    answers: [['exchange-way', 'advance']],
    routes: [
      step('advance-out'),
      event('exchange.shipped'),
      changed('exchange.shipped'),
      promise('sendOut', ''),
    ],
  },
  {
    gate: 'whereabouts',
    input: { type: 'unshippedRefund', goods: 'unknown' },
    routes: [...refunds, step('refund', { refund: '1' }), promise('refund', '')],
  },
  {
    gate: 'supplierProof',
    input: { type: 'reship', liability: 'supplier' },
    routes: [
      step('send-again'),
      step('charge-supplier', { amount: '20' }),
      event('exchange.shipped'),
      cost('supplier'),
      claim('supplier'),
      closing('supplier'),
      promise('sendOut', ''),
    ],
  },
  {
    gate: 'liableConfirmed',
    input: { type: 'lost', liability: 'courier' },
    routes: [step('claim-courier', { amount: '20' }), cost('courier'), claim('courier'), closing('courier')],
  },
];

const table = worlds.flatMap((world) => world.routes.map((route) => ({ ...world, route, name: route.name })));

async function begin({ input, answers = [] }: World): Promise<CaseId> {
  const { id } = await createCase(makeCaseInput({ platform: 'taobao', ...input }), noon);
  for (const [stepId, option] of answers) await answerStep(id, stepId, option, noon);
  return id;
}

test.each(table)('1S R8 gate $gate holds by $name, and only a typed reason leads past it', async (row) => {
  const { gate, route } = row;
  const id = await begin(row);
  const stood = async () =>
    JSON.stringify([
      (await getCase(id))?.events,
      await database().costs.count(),
      (await getCase(id))?.status,
    ]);
  const before = await stood();
  await expect(route.run(id)).rejects.toMatchObject({ code: 'gateClosed', detail: { gates: gate } });
  await expect(route.run(id, '。。。。')).rejects.toMatchObject({ code: 'gateClosed' });
  expect(await stood()).toBe(before);
  await route.run(id, '平台已经判了，照办');
  const lines = (await listEvents(id)).filter(({ kind }) => kind === 'gateOverridden');
  expect(lines.map(({ data }) => data)).toMatchObject([{ gate, reason: '平台已经判了，照办' }]);
});

test('1S each of the six gates stands in the table of routes', () => {
  expect(new Set(worlds.map(({ gate }) => gate))).toEqual(new Set(gateIds));
});

test('1S a promise asks nothing when its refund was recorded since, and freight or thanks never do', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'returnRefund', goods: 'returning' }), noon);
  await promise('freight', '').run(id);
  await promise('other', '送一张优惠券').run(id);
  const later = noon + 60_000;
  const input = {
    kind: 'refund',
    text: '',
    amountFen: 500,
    account: '',
    trigger: 'date',
    at: later,
    withinHours: 0,
  } as const;
  const one = await addCommitment(id, input, noon);
  await recordEvent(id, 'refund.succeeded', later, later, { override: '平台已自动退款' });
  await keepCommitment(one, null, later);
  // A refund of before says nothing about what is promised now.
  const next = await addCommitment(id, input, later + 60_000);
  await expect(keepCommitment(next, null, later + 60_000)).rejects.toMatchObject({ code: 'gateClosed' });
});
