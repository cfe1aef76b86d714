import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhen } from '#shared/domain/parse-when';
import { fromShanghai, isoMinute } from '#shared/domain/shanghai-time';

const noon = fromShanghai('2026-11-21T12:00') ?? 0;
const read = (text: string, direction: 'future' | 'past' = 'future'): string | null => {
  const at = parseWhen(text, noon, direction);
  return at === null ? null : isoMinute(at);
};

describe('R111 a follow-up time is typed in words', () => {
  it.each([
    ['2026-11-23 15:30', '2026-11-23 15:30'],
    ['2026年11月23日 15点半', '2026-11-23 15:30'],
    ['11-23 15:30', '2026-11-23 15:30'],
    ['11月23日9点', '2026-11-23 09:00'],
    ['1-5 8:00', '2027-01-05 08:00'],
    ['明天 9点', '2026-11-22 09:00'],
    ['明天', '2026-11-22 09:00'],
    ['后天 下午3点', '2026-11-23 15:00'],
    ['大后天 10:15', '2026-11-24 10:15'],
    ['今晚', '2026-11-21 20:00'],
    ['今晚 8点', '2026-11-21 20:00'],
    ['今天 24:00', '2026-11-22 00:00'],
    ['11-30 24:00', '2026-12-01 00:00'],
    ['今晚12点', '2026-11-22 00:00'],
    ['明天 晚上12点', '2026-11-23 00:00'],
    ['明天 凌晨12点半', '2026-11-22 00:30'],
    ['明天 凌晨2点', '2026-11-22 02:00'],
    ['明天 中午12点', '2026-11-22 12:00'],
    ['tomorrow 12pm', '2026-11-22 12:00'],
    ['tomorrow 12:15am', '2026-11-22 00:15'],
    ['15:30', '2026-11-21 15:30'],
    ['9:00', '2026-11-22 09:00'],
    ['１５：３０', '2026-11-21 15:30'],
    ['+2d', '2026-11-23 12:00'],
    ['+90m', '2026-11-21 13:30'],
    ['3小时后', '2026-11-21 15:00'],
    ['tomorrow 9:00', '2026-11-22 09:00'],
    ['tomorrow 3pm', '2026-11-22 15:00'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    '   ',
    '2026-02-30 10:00',
    '25:00',
    '24:01',
    '今晚12点半',
    '13-01 10:00',
    '明天 25点',
    'abc',
    '5',
    '9',
    '<img onerror=1>',
  ])('does not guess at %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ['9:00', '2026-11-21 09:00'],
    ['15:30', '2026-11-20 15:30'],
    ['12-24 10:00', '2025-12-24 10:00'],
    ['昨天 21:14', '2026-11-20 21:14'],
    ['昨天 晚上12点', '2026-11-21 00:00'],
    ['24:00', '2026-11-21 00:00'],
    ['2小时前', '2026-11-21 10:00'],
    ['-30m', '2026-11-21 11:30'],
  ])('completes %s towards the past for a time that was', (text, expected) => {
    expect(read(text, 'past')).toBe(expected);
  });

  it('reads back what it shows, for any minute of this century', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15_000_000, max: 60_000_000 }), (minute) => {
        const at = minute * 60_000;
        expect(parseWhen(isoMinute(at), noon, 'future')).toBe(at);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const at = parseWhen(text, noon, 'past');
        expect(at === null || Number.isFinite(at)).toBe(true);
      }),
    );
  });
});
