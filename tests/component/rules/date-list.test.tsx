import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  parseDates,
  readCalendarJson,
  readPastedCalendar,
  writeDates,
} from '../../../renderer/features/rules/date-list';

describe('lists of days', () => {
  it('reads runs and single days as people write them', () => {
    expect(parseDates('02-15~02-17，5月1日至5月2日\n2027-01-01 10-01~3', '2027')).toEqual({
      dates: [
        '2027-01-01',
        '2027-02-15',
        '2027-02-16',
        '2027-02-17',
        '2027-05-01',
        '2027-05-02',
        '2027-10-01',
        '2027-10-02',
        '2027-10-03',
      ],
      wrong: [],
    });
  });

  it('names what it cannot read', () => {
    const text = '02-30 明天 2026-01-01 05-03~05-01 13-01';
    expect(parseDates(text, '2027')).toEqual({ dates: [], wrong: text.split(' ') });
  });

  it('writes what it reads back to the same days', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 60 });
    fc.assert(
      fc.property(days, (list) => {
        const dates = list
          .map((shift) => new Date(Date.UTC(2027, 0, 1 + shift)).toISOString().slice(0, 10))
          .toSorted();
        // Runs longer than the reader takes are written in full; no holiday lasts that long.
        fc.pre(dates.length < 40);
        expect(parseDates(writeDates(dates), '2027')).toEqual({ dates, wrong: [] });
      }),
    );
  });

  it('takes the published notice as well as a calendar file', () => {
    const notice = '劳动节：5月1日（周六）至2日（周日）放假调休。5月8日（周六）上班。';
    const year = { off: ['2027-05-01', '2027-05-02'], work: ['2027-05-08'] };
    expect(readPastedCalendar(notice, '2027')).toEqual({ years: { 2027: year } });
    expect(readPastedCalendar(JSON.stringify({ years: { 2027: year } }), '2030')).toEqual({
      years: { 2027: year },
    });
    expect(readPastedCalendar('明天放假', '2027')).toEqual({ problem: 'JSON' });
  });

  it('says what is wrong with a pasted calendar', () => {
    expect(readCalendarJson('{')).toEqual({ problem: 'JSON' });
    expect(readCalendarJson('{"years": {}}')).toEqual({ problem: 'years' });
    expect(readCalendarJson('{"years": {"2027": {"off": ["2027-02-30"]}}}')).toMatchObject({
      problem: expect.stringContaining('2027.off[0]') as string,
    });
  });
});
