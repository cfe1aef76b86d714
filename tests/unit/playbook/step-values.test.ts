import { describe, expect, it } from 'vitest';
import { areValuesFine, findFieldProblem } from '#shared/domain/step-values';
import { invoice } from '#shared/knowledge/playbooks/invoice';

const step = invoice.steps.find(({ id }) => id === 'content');
if (step === undefined) throw new Error('the invoice has no step for its content');
const amount = step.fields?.find(({ id }) => id === 'amount');
if (amount === undefined) throw new Error('no amount');

describe('what an invoice may say', () => {
  it('R105 only the two kinds of item, and no more than was paid', () => {
    const values = (item: string, yuan: string) =>
      areValuesFine(step, { item, amount: yuan }, { now: 0, paidFen: 10_000 });
    expect(values('goods', '100.00')).toBe(true);
    expect(values('both', '0.01')).toBe(true);
    expect(values('goods', '100.01')).toBe(false);
    expect(values('office supplies', '1')).toBe(false);
    expect(values('', '1')).toBe(false);
  });

  it('R105 says what is wrong; what was paid may not be known', () => {
    expect(findFieldProblem(amount, '100.01', { now: 0, paidFen: 10_000 })).toBe('tooMuch');
    expect(findFieldProblem(amount, '100.01', { now: 0, paidFen: null })).toBeNull();
    expect(findFieldProblem(amount, '-1', { now: 0, paidFen: 10_000 })).toBe('money');
    expect(findFieldProblem(amount, '', { now: 0, paidFen: 10_000 })).toBe('missing');
  });
});
