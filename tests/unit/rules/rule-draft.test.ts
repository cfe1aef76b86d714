import { describe, expect, it } from 'vitest';
import { shippedRules } from '#shared/deadlines/rules/index';
import { shipped } from '../deadlines/evaluate';
import { findPauseProblem } from '../../../renderer/features/rules/pause-problem';
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

  it('R133 hours without length, days and leads too far ahead are refused in words of the screen', () => {
    const keyOf = (id: string, change: Partial<PartDraft>) => {
      const rule = shipped(id);
      const draft = toDraft(rule);
      const result = toRule({ ...draft, parts: draft.parts.map((one) => ({ ...one, ...change })) }, rule);
      return result.ok ? '' : result.problem.key;
    };
    expect(keyOf('jd.evidence', { openAt: '9:00', closeAt: '09:00' })).toBe('rules.problemHours');
    expect(keyOf('1688.fast-refund.night', { dueDay: '367' })).toBe('rules.problemDay');
    expect(keyOf('jd.mail.reply', { steps: [{ before: '', dueDay: '99999', dueAt: '18:00' }] })).toBe(
      'rules.problemDay',
    );
    const rule = shipped('jd.mail.reply');
    const leads = [{ n: '99999', unit: 'day' as const }];
    expect(toRule({ ...toDraft(rule), leads }, rule)).toMatchObject({
      problem: { key: 'rules.problemTooLong' },
    });
  });

  it('R133 a pause with wrong days, or that stops no rule, is refused in words of the screen', () => {
    const pause = { id: 'p', platform: 'jd', from: '2027-02-05', to: '2027-02-13' };
    expect(findPauseProblem(pause)).toBeNull();
    expect(findPauseProblem({ ...pause, rules: ['jd.service-order.*'] })).toBeNull();
    expect(findPauseProblem({ ...pause, from: '2027-02-30' })?.key).toBe('rules.problemDate');
    expect(findPauseProblem({ ...pause, to: '2027-02-04' })?.key).toBe('rules.pauseOrder');
    expect(findPauseProblem({ ...pause, to: pause.from })).toBeNull();
    for (const slip of ['jd.service_order.*', 'pdd.*', '京东'])
      expect(findPauseProblem({ ...pause, rules: [slip] })).toEqual({
        key: 'rules.pauseNoRule',
        values: { text: slip },
      });
  });

  it('R133 takes digits and colons as a Chinese keyboard writes them', () => {
    const rule = shipped('jd.mail.reply');
    const steps = [
      { before: '１６：３０', dueDay: '０', dueAt: '１８：００' },
      { before: '', dueDay: '1', dueAt: '18:00' },
    ];
    const parts = toDraft(rule).parts.map((one) => ({ ...one, steps }));
    const leads = [{ n: '２', unit: 'hour' as const }];
    expect(toRule({ ...toDraft(rule), parts, leads, from: '２０２６-12-01' }, rule)).toMatchObject({
      ok: true,
      rule: {
        timing: { steps: [{ before: '16:30', dueDay: 0, dueAt: '18:00' }, { dueDay: 1 }] },
        remind: [{ before: { n: 2, unit: 'hour' } }],
        effective: { from: '2026-12-01' },
      },
    });
  });
});
