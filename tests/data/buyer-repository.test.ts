import { freshDatabase } from './fresh-database';
import { describe, expect, it } from 'vitest';
import { noteBuyerAsked, readBuyer, readCaution, saveBuyer } from '../../renderer/data/buyer-repository';
import { createCase } from '../../renderer/data/case-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';

const now = Date.UTC(2026, 10, 22, 3);
freshDatabase();

describe('what is known of a buyer', () => {
  it('R11 R163 a caution belongs to the buyer on that platform, for every case', async () => {
    const first = await createCase(makeCaseInput({ platform: 'pdd', buyerId: '小鱼' }), now);
    const second = await createCase(makeCaseInput({ platform: 'pdd', buyerId: '小鱼' }), now);
    const namesake = await createCase(makeCaseInput({ platform: 'jd', buyerId: '小鱼' }), now);
    await saveBuyer('pdd', '小鱼', { caution: 'abusive', reason: '骂人', note: '' }, now);
    expect((await readBuyer(second)).profile).toMatchObject({ caution: 'abusive', reason: '骂人' });
    expect((await readBuyer(namesake)).profile).toBeNull();
    expect(await readCaution('jd', '小鱼')).toBe('none');
    expect((await readBuyer(first)).elsewhere.map(({ id }) => id)).toEqual([namesake.id]);
  });

  it('R164 how often a buyer came is counted per case and stands in its history', async () => {
    const item = await createCase(makeCaseInput({}), now);
    const other = await createCase(makeCaseInput({}), now);
    for (let time = 0; time < 3; time += 1) await noteBuyerAsked(item, now + time);
    expect((await readBuyer(item)).asked).toBe(3);
    expect((await readBuyer(other)).asked).toBe(0);
    expect((await listEvents(item.id)).at(-1)).toMatchObject({ kind: 'buyerAsked', at: now + 2 });
  });
});
