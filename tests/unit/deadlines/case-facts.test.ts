import { describe, expect, test } from 'vitest';
import { withType, emptyCaseDraft } from '../../../renderer/features/cases/case-draft';
import { shippedCalendar } from '#shared/deadlines/calendar';
import { deadlinesForCase } from '#shared/deadlines/case-deadlines';
import { factsOf } from '#shared/deadlines/case-facts';
import { shippedRules } from '#shared/deadlines/rules/index';
import type { Case } from '#shared/domain/case';

const applied = Date.parse('2026-11-20T02:00:00Z');
const now = Date.parse('2026-11-20T08:00:00Z');
type Told = Pick<Case, 'amountFen' | 'goods' | 'type' | 'events'>;

function ours(platform: string, item: Told): readonly string[] {
  return deadlinesForCase({
    platform,
    caseType: item.type,
    at: item.events,
    facts: factsOf(item),
    now,
    rules: shippedRules,
    calendar: shippedCalendar,
  })
    .filter(({ rule, result }) => rule.actor === 'merchant' && result.due !== null)
    .map(({ rule }) => rule.id);
}

const item = (part: Partial<Told>): Told => ({
  amountFen: 12_850,
  goods: 'received',
  type: 'refundOnly',
  events: { 'aftersale.applied': applied },
  ...part,
});

describe('R64 the state of the goods tells the clocks what was sent', () => {
  test('A01 A04 goods the buyer has are not held to the two hours of an unshipped order', () => {
    const ids = ours('1688', item({}));
    expect(ids).toContain('1688.shipped.review');
    expect(ids.filter((id) => id.includes('refund.') || id.includes('unshipped'))).toEqual([]);
    expect(ours('1688', item({ goods: 'packed', type: 'unshippedRefund' }))).toContain(
      '1688.fast-refund.day',
    );
  });

  test('not known, the strictest clock shows; noted events say it better; the type wins over a state left as it was', () => {
    expect(ours('1688', item({ goods: 'unknown' }))).toContain('1688.fast-refund.day');
    const sent = { 'aftersale.applied': applied, 'order.shipped': applied };
    expect(factsOf(item({ goods: 'packed', events: sent }))).toEqual({ amount: 128.5, signed: 'false' });
    expect(factsOf(item({ type: 'unshippedRefund', amountFen: null }))).toEqual({});
    expect(factsOf(item({ goods: 'returning', amountFen: null }))).toEqual({ shipped: 'true' });
  });

  test('the form proposes the state that goes with the type, and keeps what the seller has said', () => {
    const chosen = { type: 'unshippedRefund', playbook: '' } as const;
    expect(withType(emptyCaseDraft, chosen)).toEqual({ ...chosen, goods: 'unpacked' });
    expect(withType({ ...emptyCaseDraft, goods: 'damaged' }, chosen)).toEqual(chosen);
  });
});
