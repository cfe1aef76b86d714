import { freshDatabase, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import {
  addCost,
  agreeClaim,
  fileClaim,
  payClaim,
  readLosses,
  readMoneyOfCase,
  refuseClaim,
  removeCost,
  reopenClaim,
} from '../../renderer/data/money-repository';
import { completeStep } from '../../renderer/data/step-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { outstandingFen, paidBackFen, type ClaimInput } from '#shared/domain/claim';
import { compensationFen, ownFen, sumBy } from '#shared/domain/cost';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { compensationRules } from '#shared/knowledge/claims';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const hour = 3_600_000;
const claim: ClaimInput = {
  against: 'platform',
  whom: ' 小二 ',
  askedFen: 4000,
  verified: true,
  note: '',
  dueAt: 0,
};

async function newCase(part: Parameters<typeof makeCaseInput>[0] = {}): Promise<CaseId> {
  return (await createCase(makeCaseInput(part), noon)).id;
}
async function onlyClaim(caseId: CaseId) {
  const { claims } = await readMoneyOfCase(caseId);
  const [one, ...others] = claims;
  if (one === undefined || others.length > 0) throw new Error(`${claims.length} claims`);
  return one;
}

describe('figures', () => {
  test('R2 R3 what the shop bears, and sums by a name, in whole fen', () => {
    const costs = [
      { amountFen: 1250, bearer: 'shop', kind: 'freightOut' },
      { amountFen: 800, bearer: 'staff', kind: 'freightBack' },
      { amountFen: 9_999, bearer: 'courier', kind: 'goods' },
      { amountFen: 1, bearer: 'buyer', kind: 'freightBack' },
    ] as const;
    expect(ownFen(costs)).toBe(2050);
    expect(sumBy(costs, ({ kind }) => kind)).toEqual([
      { name: 'goods', fen: 9999, count: 1 },
      { name: 'freightOut', fen: 1250, count: 1 },
      { name: 'freightBack', fen: 801, count: 2 },
    ]);
  });

  test('R153 late shipping on JD: 30 % of what was paid, 5 to 500 yuan', () => {
    const rule = compensationRules.find(({ platform }) => platform === 'jd');
    if (rule === undefined) throw new Error('no rule');
    const pays = (fen: number): number => compensationFen(fen, rule);
    expect([0, 1666, 1667, 1668, 10_000, 166_666, 166_667, 900_000].map(pays)).toEqual([
      500, 500, 500, 500, 3000, 50_000, 50_000, 50_000,
    ]);
    expect(pays(1_672)).toBe(502);
  });
});

describe('costs', () => {
  test('R2 R82 R156 stand with the case and its month, and leave by a line of their own', async () => {
    const id = await newCase();
    await addCost(id, { kind: 'coupon', amountFen: 500, bearer: 'shop', note: ' 小瑕疵 ' }, noon);
    await addCost(id, { kind: 'surcharge', amountFen: 1200, bearer: 'buyer', note: '' }, noon + 1);
    const { costs } = await readMoneyOfCase(id);
    expect(costs).toMatchObject([{ note: '小瑕疵' }, { kind: 'surcharge' }]);
    const [first] = costs;
    if (first !== undefined) await removeCost(first.id, noon + 2);
    const events = await listEvents(id);
    expect(events.slice(1).map(({ kind }) => kind)).toEqual(['costAdded', 'costAdded', 'costRemoved']);
    expect(findBrokenLink(events)).toBeNull();
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 60])('an amount of %s fen is refused', async (amountFen) => {
    const id = await newCase();
    const cost = { kind: 'other', amountFen, bearer: 'shop', note: '' } as const;
    await expect(addCost(id, cost, noon)).rejects.toThrow('invalidInput');
    expect(await database().costs.count()).toBe(0);
  });

  test('a month is Shanghai’s, from its first minute to its last', async () => {
    const id = await newCase();
    const cost = { kind: 'other', amountFen: 1, bearer: 'shop', note: '' } as const;
    const times = ['2026-10-31T23:59', '2026-11-01T00:00', '2026-11-30T23:59', '2026-12-01T00:00'];
    for (const time of times) await addCost(id, { ...cost, note: time }, fromShanghai(time) ?? 0);
    const { costs } = await readLosses('2026-11');
    expect(costs.map(({ note }) => note)).toEqual(['2026-11-30T23:59', '2026-11-01T00:00']);
    expect((await readLosses('2026-12')).costs).toHaveLength(1);
  });
});

describe('claims', () => {
  test('R76 R160 from asking to the money, with the day an answer is due', async () => {
    const id = await newCase();
    await fileClaim(id, claim, noon, { reminder: '催赔款' });
    const { id: claimId, ...filed } = await onlyClaim(id);
    expect(filed).toMatchObject({ whom: '小二', state: 'filed', dueAt: noon + 7 * 24 * hour });
    expect(await getCase(id)).toMatchObject({ nextAction: '催赔款', nextActionAt: filed.dueAt });
    expect((await getCase(id))?.events['claim.filed']).toBe(noon);
    await agreeClaim(claimId, 3000, noon + hour);
    expect(outstandingFen((await readLosses('2026-11')).claims)).toBe(3000);
    await payClaim(claimId, 2500, noon + 2 * hour);
    const { claims } = await readLosses('2026-11');
    expect([outstandingFen(claims), paidBackFen(claims)]).toEqual([0, 2500]);
    await reopenClaim(claimId, noon + 3 * hour);
    expect(await onlyClaim(id)).toMatchObject({ state: 'agreed', paidFen: null, settledAt: null });
    await refuseClaim(claimId, noon + 4 * hour);
    expect(await onlyClaim(id)).toMatchObject({ state: 'refused', settledAt: noon + 4 * hour });
    const kinds = (await listEvents(id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'claimChanged')).toHaveLength(4);
  });

  test('R81 R87 a claim against supplier or courier meets its gate here too; a typed reason passes it', async () => {
    for (const against of ['supplier', 'courier'] as const) {
      const id = await newCase({ type: 'damage', liability: against });
      await expect(fileClaim(id, { ...claim, against }, noon)).rejects.toThrow('gateClosed');
      expect((await readMoneyOfCase(id)).claims).toEqual([]);
      await fileClaim(id, { ...claim, against }, noon, { override: '厂家电话里答应了，截图随后补' });
      expect((await listEvents(id)).map(({ kind }) => kind)).toContain('gateOverridden');
      await onlyClaim(id);
    }
  });

  test('R88 R160 the step of the procedure files the claim too', async () => {
    const id = await newCase({ type: 'damage', liability: 'courier' });
    await completeStep(id, 'claim-courier', { values: { amount: '45.5' }, override: '理赔电话已确认' }, noon);
    expect(await onlyClaim(id)).toMatchObject({ against: 'courier', askedFen: 4550, state: 'filed' });
  });

  test('a next step that stands already is not pushed aside', async () => {
    const id = await newCase({ nextAction: '回复买家', nextActionAt: noon + hour });
    await fileClaim(id, claim, noon, { reminder: '催赔款' });
    expect(await getCase(id)).toMatchObject({ nextAction: '回复买家', nextActionAt: noon + hour });
  });
});
