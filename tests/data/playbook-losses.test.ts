import { day, freshDatabase, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { getCase } from '../../renderer/data/case-repository';
import { fileClaim, readMoneyOfCase } from '../../renderer/data/money-repository';
import { moveStage } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { answer, due, fill, memo, prove, stageOf, start, stepOf, walkOf } from '../helpers/case-steps';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

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
