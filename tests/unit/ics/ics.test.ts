import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeIcs, type IcsEvent } from '#shared/domain/ics';

const at = Date.parse('2026-11-23T07:30:00Z');
const stamp = Date.parse('2026-11-21T03:00:00Z');

function event(part: Partial<IcsEvent> = {}): IcsEvent {
  return {
    uid: '01KAJ:pdd.return.review@liudi',
    at,
    summary: '拼多多 退货退款 截止 20261121-003',
    description: '',
    alarmMinutes: null,
    ...part,
  };
}

const unfold = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file', () => {
  test('R133 has UTC times, a stable UID and the parts RFC 5545 asks for', () => {
    const lines = unfold(writeIcs([event()], stamp, '留底'));
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Liudi//Deadlines//ZH']);
    expect(lines).toContain('DTSTART:20261123T073000Z');
    expect(lines).toContain('DTSTAMP:20261121T030000Z');
    expect(lines).toContain('UID:01KAJ:pdd.return.review@liudi');
    expect(lines).toContain('SUMMARY:拼多多 退货退款 截止 20261121-003');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  test('two exports of the same thing differ in their stamp only', () => {
    const strip = (text: string): string => text.replaceAll(/DTSTAMP:.*\r\n/gu, '');
    const [one, two] = [writeIcs([event()], stamp, 'a'), writeIcs([event()], stamp + 5000, 'a')];
    expect(one).not.toBe(two);
    expect(strip(one)).toBe(strip(two));
  });

  test('an alarm rings before the time, and nothing rings without one', () => {
    expect(writeIcs([event({ alarmMinutes: 60 })], stamp, 'a')).toContain('TRIGGER:-PT60M\r\n');
    expect(writeIcs([event()], stamp, 'a')).not.toContain('VALARM');
  });

  test('separators are escaped and line breaks cannot start a line of their own', () => {
    const text = writeIcs([event({ summary: 'a;b,c\\d\r\nBEGIN:VEVENT\nx\ry\u0000' })], stamp, 'a');
    expect(text).toContain(String.raw`SUMMARY:a\;b\,c\\d\nBEGIN:VEVENT\nx\ny` + '\r\n');
    expect(text.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1);
  });

  test('any text: no line is longer than 75 octets, none ends without CRLF, and unfolding gives it back', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (summary) => {
        const text = writeIcs([event({ summary })], stamp, '留底');
        const lines = text.split('\r\n');
        expect(text.endsWith('\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
        for (const line of lines) expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
        const found = unfold(text)
          .find((line) => line.startsWith('SUMMARY:'))
          ?.slice('SUMMARY:'.length)
          .replaceAll(/\\([\\;,n])/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark));
        expect(found).toBe(summary.replaceAll(/\r\n|\r/gu, '\n').replaceAll(/[^\P{Cc}\n]/gu, ''));
      }),
    );
  });
});
