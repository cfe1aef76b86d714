import type { WorkedExample } from './evaluate';

const hours = (n: number, more: object = {}) => ({ kind: 'duration', n, unit: 'hour', ...more });
const days = (n: number, more: object = {}) => ({ kind: 'duration', n, unit: 'day', ...more });
const OFFICE = { open: '09:00', close: '18:00', days: 'workdays' };
const PROMISE = { kind: 'latest', of: [days(15), { kind: 'manual', field: 'promise' }] };
const SALE = { kind: 'earliest', of: [days(10), days(2, { event: 'signed' })] };
const SHRINK = {
  event: 'e',
  timing: days(7),
  adjust: [
    { on: 'signed', cap: { n: 24, unit: 'hour' } },
    { on: 'extended', restore: true },
  ],
};
const SPRING = [{ id: 'p', platform: 'pdd', from: '2026-02-15T00:00', to: '2026-02-24T00:00' }];

/** Later of, earlier of. */
export const combinedExamples: readonly WorkedExample[] = [
  {
    name: 'TK9 S49 R135 the promised end is later',
    rule: { event: 'e', timing: PROMISE },
    at: { e: '2026-11-21 10:00' },
    fields: { promise: '2026-12-21 00:00' },
    expect: { due: '2026-12-21 00:00' },
  },
  {
    name: 'TK9 S54 the fifteen days are later',
    rule: { event: 'e', timing: PROMISE },
    at: { e: '2026-11-21 10:00' },
    fields: { promise: '2026-12-01 00:00' },
    expect: { due: '2026-12-06 10:00' },
  },
  {
    name: 'TK9 D11 the later of two events is unknown until both have happened',
    rule: { event: 'e', timing: { kind: 'latest', of: [days(10), days(10, { event: 'success' })] } },
    at: { e: '2026-11-21 10:00' },
    expect: { due: null, state: 'unknown' },
  },
  {
    name: 'TK10 X05 two days after sign-for are earlier',
    rule: { event: 'e', timing: SALE },
    at: { e: '2026-11-21 12:00', signed: '2026-11-25 09:00' },
    expect: { due: '2026-11-27 09:00' },
  },
  {
    name: 'TK10 X05 ten days after the waybill are earlier',
    rule: { event: 'e', timing: SALE },
    at: { e: '2026-11-21 12:00', signed: '2026-11-30 20:00' },
    expect: { due: '2026-12-01 12:00' },
  },
  {
    name: 'TK10 not signed yet',
    rule: { event: 'e', timing: SALE },
    at: { e: '2026-11-21 12:00' },
    expect: { due: '2026-12-01 12:00' },
  },
];

/** Caps, restores, pauses and typed-in instants. */
export const adjustedExamples: readonly WorkedExample[] = [
  {
    name: 'TK11 P04 sign-for shrinks the rest to 24 hours',
    rule: SHRINK,
    at: { e: '2026-11-21 12:00', signed: '2026-11-24 09:00' },
    expect: { due: '2026-11-25 09:00' },
  },
  {
    name: 'TK11 P04 less than 24 hours left stays',
    rule: SHRINK,
    at: { e: '2026-11-21 12:00', signed: '2026-11-27 20:00' },
    expect: { due: '2026-11-28 12:00' },
  },
  {
    name: 'TK13 P04 extending restores the seven days',
    rule: SHRINK,
    at: { e: '2026-11-21 12:00', signed: '2026-11-24 09:00', extended: '2026-11-24 18:00' },
    expect: { due: '2026-11-28 12:00' },
  },
  {
    name: 'TK13 a restore before the cap does not undo it',
    rule: SHRINK,
    at: { e: '2026-11-21 12:00', extended: '2026-11-23 18:00', signed: '2026-11-24 09:00' },
    expect: { due: '2026-11-25 09:00' },
  },
  {
    name: 'TK14 24 hours stand still over the Spring Festival pause',
    rule: { event: 'e', timing: hours(24) },
    at: { e: '2026-02-14 18:00' },
    pauses: SPRING,
    now: '2026-02-14 20:00',
    expect: { due: '2026-02-24 18:00', state: 'running' },
  },
  {
    name: 'TK14 inside the pause the state says so',
    rule: { event: 'e', timing: hours(24) },
    at: { e: '2026-02-14 18:00' },
    pauses: SPRING,
    now: '2026-02-17 12:00',
    expect: { due: '2026-02-24 18:00', state: 'paused' },
  },
  {
    name: 'TK14 a clock started inside a pause begins when it ends',
    rule: { event: 'e', timing: hours(24) },
    at: { e: '2026-02-16 18:00' },
    pauses: SPRING,
    expect: { due: '2026-02-25 00:00' },
  },
  {
    name: 'TK14 working hours are not counted twice against holidays inside the pause',
    rule: { event: 'e', timing: hours(4, { clock: OFFICE }) },
    at: { e: '2026-02-14 17:00' },
    pauses: SPRING,
    expect: { due: '2026-02-24 12:00' },
  },
  {
    name: 'TK19 S27 S31 W07 a typed-in instant',
    rule: { event: 'e', timing: { kind: 'manual', field: 'end' } },
    fields: { end: '2026-11-25 24:00' },
    expect: { due: '2026-11-26 00:00', state: 'running' },
  },
  {
    name: 'TK19 nothing typed in is unknown',
    rule: { event: 'e', timing: { kind: 'manual', field: 'end' } },
    at: { e: '2026-11-21 12:00' },
    expect: { due: null, state: 'unknown' },
  },
];
