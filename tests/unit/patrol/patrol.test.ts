import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePlatforms,
  defaultPatrol,
  findPatrolProblem,
  patrolStreak,
  pendingRound,
  reviewRound,
} from '#shared/domain/patrol';
import { fromShanghai } from '#shared/domain/shanghai-time';

const at = (text: string): number => fromShanghai(`2026-11-21T${text}`) ?? 0;
const day = 86_400_000;

describe('rounds', () => {
  test('R60 the round of this hour is open until it is done, then the next hour comes', () => {
    expect(pendingRound(defaultPatrol, null, at('11:20'))).toEqual({ state: 'open', at: at('11:00') });
    expect(pendingRound(defaultPatrol, at('10:02'), at('11:20'))).toEqual({ state: 'open', at: at('11:00') });
    expect(pendingRound(defaultPatrol, at('11:05'), at('11:20'))).toEqual({ state: 'done', at: at('12:00') });
  });

  test('R60 outside shop hours nothing is open', () => {
    expect(pendingRound(defaultPatrol, null, at('08:59'))).toEqual({ state: 'shut', at: at('09:00') });
    expect(pendingRound(defaultPatrol, at('20:30'), at('21:30'))).toEqual({
      state: 'shut',
      at: at('09:00') + day,
    });
  });

  test('R60 every two hours means every two hours', () => {
    const settings = { ...defaultPatrol, everyHours: 2 };
    expect(pendingRound(settings, at('11:10'), at('12:30'))).toEqual({ state: 'done', at: at('13:00') });
  });

  test('R70 reviews are looked at once a day', () => {
    expect(reviewRound(defaultPatrol, null, at('09:00')).state).toBe('shut');
    expect(reviewRound(defaultPatrol, at('10:05') - day, at('10:00'))).toEqual({
      state: 'open',
      at: at('10:00'),
    });
    expect(reviewRound(defaultPatrol, at('08:05'), at('23:59'))).toEqual({
      state: 'done',
      at: at('10:00') + day,
    });
  });

  test('R60 days in a row count up to today or yesterday', () => {
    expect(patrolStreak([], at('11:00'))).toBe(0);
    expect(patrolStreak([at('09:00'), at('10:00'), at('23:59') - day], at('11:00'))).toBe(2);
    expect(patrolStreak([at('09:00') - day, at('09:00') - 2 * day], at('11:00'))).toBe(2);
    expect(patrolStreak([at('09:00') - 2 * day], at('11:00'))).toBe(0);
  });

  test('a round that has just been done is never open again at the same moment', () => {
    const hours = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 24 }), (minutes, everyHours) => {
        const now = at('00:00') + minutes * 60_000;
        const round = pendingRound({ ...defaultPatrol, everyHours }, now, now);
        expect(round.state).not.toBe('open');
        expect(round.at).toBeGreaterThan(now);
      }),
    );
  });

  test('times that are none are named', () => {
    expect(findPatrolProblem(defaultPatrol)).toBeNull();
    expect(findPatrolProblem({ ...defaultPatrol, open: '九点' })).toBe('time');
    expect(findPatrolProblem({ ...defaultPatrol, close: '25:00' })).toBe('time');
    expect(findPatrolProblem({ ...defaultPatrol, close: '09:00' })).toBe('hours');
    // A shop may close after midnight.
    expect(findPatrolProblem({ ...defaultPatrol, open: '18:00', close: '02:00' })).toBeNull();
  });
});

describe('the comparison', () => {
  const round = { seen: { pdd: 7, taobao: 3 }, ours: { pdd: 6, taobao: 3 } };

  test('R60 PDD shows 7, we have 6', () => {
    expect(comparePlatforms(['pdd', 'taobao', 'jd'], round, { pdd: 6, taobao: 3, jd: 1 })).toEqual([
      { platform: 'taobao', seen: 3, ours: 3, same: true },
      { platform: 'jd', seen: null, ours: 1, same: null },
      { platform: 'pdd', seen: 7, ours: 6, same: false },
    ]);
  });

  test('R60 filing the missing case mends it, closing another later does not break what agreed', () => {
    const [taobao, pdd] = comparePlatforms(['pdd', 'taobao'], round, { pdd: 7, taobao: 2 });
    expect(pdd).toMatchObject({ same: true });
    expect(taobao).toMatchObject({ same: true, ours: 3 });
  });
});
