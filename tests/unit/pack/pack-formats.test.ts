import { describe, expect, it } from 'vitest';
import { caseTypes } from '#shared/domain/case';
import { packPurposes } from '#shared/domain/pack';
import { platforms } from '#shared/domain/platform';
import {
  likelyPurpose,
  limitBounds,
  limitNames,
  packFormat,
  packFormatId,
  packFormats,
} from '#shared/knowledge/pack-formats';

describe('R131 places a pack goes to', () => {
  it('there is one for every platform and purpose', () => {
    const ids = new Set(packFormats.map(({ id }) => id));
    const wanted = platforms.flatMap((platform) =>
      packPurposes.map((purpose) => packFormatId(purpose, platform)),
    );
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(packFormats.length);
  });

  it('what is claimed to be known names its source, and a guess is never looser than what is known', () => {
    for (const { id, limits } of packFormats) {
      for (const name of limitNames) {
        const { value, trust, source } = limits[name];
        const [least, most] = limitBounds[name];
        expect(value, `${id} ${name}`).toBeGreaterThanOrEqual(least);
        expect(value, `${id} ${name}`).toBeLessThanOrEqual(most);
        expect(source !== '', `${id} ${name}`).toBe(trust !== 'guess');
      }
    }
    const known = packFormats.flatMap(({ limits }) =>
      limitNames.flatMap((name) =>
        limits[name].trust === 'guess' ? [] : [[name, limits[name].value] as const],
      ),
    );
    const guess = packFormat('other.dispute').limits;
    for (const [name, value] of known) expect(guess[name].value, name).toBeLessThanOrEqual(value);
  });

  it('R66 Pinduoduo takes 3 pictures, WeChat 500 characters, WeChat Pay 4 pictures and 200', () => {
    expect(packFormat('pdd.dispute').limits.pictures).toMatchObject({ value: 3, trust: 'medium' });
    expect(packFormat('wechat.dispute').limits.textLength).toMatchObject({ value: 500, trust: 'high' });
    expect(packFormat('wechat.complaint').limits.pictures).toMatchObject({ value: 4, trust: 'high' });
    expect(packFormat('wechat.complaint').limits.textLength).toMatchObject({ value: 200, trust: 'high' });
  });

  it('the seller’s own number wins; one nobody can mean does not', () => {
    const { limits } = packFormat('pdd.dispute', { pictures: 9, pictureMb: -1, textLength: Number.NaN });
    expect(limits.pictures).toMatchObject({ value: 9, trust: 'own' });
    expect(limits.pictureMb).toMatchObject({ value: 2, trust: 'guess' });
    expect(limits.textLength.value).toBe(200);
  });

  it('every type of case has a purpose', () => {
    expect(caseTypes.map(likelyPurpose).filter((one) => !packPurposes.includes(one))).toEqual([]);
    expect(likelyPurpose('lost')).toBe('courier');
  });
});
