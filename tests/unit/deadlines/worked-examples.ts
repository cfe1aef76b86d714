import type { WorkedExample } from './evaluate';
import { adjustedExamples, combinedExamples } from './worked-adjustments';

const hours = (n: number, more: object = {}) => ({ kind: 'duration', n, unit: 'hour', ...more });
const days = (n: number, more: object = {}) => ({ kind: 'duration', n, unit: 'day', ...more });
const workdays = (n: number, more: object = {}) => ({ kind: 'duration', n, unit: 'workday', ...more });
const SERVICE = { open: '09:00', close: '21:00', days: 'all' };
const OFFICE = { open: '09:00', close: '18:00', days: 'workdays' };
const MAIL = {
  kind: 'cutoff',
  steps: [
    { before: '16:00', dueDay: 0, dueAt: '18:00' },
    { dueDay: 1, dueAt: '18:00' },
  ],
};
const NIGHT = {
  event: 'e',
  where: { appliedBetween: ['18:00', '09:00'] },
  timing: { kind: 'window', dueDay: 1, openAt: '10:00', closeAt: '12:00' },
};

const simple: readonly WorkedExample[] = [
  {
    name: 'TK1 S47 T01 D01 hours run through the weekend',
    rule: { event: 'e', timing: hours(48) },
    at: { e: '2026-11-21 15:30' },
    expect: { due: '2026-11-23 15:30', state: 'running' },
  },
  {
    name: 'TK2 S56 T07 calendar days keep the clock time',
    rule: { event: 'e', timing: days(7) },
    at: { e: '2026-11-21 15:30' },
    expect: { due: '2026-11-28 15:30' },
  },
  {
    name: 'TK3 T16 P06 L02 seven days from the next midnight end at 24:00 of the seventh',
    rule: { event: 'e', timing: days(7, { start: 'next_midnight' }) },
    at: { e: '2026-11-21 10:00' },
    expect: { due: '2026-11-29 00:00' },
  },
  {
    name: 'TK3 an event at midnight still counts from the next one',
    rule: { event: 'e', timing: hours(72, { start: 'next_midnight' }) },
    at: { e: '2026-11-20 24:00' },
    expect: { due: '2026-11-25 00:00' },
  },
  {
    name: 'TK4 S03 one working day from a Friday is the make-up Saturday',
    rule: { event: 'e', timing: workdays(1) },
    at: { e: '2026-02-13 10:00' },
    expect: { due: '2026-02-14 10:00', state: 'running' },
  },
  {
    name: 'TK4 T15 L07 the second working day lies behind the Spring Festival',
    rule: { event: 'e', timing: workdays(2) },
    at: { e: '2026-02-13 10:00' },
    expect: { due: '2026-02-24 10:00' },
  },
  {
    name: 'TK4 working days from the next midnight are whole days',
    rule: { event: 'e', timing: workdays(1, { start: 'next_midnight' }) },
    at: { e: '2026-02-13 10:00' },
    expect: { due: '2026-02-15 00:00' },
  },
  {
    name: 'TK4 a day off does not count when it is the start',
    rule: { event: 'e', timing: workdays(1, { start: 'next_midnight' }) },
    at: { e: '2026-02-14 10:00' },
    expect: { due: '2026-02-25 00:00' },
  },
  {
    name: 'TK4 a year without calendar data is uncertain, not silent',
    rule: { event: 'e', timing: workdays(2) },
    at: { e: '2026-12-30 10:00' },
    expect: { due: '2027-01-01 10:00', state: 'uncertain' },
  },
  {
    name: 'TK4 the last day of a known year is certain',
    rule: { event: 'e', timing: workdays(1) },
    at: { e: '2026-12-30 10:00' },
    expect: { due: '2026-12-31 10:00', state: 'running' },
  },
];

const clocks: readonly WorkedExample[] = [
  {
    name: 'TK5 D05 20:00 plus 12 service hours is the next day 20:00',
    rule: { event: 'e', timing: hours(12, { clock: SERVICE }) },
    at: { e: '2026-11-21 20:00' },
    expect: { due: '2026-11-22 20:00' },
  },
  {
    name: 'TK5 D06 20:30 plus 2 service hours is the next day 10:30',
    rule: { event: 'e', timing: hours(2, { clock: SERVICE }) },
    at: { e: '2026-11-21 20:30' },
    expect: { due: '2026-11-22 10:30' },
  },
  {
    name: 'TK5 service time that ends exactly at closing ends at closing',
    rule: { event: 'e', timing: hours(2, { clock: SERVICE }) },
    at: { e: '2026-11-21 19:00' },
    expect: { due: '2026-11-21 21:00' },
  },
  {
    name: 'TK5 an event after closing starts at the next opening',
    rule: { event: 'e', timing: hours(2, { clock: SERVICE }) },
    at: { e: '2026-11-21 23:59' },
    expect: { due: '2026-11-22 11:00' },
  },
  {
    name: 'TK5 D07 24 hours on a 12-hour clock are two service days',
    rule: { event: 'e', timing: hours(24, { clock: SERVICE }) },
    at: { e: '2026-11-21 10:00' },
    expect: { due: '2026-11-23 10:00' },
  },
  {
    name: 'TK5 D07 one service day is the next day at the same time',
    rule: { event: 'e', timing: days(1, { clock: SERVICE }) },
    at: { e: '2026-11-21 10:00' },
    expect: { due: '2026-11-22 10:00' },
  },
  {
    name: 'TK5 hours that run past midnight',
    rule: { event: 'e', timing: hours(3, { clock: { open: '18:00', close: '02:00', days: 'all' } }) },
    at: { e: '2026-11-22 01:00' },
    expect: { due: '2026-11-22 20:00' },
  },
  {
    name: 'TK5 a clock that closes at 24:00',
    rule: { event: 'e', timing: hours(4, { clock: { open: '08:00', close: '24:00', days: 'all' } }) },
    at: { e: '2026-11-21 22:00' },
    expect: { due: '2026-11-22 10:00' },
  },
  {
    name: 'TK6 J03 working hours include the make-up Sunday',
    rule: { event: 'e', timing: hours(4, { clock: OFFICE }) },
    at: { e: '2026-09-18 17:00' },
    expect: { due: '2026-09-20 12:00', state: 'running' },
  },
  {
    name: 'TK6 working hours skip the National Day week',
    rule: { event: 'e', timing: hours(4, { clock: OFFICE }) },
    at: { e: '2026-09-30 16:00' },
    expect: { due: '2026-10-08 11:00' },
  },
  {
    name: 'TK6 working hours in a year without data are uncertain',
    rule: { event: 'e', timing: hours(4, { clock: OFFICE }) },
    at: { e: '2027-03-01 10:00' },
    expect: { due: '2027-03-01 14:00', state: 'uncertain' },
  },
];

const dayTimes: readonly WorkedExample[] = [
  ...(
    [
      ['S40 15:59 same day', '2026-11-21 15:59', '2026-11-21 18:00'],
      ['S40 exactly 16:00 takes the earlier', '2026-11-21 16:00', '2026-11-21 18:00'],
      ['S41 one second later is the next day', '2026-11-21 16:00:01', '2026-11-22 18:00'],
      ['S41 16:01 next day', '2026-11-21 16:01', '2026-11-22 18:00'],
    ] as const
  ).map(([name, e, due]) => ({
    name: `TK7 R148 ${name}`,
    rule: { event: 'e', timing: MAIL },
    at: { e },
    expect: { due },
  })),
  ...(
    [
      ['18:00', '2026-11-21 18:00', '2026-11-22 10:00', '2026-11-22 12:00'],
      ['23:30', '2026-11-21 23:30', '2026-11-22 10:00', '2026-11-22 12:00'],
      ['midnight', '2026-11-21 24:00', '2026-11-22 10:00', '2026-11-22 12:00'],
      ['02:00 takes the same morning', '2026-11-22 02:00', '2026-11-22 10:00', '2026-11-22 12:00'],
      ['09:00', '2026-11-22 09:00', '2026-11-22 10:00', '2026-11-22 12:00'],
    ] as const
  ).map(([name, e, openAt, due]) => ({
    name: `TK8 A03 A04 filed at ${name}`,
    rule: NIGHT,
    at: { e },
    expect: { openAt, due },
  })),
  {
    name: 'TK8 TK22 filed at noon, the night rule does not apply',
    rule: NIGHT,
    at: { e: '2026-11-21 12:00' },
    expect: { due: null, state: 'unknown' },
  },
  {
    name: 'TK18 S15 R65 the same day ends at 24:00',
    rule: { event: 'e', timing: { kind: 'cutoff', steps: [{ dueDay: 0, dueAt: '24:00' }] } },
    at: { e: '2026-11-21 15:30' },
    expect: { due: '2026-11-22 00:00' },
  },
];

/** The worked examples of section 3.1, all computed against the 2026 calendar. */
export const workedExamples: readonly WorkedExample[] = [
  ...simple,
  ...clocks,
  ...dayTimes,
  ...combinedExamples,
  ...adjustedExamples,
];
