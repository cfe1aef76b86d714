import { day, freshDatabase, hour, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, setCaseStatus } from '../../renderer/data/case-repository';
import {
  countOursByPlatform,
  dismissRound,
  finishRound,
  lastRound,
  listRoundAlarms,
  listRoundsNotDone,
  listRoundTimes,
  markRoundsRung,
  patrolPlatforms,
  readPatrolSettings,
  writePatrolSettings,
} from '../../renderer/data/patrol-repository';
import { saveShop } from '../../renderer/data/shop-repository';
import { defaultPatrol } from '#shared/domain/patrol';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

test('R60 our own count is the open cases of each platform', async () => {
  for (const platform of ['pdd', 'pdd', 'taobao'] as const)
    await createCase(makeCaseInput({ platform }), noon);
  const closed = await createCase(makeCaseInput({ platform: 'jd' }), noon);
  await setCaseStatus(closed.id, 'closed', noon);
  expect(await countOursByPlatform()).toEqual({ pdd: 2, taobao: 1 });
});

test('R60 a round keeps what each platform showed and what we had at that moment', async () => {
  const item = await createCase(makeCaseInput({ platform: 'pdd' }), noon);
  await finishRound('pending', { pdd: 7 }, noon);
  await setCaseStatus(item.id, 'closed', noon + hour);
  expect(await lastRound('pending')).toMatchObject({ at: noon, seen: { pdd: 7 }, ours: { pdd: 1 } });
  expect(await lastRound('reviews')).toBeNull();
});

test('R60 R70 rounds of the two kinds do not mix', async () => {
  for (const at of [noon - 2 * day, noon - day, noon]) await finishRound('pending', {}, at);
  await finishRound('reviews', {}, noon + hour);
  expect(await listRoundTimes('pending', noon - day)).toEqual([noon - day, noon]);
  expect((await lastRound('pending'))?.at).toBe(noon);
  expect((await lastRound('reviews'))?.at).toBe(noon + hour);
});

test('R60 a round asks for the platforms of the shops and of the open cases', async () => {
  await saveShop({ platform: 'jd', name: '店', signature: '', addressId: null, sample: false }, noon);
  await createCase(makeCaseInput({ platform: 'pdd' }), noon);
  await createCase(makeCaseInput({ platform: 'other' }), noon);
  expect(await patrolPlatforms()).toEqual(['jd', 'pdd']);
});

test('R60 shop hours are kept', async () => {
  expect(await readPatrolSettings()).toEqual(defaultPatrol);
  await writePatrolSettings({ ...defaultPatrol, open: '10:00', everyHours: 2 });
  expect(await readPatrolSettings()).toEqual({ ...defaultPatrol, open: '10:00', everyHours: 2 });
});

describe('rounds that ring', () => {
  const shop = { platform: 'jd' as const, name: '店', signature: '', addressId: null, sample: false };
  const at11 = noon - (noon % hour);
  const pending = (dueAt: number) => ({ reminderId: 'patrol:pending', dueAt });

  test('R60 R70 without a platform to look at nothing rings; with one the open round and the coming ones do', async () => {
    expect(await listRoundAlarms(noon)).toEqual([]);
    await saveShop(shop, noon);
    const rounds = await listRoundAlarms(noon);
    expect(rounds.filter(({ kind }) => kind === 'pending').slice(0, 2)).toEqual([
      { kind: 'pending', at: at11, endsAt: at11 + hour },
      { kind: 'pending', at: at11 + hour, endsAt: at11 + 2 * hour },
    ]);
    expect(rounds.filter(({ kind }) => kind === 'reviews')).toHaveLength(7);
    await finishRound('pending', {}, noon);
    await finishRound('reviews', {}, noon);
    const left = await listRoundAlarms(noon);
    expect(left.find(({ kind }) => kind === 'pending')?.at).toBe(at11 + hour);
    expect(left.filter(({ kind }) => kind === 'reviews')).toHaveLength(6);
    await writePatrolSettings({ ...defaultPatrol, pending: false, reviews: false });
    expect(await listRoundAlarms(noon)).toEqual([]);
  });

  test('R60 what rang is listed once until it is walked or taken note of; the next ring lists it again', async () => {
    await markRoundsRung([pending(at11 - hour), pending(at11)]);
    await markRoundsRung([pending(at11 - hour)]);
    expect(await listRoundsNotDone()).toEqual([{ kind: 'pending', at: at11 }]);
    await dismissRound('pending');
    expect(await listRoundsNotDone()).toEqual([]);
    await markRoundsRung([pending(at11)]);
    expect(await listRoundsNotDone()).toEqual([]);
    await markRoundsRung([pending(at11 + hour)]);
    expect(await listRoundsNotDone()).toHaveLength(1);
    await finishRound('pending', {}, at11 + hour);
    expect(await listRoundsNotDone()).toEqual([]);
  });
});
