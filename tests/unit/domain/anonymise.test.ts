import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasOf, anonymiseRow, findNumbers } from '#shared/domain/anonymise';
import { retentionLimit } from '#shared/domain/privacy';
import { daysLeft, purgeAt } from '#shared/domain/trash';

const alias = aliasOf('7F3K9Q');

describe('anonymising a record', () => {
  it('keeps figures, kinds, times, products and links; takes person and texts', () => {
    const row = {
      id: '01KAP3Y8F0000000000000000A',
      caseId: '01KAP3Y8F0000000000000000B',
      platform: '1688',
      buyerId: 'xiaoyu520',
      orderNo: '991122334455',
      kind: 'wrongItem',
      onMiss: 'auto_refund',
      sent: '连衣裙 L',
      causeNote: 'ask',
      buyerName: 'zhang',
      costFen: 1234,
      happenedAt: 1_700_000_000_000,
      sample: false,
      shares: [{ bearer: 'shop', percent: 60, note: 'shop' }],
      inputs: { 'aftersale.applied': 1 },
    };
    expect(anonymiseRow(row, alias, ['xiaoyu520'])).toEqual({
      ...row,
      buyerId: alias,
      orderNo: '',
      causeNote: '',
      buyerName: '',
      shares: [{ bearer: 'shop', percent: 60, note: '' }],
    });
  });

  it('no text that names the buyer stays, wherever it stands', () => {
    const buyer = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !alias.includes(text));
    const key = fc.constantFrom('product', 'state', 'owner', 'buyerId', 'note', 'deep');
    fc.assert(
      fc.property(buyer, key, fc.string(), (name, field, around) => {
        const row = { [field]: `${around}${name}`, list: [{ state: name }], amountFen: 5 };
        const clean = anonymiseRow(row, alias, [name]);
        const texts = [clean[field], clean.list[0]?.state];
        for (const text of texts) expect(text === alias || text === '').toBe(true);
        expect(clean.amountFen).toBe(5);
      }),
    );
  });

  it('finds phone numbers in texts, and no order numbers', () => {
    expect(findNumbers('电话 13812345678，或 0571-87654321；订单 2876543210987654321')).toEqual([
      '13812345678',
      '0571-87654321',
    ]);
  });
});

describe('times', () => {
  const deletedAt = Date.parse('2026-11-21T03:00:00Z');
  const day = 86_400_000;
  it('the trash counts whole days down to 90 days after the deletion', () => {
    expect(daysLeft({ deletedAt }, deletedAt)).toBe(90);
    expect(daysLeft({ deletedAt }, deletedAt + day + 1)).toBe(89);
    expect(daysLeft({ deletedAt }, purgeAt({ deletedAt }))).toBe(0);
  });
  it('months are months of the calendar in Shanghai', () => {
    expect(retentionLimit(12, deletedAt)).toBe(Date.parse('2025-11-21T03:00:00Z'));
    expect(retentionLimit(6, Date.parse('2026-08-31T04:00:00Z'))).toBe(Date.parse('2026-02-28T04:00:00Z'));
  });
});
