import { describe, expect, it } from 'vitest';
import { shippedRules } from '#shared/deadlines/rules/index';
import { shipped } from '../deadlines/evaluate';
import { toDraft, toRule, type PartDraft } from '../../../renderer/features/rules/rule-draft';

describe('the editor of rules', () => {
  it('R133 gives every shipped rule back as it was when nothing is changed', () => {
    for (const rule of shippedRules) expect(toRule(toDraft(rule), rule)).toEqual({ ok: true, rule });
  });

  it.each<[string, Partial<PartDraft>, string]>([
    ['no number', { n: '' }, 'rules.problemLength'],
    ['nothing', { n: '0' }, 'rules.problemLength'],
    ['below nothing', { n: '-3' }, 'rules.problemLength'],
    ['a fraction', { n: '1.5' }, 'rules.problemLength'],
    ['infinity', { n: 'Infinity' }, 'rules.problemLength'],
    ['a script', { n: '<b>4</b>' }, 'rules.problemLength'],
    ['full-width letters', { n: '四十八' }, 'rules.problemLength'],
    ['working days without end', { n: '99999', unit: 'workday' }, 'rules.problemTooLong'],
    ['months without end', { n: '99999', unit: 'month' }, 'rules.problemTooLong'],
  ])('a length that is %s is refused in words', (_what, part, key) => {
    const rule = shipped('pdd.refund-only.review');
    const draft = toDraft(rule);
    const parts = draft.parts.map((one) => ({ ...one, ...part }));
    expect(toRule({ ...draft, parts }, rule)).toMatchObject({ ok: false, problem: { key } });
  });

  it('hours that would take longer than ten years on a short service clock are refused', () => {
    const rule = {
      ...shipped('pdd.refund-only.review'),
      timing: {
        kind: 'duration' as const,
        n: 2000,
        unit: 'hour' as const,
        clock: { open: '09:00', close: '18:00', days: 'all' as const },
      },
    };
    const draft = toDraft(rule);
    expect(toRule(draft, rule).ok).toBe(true);
    const short = draft.parts.map((one) => ({ ...one, closeAt: '09:01' }));
    expect(toRule({ ...draft, parts: short }, rule)).toMatchObject({
      problem: { key: 'rules.problemTooLong' },
    });
    const half = draft.parts.map((one) => ({ ...one, closeAt: '' }));
    expect(toRule({ ...draft, parts: half }, rule)).toMatchObject({ problem: { key: 'rules.problemTime' } });
  });
});
