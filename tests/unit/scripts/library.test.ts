import { describe, expect, it } from 'vitest';
import { blanksIn, scriptScenes, type ScriptLanguage } from '#shared/domain/script';
import { problemOf } from '#shared/domain/script-table';
import { findWording } from '#shared/domain/wording';
import { factOfBlank } from '#shared/knowledge/scripts/blanks';
import { shippedScripts } from '#shared/knowledge/scripts/library';

const languages: readonly ScriptLanguage[] = ['zh-CN', 'en'];
const rows = Array.from({ length: 33 }, (_, index) => `M${index + 1}`);

describe('the shipped messages', () => {
  it.each(rows)('%s is shipped', (row) => {
    expect(shippedScripts.filter(({ sources }) => sources.includes(row))).not.toEqual([]);
  });

  it('M6 R36 the resend message has an apology variant', () => {
    const tones = shippedScripts.filter(({ id }) => id.startsWith('M6')).map(({ tone }) => tone);
    expect(tones).toEqual(['plain', 'apology']);
  });

  it('R5 R116 upset buyers are met with an apology first', () => {
    const calm = shippedScripts.filter(({ scene }) => scene === 'calm');
    expect(calm[0]?.tone).toBe('apology');
    expect(scriptScenes[0]).toBe('calm');
  });

  it('ids and codes are unique', () => {
    for (const key of ['id', 'code'] as const) {
      const all = shippedScripts.map((script) => script[key]);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it.each(shippedScripts.map((script) => [script.id, script] as const))(
    '%s says the same in both languages, with as many blanks of the same facts',
    (_id, { text, title }) => {
      const facts = (language: ScriptLanguage) =>
        blanksIn(text[language])
          .flatMap((name) => factOfBlank.get(name) ?? [])
          .toSorted();
      expect(blanksIn(text.en)).toHaveLength(blanksIn(text['zh-CN']).length);
      expect(facts('en')).toEqual(facts('zh-CN'));
      for (const language of languages) expect(problemOf(title[language], text[language])).toBeNull();
      expect(title.en).not.toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it('R55 R168 none pays for a review, threatens or leads off the platform', () => {
    const marked = shippedScripts.flatMap(({ id, text }) =>
      languages.flatMap((language) => findWording(text[language]).map(({ ruleId }) => `${id} ${ruleId}`)),
    );
    expect(marked).toEqual([]);
  });

  it('R117 an apology names what will be done and by when', () => {
    const calm = shippedScripts.find(({ id }) => id === 'M14');
    expect(blanksIn(calm?.text['zh-CN'] ?? '')).toContain('答复时间');
  });
});
