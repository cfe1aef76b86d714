import { day, freshDatabase, minute, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase, listCaseIds } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { countQueues } from '../../renderer/data/case-queues';
import { logContact } from '../../renderer/data/contact-repository';
import { database } from '../../renderer/data/database';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { planMacro, runMacro } from '../../renderer/data/macro-repository';
import { fileClaim, readMoneyOfCase } from '../../renderer/data/money-repository';
import { addNote, listNotesOfCase } from '../../renderer/data/note-repository';
import { acceptEvidence, answerStep, completeStep, moveStage } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { composeMacro } from '#shared/domain/step-macro';
import { filePhoto } from '../helpers/file-photo';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseInput, CaseType } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

async function start(type: CaseType, part: Partial<CaseInput> = {}): Promise<CaseId> {
  return (await createCase(makeCaseInput({ platform: 'taobao', type, ...part }), noon)).id;
}

async function walkOf(id: CaseId) {
  const found = await readWalk(id);
  if (found === undefined) throw new Error('no walk');
  return found;
}

/** Steps that have to be done at the present stage, by id. */
async function due(id: CaseId): Promise<readonly string[]> {
  const { next, open } = (await walkOf(id)).walk;
  return [...(next === null ? [] : [next]), ...open]
    .filter(({ step }) => step.optional !== true)
    .map(({ step }) => step.id);
}

const stageOf = async (id: CaseId) => (await walkOf(id)).walk.stage.id;
const stepOf = async (id: CaseId, step: string) =>
  (await walkOf(id)).playbook.steps.find((one) => one.id === step);
const answer = (id: CaseId, step: string, option: string, at = noon) => answerStep(id, step, option, at);
const fill = (id: CaseId, step: string, values: Record<string, string> = {}, at = noon) =>
  completeStep(id, step, { values }, at);
const prove = async (id: CaseId, slot: string) =>
  acceptEvidence(id, { id: slot, title: { zh: slot, en: slot } }, [await filePhoto(id, noon)], noon);
const memo = (caseId: CaseId) =>
  addNote({ caseId, platform: 'taobao', orderNo: '1', text: '备注', flag: 'blue', sample: false }, noon);
const talk = (caseId: CaseId, at = noon) =>
  logContact({ caseId, channel: 'phone', who: '', result: 'reached', note: '', at, nextTryAt: null }, '', at);

describe('no outlet: back, and sent again', () => {
  const form = { carrier: 'ems', waybill: 'EA123456789CN' };
  const all = 'receiver phone address goods count value sender';

  async function cameBack(events: Record<string, number> = {}): Promise<CaseId> {
    const id = await start('undeliverable', { events });
    await answer(id, 'why', 'noOutlet');
    await talk(id);
    return id;
  }

  test('R34 the form of the new carrier is kept only with its carrier, a waybill and every field ticked', async () => {
    const id = await cameBack();
    expect(await due(id)).toEqual(['ems', 'first-time', 'memo-resend', 'extend-trade', 'resent']);
    for (const values of [
      { ...form, filled: 'receiver phone address goods count value' },
      { ...form, filled: '' },
      { waybill: form.waybill, filled: all },
      { carrier: 'ems', filled: all },
    ]) {
      await expect(fill(id, 'ems', values)).rejects.toMatchObject({ code: 'invalidInput' });
    }
    await fill(id, 'ems', { ...form, filled: all });
    expect(await getCase(id)).toMatchObject({ goods: 'inTransit', waitingOn: 'courier' });
    expect((await walkOf(id)).values['ems']).toEqual({ ...form, filled: all });
  });

  const memoOf = async (id: CaseId, operator = '阿留') => {
    const { playbook, values } = await walkOf(id);
    const macro = playbook.steps.find((one) => one.id === 'memo-resend')?.macro;
    if (macro === undefined) throw new Error('no macro');
    return composeMacro(playbook, macro, values, { operator, day: '2026-11-21', language: 'zh-CN' });
  };

  test('R35 one press writes memo and name, flags it blue and extends the trade by ten days', async () => {
    const id = await cameBack({ 'order.shipped': noon - day });
    expect((await memoOf(id)).lacks.map((one) => one.id)).toEqual(['ems']);
    await fill(id, 'ems', { ...form, filled: all });
    await answer(id, 'first-time', 'first');
    const { text, lacks } = await memoOf(id);
    expect(lacks).toEqual([]);
    expect(text).toBe('因快递不到退回，已改发EMS，新单号 EA123456789CN / 阿留 / 2026-11-21');
    expect((await planMacro(id, 'memo-resend', noon))?.choice).toMatchObject({ days: 10 });
    await runMacro(id, 'memo-resend', text, noon + minute);
    expect(await listNotesOfCase(id)).toMatchObject([
      { text, flag: 'blue', orderNo: makeCaseInput().orderNo },
    ]);
    expect(Object.keys((await getCase(id))?.events ?? {})).toContain('merchant.receipt_extended');
    expect(await due(id)).toEqual(['resent']);
    // A second press writes a second memo and does not extend again.
    expect((await planMacro(id, 'memo-resend', noon + 2 * minute))?.extend).toBeNull();
  });

  test('R35 all of it or nothing; where no rule knows an extension the step is ticked', async () => {
    const id = await cameBack();
    await expect(runMacro(id, 'memo-resend', ' ', noon)).rejects.toMatchObject({ code: 'invalidInput' });
    expect(await listNotesOfCase(id)).toEqual([]);
    await runMacro(id, 'memo-resend', '备注', noon);
    expect((await walkOf(id)).facts.steps['extend-trade']?.state).toBe('done');
  });
});

test('R84 force majeure: what, where, what a refusal costs and until when; the buyer is told, the courier answered', async () => {
  const id = await start('undeliverable');
  await answer(id, 'why', 'forceMajeure');
  await talk(id);
  expect(await due(id)).toEqual(['force-record', 'fee-notice', 'choice', 'tell-courier', 'memo']);
  await expect(fill(id, 'force-record', { what: '台风', where: '杭州中转' })).rejects.toMatchObject({
    code: 'invalidInput',
  });
  await fill(id, 'force-record', { what: '台风', where: '杭州中转', fee: '8', until: '+2d' });
  expect(await getCase(id)).toMatchObject({ nextActionAt: noon + 2 * day, nextAction: '问物流：恢复了没有' });
  expect((await stepOf(id, 'fee-notice'))?.script).toBe('M18.fee');
  const other = await start('undeliverable');
  await answer(other, 'why', 'suspended');
  await talk(other);
  expect(await due(other)).not.toContain('force-record');
});

test('R39 a request that came without a word waits in its list until the buyer was spoken to', async () => {
  const events = { 'aftersale.applied': noon - day };
  const [id, quiet] = [await start('refundOnly', { events }), await start('returnRefund', { events })];
  expect((await countQueues()).unannounced).toBe(0);
  await answer(id, 'announced', 'no');
  await answer(quiet, 'announced', 'yes');
  expect(await listCaseIds({ status: 'open', queue: 'unannounced' }, 'createdAt')).toEqual([id]);
  expect(await due(id)).toContain('contact-first');
  expect(await due(quiet)).not.toContain('contact-first');
  expect((await stepOf(id, 'contact-first'))?.script).toBe('M8');
  await talk(id, noon + minute);
  expect((await countQueues()).unannounced).toBe(0);
});

describe('R42 no return waybill in time', () => {
  async function agreed(): Promise<CaseId> {
    const id = await start('returnRefund', { events: { 'aftersale.applied': noon - day } });
    await answer(id, 'claim-kind', 'noReason');
    await answer(id, 'eligible', 'yes');
    await answer(id, 'verdict', 'agree');
    return id;
  }

  test('the clock of the buyer runs from the agreement, and there is a message to warn with', async () => {
    const id = await agreed();
    const clock = await database().deadlines.get(`${id}:taobao.return.ship-back`);
    expect(clock).toMatchObject({
      state: 'running',
      actor: 'buyer',
      dueAt: noon + 7 * day,
      onMiss: 'close_case',
    });
    expect((await stepOf(id, 'remind-waybill'))?.script).toBe('R42.due');
  });

  test('closed: its own stage and list, and three ways out of it', async () => {
    const id = await agreed();
    await answer(id, 'waybill-state', 'closed', noon + 8 * day);
    for (const step of ['extend-trade', 'return-info']) await fill(id, step);
    await memo(id);
    expect(await stageOf(id)).toBe('refundClosed');
    expect((await countQueues()).lapsed).toBe(1);
    await fill(id, 'closed-notice');
    await answer(id, 'reopen', 'reapplied', noon + 9 * day);
    expect((await getCase(id))?.events).toMatchObject({ 'aftersale.applied#2': noon + 9 * day });
    expect(await countQueues()).toMatchObject({ lapsed: 0, pending: 1 });
    await moveStage(id, 'verify', noon + 9 * day);
    expect([await stageOf(id), (await walkOf(id)).walk.next?.step.id]).toEqual(['verify', 'claim-kind']);
    await answer(id, 'claim-kind', 'noReason', noon + 9 * day);
    await answer(id, 'eligible', 'yes', noon + 9 * day);
    await answer(id, 'verdict', 'agree', noon + 9 * day);
    expect(await due(id)).toContain('return-waybill');
  });

  test('nobody applies again: the case ends without a refund, and closing does not ask for one', async () => {
    const id = await agreed();
    await answer(id, 'waybill-state', 'closed');
    for (const step of ['extend-trade', 'return-info']) await fill(id, step);
    await memo(id);
    await fill(id, 'closed-notice');
    await answer(id, 'reopen', 'gone');
    expect(await stageOf(id)).toBe('done');
    const { playbook } = await walkOf(id);
    const options = playbook.steps.find((one) => one.id === 'reopen')?.options?.map((one) => one.id);
    expect(options).toEqual(['reapplied', 'xiaoer', 'gone']);
  });
});

describe('loss that the buyer caused', () => {
  test('R92 agreed: the sum is kept, borne by the buyer, and the refund takes it off', async () => {
    const id = await start('refused');
    await answer(id, 'why-refused', 'buyer');
    expect(await due(id)).toEqual(['freight-sum', 'freight-ok', 'memo']);
    await expect(fill(id, 'freight-sum', { amount: '18' })).rejects.toMatchObject({ code: 'invalidInput' });
    await fill(id, 'freight-sum', { amount: '18', what: '发出 10，退回 8' });
    await answer(id, 'freight-ok', 'agreed');
    expect(await due(id)).toContain('freight-agreed');
    await fill(id, 'freight-agreed', { amount: '15' });
    expect((await readMoneyOfCase(id)).costs).toMatchObject([{ amountFen: 1500, bearer: 'buyer' }]);
    expect((await stepOf(id, 'refund'))?.lessFrom).toBe('freight-agreed');
    expect((await listEvents(id)).map(({ kind }) => kind)).toContain('costAdded');
  });

  test('R92 not agreed: the platform’s rule has to be written down, and ends the case by it', async () => {
    const id = await start('refused');
    await answer(id, 'why-refused', 'buyer');
    await fill(id, 'freight-sum', { amount: '18', what: '来回' });
    await answer(id, 'freight-ok', 'rule');
    await expect(fill(id, 'freight-rule', { rule: '' })).rejects.toMatchObject({ code: 'invalidInput' });
    expect(await due(id)).toEqual(['freight-rule', 'memo']);
    const option = (await stepOf(id, 'freight-ok'))?.options?.find((one) => one.id === 'rule');
    expect(option?.outcome).toBe('platformRule');
    const other = await start('refused');
    await answer(other, 'why-refused', 'courier');
    expect(await due(other)).toEqual(['memo']);
  });

  test('R89 at the station, fetched by a day, taken in, inspected: only then the refund; damaged: a deduction first', async () => {
    const id = await start('refused');
    await answer(id, 'why-refused', 'damaged');
    await memo(id);
    expect(await due(id)).toEqual(['at-station', 'fetch', 'return-signed', 'inspect']);
    await expect(fill(id, 'fetch', { who: '厂家老张' })).rejects.toMatchObject({ code: 'invalidInput' });
    await fill(id, 'fetch', { who: '厂家老张', when: '+1d' });
    expect(await getCase(id)).toMatchObject({ nextActionAt: noon + day, waitingOn: 'supplier' });
    await fill(id, 'at-station');
    await fill(id, 'return-signed');
    await expect(fill(id, 'refund', { refund: '1' })).rejects.toMatchObject({ code: 'gateClosed' });
    await expect(moveStage(id, 'pay', noon)).rejects.toMatchObject({ code: 'moveRefused' });
    const { stages } = (await walkOf(id)).playbook;
    expect(stages.find((one) => one.id === 'home')?.next).toContainEqual({
      to: 'deduct',
      when: { inspected: ['fail'] },
    });
  });

  test('R101 fees told, agreed to, intercepted, and watched until the goods are home', async () => {
    const id = await start('inTransitRefund', { goods: 'inTransit' });
    await answer(id, 'loaded', 'yes');
    expect(await due(id)).toEqual(['fees', 'fee-ok']);
    await answer(id, 'fee-ok', 'yes');
    expect(await due(id)).toContain('fee-agreed');
    await fill(id, 'fee-agreed', { amount: '20' });
    await fill(id, 'fees');
    expect(await stageOf(id)).toBe('intercept');
    await fill(id, 'intercept-started');
    await answer(id, 'stop-reply', 'returning');
    await memo(id);
    expect(await due(id)).toEqual(['intercept-proof']);
    await prove(id, 'intercept-reply');
    await fill(id, 'refund', { refund: '108' });
    expect(await due(id)).toEqual(['eta', 'home']);
    await fill(id, 'eta', { when: '+3d' });
    expect(await getCase(id)).toMatchObject({ nextActionAt: noon + 3 * day, waitingOn: 'courier' });
    await answer(id, 'home', 'ok');
    // The fees were agreed before: nobody asks twice.
    expect(await stageOf(id)).toBe('done');
  });

  test('R92 R101 fees not agreed to: the rule is quoted, and says how it goes on', async () => {
    const id = await start('inTransitRefund', { goods: 'inTransit' });
    await answer(id, 'loaded', 'yes');
    await fill(id, 'fees');
    await answer(id, 'fee-ok', 'no');
    expect(await stageOf(id)).toBe('byRule');
    await fill(id, 'fee-rule', { rule: '已发货的，买家应拒收或收货后退货' });
    await answer(id, 'rule-way', 'deliver');
    expect((await getCase(id))?.type).toBe('returnRefund');
  });

  test('R173 neither the intercept nor the talk about refusing goes on without its screenshot', async () => {
    const id = await start('inTransitRefund', { goods: 'inTransit' });
    await answer(id, 'loaded', 'no');
    await fill(id, 'intercept-started');
    await answer(id, 'stop-reply', 'failed');
    await memo(id);
    expect(await stageOf(id)).toBe('intercept');
    await prove(id, 'intercept-reply');
    expect(await due(id)).toEqual(['please-refuse', 'contact-buyer', 'talk-proof', 'delivery']);
  });
});

describe('a claim that fails', () => {
  async function lost(): Promise<CaseId> {
    const id = await start('lost');
    await fill(id, 'reported');
    await answer(id, 'found', 'lost');
    await prove(id, 'liable-confirmation');
    const claim = {
      against: 'courier',
      whom: '圆通',
      askedFen: 8000,
      verified: true,
      note: '',
      dueAt: 0,
    } as const;
    await fileClaim(id, claim, noon);
    return id;
  }

  test('R161 the claim counts as refused, the shop’s share and the coupon are costs, the buyer is told', async () => {
    const id = await lost();
    await answer(id, 'claim-result', 'failed');
    expect((await readMoneyOfCase(id)).claims).toMatchObject([{ state: 'refused', settledAt: noon }]);
    const { walk } = await walkOf(id);
    expect(walk.later.map(({ step }) => step.id)).toEqual(
      expect.arrayContaining(['claim-share', 'claim-failed']),
    );
    await fill(id, 'claim-share', { amount: '40', coupon: '10' });
    expect((await readMoneyOfCase(id)).costs).toMatchObject([
      { kind: 'compensation', amountFen: 4000, bearer: 'shop' },
      { kind: 'coupon', amountFen: 1000, bearer: 'shop' },
    ]);
    expect((await stepOf(id, 'claim-failed'))?.script).toBe('M22');
  });

  test('R161 paid: nothing is shared, and the claim stays open until the sum is written down', async () => {
    const id = await lost();
    await answer(id, 'claim-result', 'paid');
    expect((await readMoneyOfCase(id)).claims).toMatchObject([{ state: 'filed' }]);
    const { walk } = await walkOf(id);
    expect(walk.later.map(({ step }) => step.id)).not.toContain('claim-share');
  });
});

describe('repair', () => {
  async function whoPays(bearer: string): Promise<CaseId> {
    const id = await start('repair');
    await fill(id, 'fault', { fault: '不加热' });
    await answer(id, 'who-pays', bearer);
    return id;
  }

  test('R162 the buyer pays: a quote with its day, sympathy, an answer and the money come before any order', async () => {
    const id = await whoPays('buyer');
    expect(await due(id)).toEqual(['quote', 'repair-offer', 'quote-ok']);
    await fill(id, 'quote', { fee: '60', freight: '20', until: '+3d' });
    expect(await getCase(id)).toMatchObject({ nextActionAt: noon + 3 * day, waitingOn: 'buyer' });
    await fill(id, 'repair-offer');
    await answer(id, 'quote-ok', 'yes');
    expect(await due(id)).toEqual(['quote-paid']);
    await fill(id, 'quote-paid', { amount: '80', how: '补邮费链接' });
    expect((await readMoneyOfCase(id)).costs).toMatchObject([
      { kind: 'repair', bearer: 'buyer', amountFen: 8000 },
    ]);
    expect(await stageOf(id)).toBe('order');
    const no = await whoPays('buyer');
    await fill(no, 'quote', { fee: '60', freight: '20', until: '+3d' });
    await fill(no, 'repair-offer');
    await answer(no, 'quote-ok', 'no');
    expect(await stageOf(no)).toBe('done');
  });

  test('R97 R99 nobody is ordered before it is clear who pays; a promised date, the buyer’s word and a memo follow', async () => {
    const id = await start('repair');
    await expect(moveStage(id, 'order', noon)).rejects.toMatchObject({ code: 'moveRefused' });
    for (const [service, wanted] of [
      ['parts', ['parts', 'tell-plan', 'memo']],
      ['sendIn', ['send-in', 'return-info', 'tell-plan', 'memo']],
      ['visit', ['arrived', 'visit', 'tell-plan', 'memo']],
    ] as const) {
      const one = await whoPays('supplier');
      expect((await getCase(one))?.liability).toBe('supplier');
      await answer(one, 'service', service);
      expect(await due(one)).toEqual(wanted);
    }
    const parts = await whoPays('shop');
    await answer(parts, 'service', 'parts');
    await expect(fill(parts, 'parts', { parts: '发热盘', order: 'P1' })).rejects.toMatchObject({
      code: 'invalidInput',
    });
    await fill(parts, 'parts', { parts: '发热盘', order: 'P1', promised: '+2d' });
    expect((await getCase(parts))?.nextActionAt).toBe(noon + 2 * day);
  });

  test('R94 a visit wants the arrival, the technician, a time and that he calls before', async () => {
    const id = await whoPays('shop');
    await answer(id, 'service', 'visit');
    const visit = { who: '周师傅', when: '+1d', asked: '' };
    await expect(fill(id, 'visit', visit)).rejects.toMatchObject({ code: 'invalidInput' });
    await expect(fill(id, 'arrived', { where: '' })).rejects.toMatchObject({ code: 'invalidInput' });
    await fill(id, 'visit', { ...visit, asked: 'calls' });
    expect(await getCase(id)).toMatchObject({ nextActionAt: noon + day, waitingOn: 'supplier' });
  });
});

describe('message tasks', () => {
  const taken = async (task: string): Promise<CaseId> => {
    const id = await start('message');
    await fill(id, 'requester', { who: '主管', what: '查一下' });
    await answer(id, 'task', task);
    return id;
  };

  test('R93 where the goods are and until when; a delay is explained, and looked at again on its day', async () => {
    const id = await taken('query');
    expect(await due(id)).toEqual(['position', 'late']);
    await fill(id, 'position', { found: '杭州中转', eta: '+1d' });
    expect(await getCase(id)).toMatchObject({
      nextActionAt: noon + day,
      nextAction: '再查一次物流：到了没有',
    });
    await answer(id, 'late', 'yes');
    expect(await due(id)).toEqual(['delay']);
    expect((await stepOf(id, 'delay'))?.script).toBe('M18.delay');
    const fine = await taken('query');
    await fill(fine, 'position', { found: '派送中', eta: '+1d' });
    await answer(fine, 'late', 'no');
    expect(await stageOf(fine)).toBe('reply');
  });

  test('R106 ends with the requester answered, a memo and the register, each ticked', async () => {
    const id = await taken('action');
    await fill(id, 'did', { did: '改了地址' });
    expect(await due(id)).toEqual(['answered', 'memo', 'registered']);
    await recordEvent(id, 'message.answered', noon, noon);
    await memo(id);
    await answer(id, 'registered', 'none');
    expect((await walkOf(id)).walk.complete).toBe(true);
  });

  test('R130 each branch of a request filed for the buyer says what to expect', async () => {
    const id = await taken('proxy');
    expect(await due(id)).toContain('proxy-kind');
    const options = (await stepOf(id, 'proxy-kind'))?.options ?? [];
    expect(
      options.map((one) => [one.id, /自动同意/.test(one.note?.zh ?? ''), /审核/.test(one.note?.zh ?? '')]),
    ).toEqual([
      ['refundBuyer', true, false],
      ['refundShop', false, true],
      ['returnRefund', false, false],
    ]);
    expect(options.every((one) => (one.note?.en ?? '') !== '')).toBe(true);
  });

  test.each([
    ['wrong', 'wrongShipment'],
    ['short', 'shortage'],
    ['quality', 'damage'],
  ])(
    'R107 a goods problem (%s) that comes as a message goes on as %s, with the same gates',
    async (kind, type) => {
      const id = await taken('goods');
      await answer(id, 'goods-kind', kind);
      expect((await getCase(id))?.type).toBe(type);
      const direct = await start(type as CaseType, { liability: 'supplier' });
      const stepsOf = async (one: CaseId) => (await walkOf(one)).playbook.steps;
      expect(await stepsOf(id)).toEqual(await stepsOf(direct));
      // From either entry nothing is sent at the supplier's cost before the logo picture and the reply are there.
      await database().cases.update(id, { liability: 'supplier' });
      for (const one of [id, direct])
        await expect(completeStep(one, 'send-again', {}, noon)).rejects.toMatchObject({
          code: 'gateClosed',
          detail: { gates: expect.stringContaining('supplier') as string },
        });
    },
  );
});

test('R95 wrong or short delivery: compared with order and courier, liability proved, logged, remedied, memo', async () => {
  const id = await start('wrongShipment');
  expect(await due(id)).toEqual(['wrong-photo', 'compare', 'fault', 'register']);
  await prove(id, 'fault-photo');
  await answer(id, 'compare', 'missing');
  await answer(id, 'fault', 'courier');
  expect(await due(id)).toEqual(['courier-proof', 'register']);
  await prove(id, 'liable-confirmation');
  await fill(id, 'register');
  expect(await due(id)).toEqual(['remedy', 'memo']);
  const remedies = (await stepOf(id, 'remedy'))?.options?.map((one) => one.id);
  expect(remedies).toEqual(expect.arrayContaining(['reship', 'exchange', 'returnRefund', 'partialRefund']));
});

test('R102 after delivery: whose fault decides the freight, keeping the sale comes first, else the platform’s rule', async () => {
  const ours = await start('returnRefund');
  await answer(ours, 'claim-kind', 'quality');
  expect((await getCase(ours))?.liability).toBe('shop');
  const buyers = await start('returnRefund');
  await answer(buyers, 'claim-kind', 'noReason');
  await answer(buyers, 'eligible', 'yes');
  expect((await getCase(buyers))?.liability).toBe('buyer');
  const ids = (await walkOf(buyers)).playbook.steps.map((one) => one.id);
  expect(ids.indexOf('retention')).toBeLessThan(ids.indexOf('verdict'));
  const keptCase = await start('returnRefund');
  await answer(keptCase, 'claim-kind', 'noReason');
  await answer(keptCase, 'eligible', 'yes');
  await answer(keptCase, 'retention', 'compensated');
  expect(await stageOf(keptCase)).toBe('done');
  await answer(buyers, 'retention', 'declined');
  expect(await due(buyers)).toEqual(['verdict']);
  await answer(buyers, 'verdict', 'agree');
  const shown = async (id: CaseId) => {
    const { next, open } = (await walkOf(id)).walk;
    return [...(next === null ? [] : [next]), ...open].map(({ step }) => step.id);
  };
  expect(await shown(buyers)).toContain('own-freight');
  const ruled = await start('returnRefund');
  await answer(ruled, 'claim-kind', 'noReason');
  await answer(ruled, 'eligible', 'no');
  await answer(ruled, 'verdict', 'platformRule');
  expect(await stageOf(ruled)).toBe('done');
  expect(await getCase(ruled)).toMatchObject({ waitingOn: 'platform' });
});

test('R6 sold out: the buyer is reached and told, and chooses to wait, to swap or to have the money back', async () => {
  const id = await start('outOfStock');
  const { playbook } = await walkOf(id);
  const of = (name: string) => playbook.steps.find((one) => one.id === name);
  expect(of('contact-buyer')?.optional).toBeUndefined();
  expect(of('stock-notice')?.script).toBe('R6.stock');
  expect(of('choice')?.options?.map((one) => one.id)).toEqual(
    expect.arrayContaining(['wait', 'swap', 'refund']),
  );
});
