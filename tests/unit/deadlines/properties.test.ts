import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '#shared/deadlines/calendar';
import { evaluateRule, type DeadlineInput } from '#shared/deadlines/engine';
import type { DeadlineRule } from '#shared/deadlines/rule';
import { formatStamp, HOUR_MS, parseStamp, toLocal } from '#shared/deadlines/shanghai';
import { shippedRules } from '#shared/deadlines/rules/index';
import { addRunning, mergeStops } from '#shared/deadlines/stops';
import { ruleOf } from './evaluate';

const MINUTE = 60_000;
const FROM = parseStamp('2025-06-01');
const TO = parseStamp('2026-06-01');
const instant = fc.integer({ min: FROM / MINUTE, max: TO / MINUTE }).map((minutes) => minutes * MINUTE);
const span = (max: number) => fc.integer({ min: 0, max });
const clock = fc.constantFrom(
  { open: '09:00', close: '21:00', days: 'all' },
  { open: '09:00', close: '18:00', days: 'workdays' },
  { open: '18:00', close: '02:00', days: 'all' },
);
const start = fc.constantFrom('event', 'next_midnight');

const plain = fc.record({
  kind: fc.constant('duration'),
  n: span(400),
  unit: fc.constantFrom('minute', 'hour', 'day'),
  start,
});
const onClock = fc.record({
  kind: fc.constant('duration'),
  n: span(40),
  unit: fc.constant('hour'),
  clock,
  start,
});
const wholeWorkdays = fc.record({
  kind: fc.constant('duration'),
  n: span(20),
  unit: fc.constant('workday'),
  start: fc.constant('next_midnight'),
});
const cutoff = fc.constant({
  kind: 'cutoff',
  steps: [
    { before: '12:00', dueDay: 0, dueAt: '24:00' },
    { dueDay: 1, dueAt: '12:00' },
  ],
});
const leaf = fc.oneof(plain, onClock, wholeWorkdays);
const combined = fc.record({
  kind: fc.constantFrom('latest', 'earliest'),
  of: fc.array(leaf, { minLength: 1, maxLength: 3 }),
});
/**
 * Every kind whose deadline cannot move forward when the event comes later. Working days that keep the clock time
 * are no such kind: Friday 15:30 gives Monday 15:30, Saturday 10:00 gives Monday 10:00. A cut-off is one only
 * without pauses: a pause leaves each filing the running time it had.
 */
const timing = fc.oneof(leaf, combined);
const anyTiming = fc.oneof(timing, cutoff);

const pause = fc.tuple(instant, span(20 * 24)).map(([from, hours]) => ({
  id: 'p',
  platform: 'pdd',
  from: formatStamp(from),
  to: formatStamp(from + (hours + 1) * HOUR_MS),
}));
const pauses = fc.array(pause, { maxLength: 3 });

function due(rule: DeadlineRule, e: number, more: Partial<DeadlineInput> = {}): number {
  const input = { now: FROM, calendar: shippedCalendar, ...more, at: { e, ...more.at } };
  return evaluateRule(rule, input).due ?? Number.NaN;
}

const runs = { numRuns: 60 };

describe('properties', () => {
  it('a later event never has an earlier deadline, pauses included', () => {
    fc.assert(
      fc.property(timing, instant, instant, pauses, (kind, a, b, stops) => {
        const rule = ruleOf({ event: 'e', timing: kind });
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(due(rule, early, { pauses: stops })).toBeLessThanOrEqual(due(rule, late, { pauses: stops }));
      }),
      runs,
    );
  });

  it('a later filing never has an earlier cut-off', () => {
    fc.assert(
      fc.property(cutoff, instant, instant, (kind, a, b) => {
        const rule = ruleOf({ event: 'e', timing: kind });
        expect(due(rule, Math.min(a, b))).toBeLessThanOrEqual(due(rule, Math.max(a, b)));
      }),
      runs,
    );
  });

  it('a deadline never lies before its event, and evaluating twice changes nothing', () => {
    fc.assert(
      fc.property(anyTiming, instant, pauses, (kind, e, stops) => {
        const rule = ruleOf({ event: 'e', timing: kind });
        const input = { at: { e }, now: e, calendar: shippedCalendar, pauses: stops };
        const [first, second] = [evaluateRule(rule, input), evaluateRule(rule, input)];
        expect(first.due).toBeGreaterThanOrEqual(e);
        expect(second).toEqual(first);
      }),
      runs,
    );
  });

  it('a cap never lengthens, a restore undoes exactly the last cap', () => {
    fc.assert(
      fc.property(span(300), span(300), span(600), instant, (n, cap, after, e) => {
        const json = { event: 'e', timing: { kind: 'duration', n, unit: 'hour' } };
        const adjust = [
          { on: 'cut', cap: { n: cap, unit: 'hour' } },
          { on: 'back', restore: true },
        ];
        const base = due(ruleOf(json), e);
        const capped = ruleOf({ ...json, adjust });
        const cut = e + after * HOUR_MS;
        expect(due(capped, e, { at: { cut } })).toBe(Math.min(base, cut + cap * HOUR_MS));
        expect(due(capped, e, { at: { cut, back: cut + MINUTE } })).toBe(base);
      }),
      runs,
    );
  });

  it('the shadow never lies after the deadline, and leaves the floor from now', () => {
    fc.assert(
      fc.property(span(200), span(400), instant, (n, later, e) => {
        const rule = ruleOf({
          event: 'e',
          timing: { kind: 'duration', n, unit: 'hour' },
          adjust: [{ on: 'cut', floor: { n: 24, unit: 'hour' }, ask: true }],
        });
        const now = e + later * HOUR_MS;
        const result = evaluateRule(rule, { at: { e }, now, calendar: shippedCalendar });
        expect(result.shadowDue).toBe(Math.min(result.due ?? 0, now + 24 * HOUR_MS));
      }),
      runs,
    );
  });

  it('a pause moves a running clock by exactly the time it stood still', () => {
    fc.assert(
      fc.property(
        instant,
        span(600),
        fc.array(fc.tuple(instant, span(300)), { maxLength: 4 }),
        (from, hours, raw) => {
          const stops = mergeStops(raw.map(([at, length]) => ({ from: at, to: at + length * HOUR_MS })));
          const end = addRunning(from, hours * HOUR_MS, stops);
          const stood = stops.map((stop) => Math.max(0, Math.min(end, stop.to) - Math.max(from, stop.from)));
          expect(end - from - stood.reduce((sum, ms) => sum + ms, 0)).toBe(hours * HOUR_MS);
        },
      ),
      runs,
    );
  });

  it('working days keep the clock time and land on a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), instant, (n, e) => {
        const end = due(ruleOf({ event: 'e', timing: { kind: 'duration', n, unit: 'workday' } }), e);
        expect(toLocal(end).ms).toBe(toLocal(e).ms);
        const year = shippedCalendar.years[toLocal(end).date.slice(0, 4)];
        expect(year?.off).not.toContain(toLocal(end).date);
      }),
      runs,
    );
  });

  it('every shipped rule gives a finite answer for any anchor and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shippedRules), instant, instant, (rule, e, now) => {
        const at = rule.event === undefined ? {} : { [rule.event]: e };
        const result = evaluateRule(rule, { at, now, calendar: shippedCalendar });
        expect(result.due === null || Number.isFinite(result.due)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
