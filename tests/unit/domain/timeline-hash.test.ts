import { describe, expect, test } from 'vitest';
import { timelineHashText, type TimelineEvent } from '#shared/domain/timeline';

const event = {
  id: '01JD0000000000000000000001',
  caseId: '01JD0000000000000000000002',
  seq: 2,
  at: 1_795_000_000_000,
  kind: 'caseEdited',
  data: { field: 'type', from: 'refundOnly', to: 'exchange' },
  prevHash: 'ab'.repeat(32),
} as unknown as Omit<TimelineEvent, 'hash'>;

describe('the text a history line is sealed by', () => {
  test('R121 the order in which the values were written does not matter', () => {
    const other = { ...event, data: { to: 'exchange', from: 'refundOnly', field: 'type' } };
    expect(timelineHashText(other)).toBe(timelineHashText(event));
  });

  test.each([
    ['id', { id: '01JD0000000000000000000009' }],
    ['case', { caseId: '01JD0000000000000000000009' }],
    ['number', { seq: 3 }],
    ['time', { at: 1_795_000_000_001 }],
    ['kind', { kind: 'comment' }],
    ['value', { data: { field: 'type', from: 'refundOnly', to: 'reship' } }],
    ['number instead of text', { data: { field: 'type', from: 'refundOnly', to: 1 } }],
    ['previous line', { prevHash: 'cd'.repeat(32) }],
  ])('R121 another %s makes another text', (_what, change) => {
    expect(timelineHashText({ ...event, ...change } as typeof event)).not.toBe(timelineHashText(event));
  });

  test('R121 a value cannot pretend to be two', () => {
    const one = { ...event, data: { a: '1","b":"2' } };
    const two = { ...event, data: { a: '1', b: '2' } };
    expect(timelineHashText(one)).not.toBe(timelineHashText(two));
  });

  // Chains written by this version have to verify for ever.
  test('R121 the format is frozen', () => {
    expect(timelineHashText(event)).toBe(
      `["01JD0000000000000000000001","01JD0000000000000000000002",2,1795000000000,"caseEdited",{"field":"type","from":"refundOnly","to":"exchange"},"${'ab'.repeat(32)}"]`,
    );
  });
});
