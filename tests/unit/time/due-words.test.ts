import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { dueWords, momentWords } from '../../../renderer/text/time-words';

const at = (text: string): number => fromShanghai(text) ?? 0;
const now = at('2026-11-21T12:00');
const t = ((key: string, { month = 0, day = 0, time = '' }: Record<string, string | number>) =>
  key === 'time.monthDay' ? `${month}-${day} ${time}` : `${key} ${time}`) as unknown as TFunction;

it.each([
  ['2026-11-22T00:00', 'time.today 24:00', 'time.tomorrow 00:00'],
  ['2026-11-21T00:00', 'time.yesterday 24:00', 'time.today 00:00'],
  ['2026-12-01T00:00', '11-30 24:00', '12-1 00:00'],
  ['2026-11-22T00:01', 'time.tomorrow 00:01', 'time.tomorrow 00:01'],
  ['2026-11-21T23:59', 'time.today 23:59', 'time.today 23:59'],
])('J01 a duty that ends at %s is written %s, anything else %s', (text, due, moment) => {
  expect(dueWords(t, at(text), now)).toBe(due);
  expect(momentWords(t, at(text), now)).toBe(moment);
});
