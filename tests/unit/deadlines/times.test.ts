import { describe, expect, it } from 'vitest';
import { dayKind, shippedCalendar, withYears } from '#shared/deadlines/calendar';
import { countdown } from '#shared/deadlines/countdown';
import { formatStamp, parseClock, parseStamp, parseUntil } from '#shared/deadlines/shanghai';
import { explainWhy } from '#shared/deadlines/why-text';

describe('times', () => {
  it.each([
    ['2026-11-21T15:30', '2026-11-21T15:30:00+08:00'],
    ['2026-11-21 9:05', '2026-11-21T09:05:00+08:00'],
    ['2026-11-21', '2026-11-21T00:00:00+08:00'],
    ['2026-11-21T24:00', '2026-11-22T00:00:00+08:00'],
    ['2026-12-31 24:00:00', '2027-01-01T00:00:00+08:00'],
    ['2026-11-21T07:30:00Z', '2026-11-21T15:30:00+08:00'],
    ['2026-11-21T15:30:00+08:00', '2026-11-21T15:30:00+08:00'],
    ['2026-11-21T13:30+06:00', '2026-11-21T15:30:00+08:00'],
    ['2026-11-20T23:30:00-0800', '2026-11-21T15:30:00+08:00'],
    ['2026-11-21T15:30:00.250', '2026-11-21T15:30:00.250+08:00'],
    ['2028-02-29T00:00', '2028-02-29T00:00:00+08:00'],
  ])('%s is %s', (text, expected) => {
    expect(formatStamp(parseStamp(text))).toBe(expected);
  });

  it.each([
    '2026-02-30',
    '2026-02-29T10:00',
    '2026-13-01',
    '2026-11-21T25:00',
    '2026-11-21T24:01',
    '2026-11-21T10:60',
    '2026-11-21T10:00:60',
    '2026-11-21T10:00+25:00',
    '2026-11-21Z',
    '21.11.2026',
    'tomorrow',
    '',
  ])('refuses %s', (text) => {
    expect(() => parseStamp(text)).toThrow(RangeError);
  });

  it('an end written as a date or as 23:59 includes it', () => {
    expect(formatStamp(parseUntil('2026-11-21'))).toBe('2026-11-22T00:00:00+08:00');
    expect(formatStamp(parseUntil('2026-11-21T23:59'))).toBe('2026-11-22T00:00:00+08:00');
    expect(formatStamp(parseUntil('2026-11-21T23:59:59'))).toBe('2026-11-22T00:00:00+08:00');
    expect(formatStamp(parseUntil('2026-11-21T18:00'))).toBe('2026-11-21T18:00:00+08:00');
  });

  it('24:00 is a time of day, 24:01 is not', () => {
    expect(parseClock('24:00')).toBe(86_400_000);
    expect(() => parseClock('24:01')).toThrow(RangeError);
    expect(() => parseClock('noon')).toThrow(RangeError);
  });
});

describe('work calendar', () => {
  it('equals the notice for 2026: 33 days off, six make-up days', () => {
    expect(shippedCalendar.years['2026']?.off).toHaveLength(33);
    const work = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
    expect(shippedCalendar.years['2026']?.work).toEqual(work);
    expect(dayKind(shippedCalendar, '2026-02-15')).toEqual({ kind: 'holiday', known: true });
    expect(dayKind(shippedCalendar, '2026-02-14')).toEqual({ kind: 'work', known: true });
    expect(dayKind(shippedCalendar, '2026-11-21')).toEqual({ kind: 'weekend', known: true });
  });

  it('knows that it knows nothing about 2027, until a notice is imported', () => {
    expect(dayKind(shippedCalendar, '2027-01-01')).toEqual({ kind: 'work', known: false });
    const imported = withYears(shippedCalendar, { 2027: { off: ['2027-01-01'], work: [] } });
    expect(dayKind(imported, '2027-01-01')).toEqual({ kind: 'holiday', known: true });
    expect(dayKind(imported, '2026-02-14').kind).toBe('work');
  });
});

describe('countdown', () => {
  const now = parseStamp('2026-11-21T12:00');
  it.each([
    ['2026-11-21T12:00', { state: 'late', days: 0, hours: 0, minutes: 0 }],
    ['2026-11-20T10:30', { state: 'late', days: 1, hours: 1, minutes: 30 }],
    ['2026-11-21T14:00', { state: 'urgent', days: 0, hours: 2, minutes: 0 }],
    ['2026-11-21T14:00:01', { state: 'soon', days: 0, hours: 2, minutes: 0 }],
    ['2026-11-22T12:00', { state: 'soon', days: 1, hours: 0, minutes: 0 }],
    ['2026-11-22T12:00:01', { state: 'ok', days: 1, hours: 0, minutes: 0 }],
    ['2026-11-24T15:59:59', { state: 'ok', days: 3, hours: 3, minutes: 59 }],
  ])('%s', (due, expected) => {
    expect(countdown(parseStamp(due), now)).toEqual(expected);
  });
});

describe('explainWhy', () => {
  it('writes instants in Shanghai time and missing values as a dash', () => {
    const line = {
      code: 'anchor',
      values: { event: 'aftersale.applied', at: parseStamp('2026-11-21') },
    } as const;
    expect(explainWhy(line, 'en')).toBe('counts from “After-sales request filed” at 2026-11-21 00:00');
    expect(explainWhy({ code: 'source', values: { ref: 'S47' } }, 'zh')).toBe('来源 S47（–），核对于 –');
    expect(explainWhy({ code: 'restored', values: { event: 'e', at: 0, due: Infinity } }, 'en')).toContain(
      'Infinity',
    );
  });
});
