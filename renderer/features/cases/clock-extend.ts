import { occurrences } from '#shared/deadlines/occurrences';
import { stretchBefore } from '#shared/deadlines/adjust';
import type { CaseClock } from '../../data/case-clocks';
import type { Adjust, Span } from '#shared/deadlines/rule';

/** One way to prolong a clock: how far, who may, how often, from when, and why not now. */
export type ExtendStep = {
  readonly event: string;
  readonly span: Span;
  readonly by: string;
  readonly used: number;
  /** How often it counts; null is as often as needed. */
  readonly times: number | null;
  /** From when it is possible (epoch ms); null is at any time. */
  readonly opensAt: number | null;
  readonly refused: 'times' | 'not-open' | 'paused' | null;
};

function sameStep(a: ExtendStep, b: ExtendStep): boolean {
  return a.by === b.by && a.span.n === b.span.n && a.span.unit === b.span.unit;
}

function toStep(
  { result }: CaseClock,
  item: Adjust,
  span: Span,
  events: Readonly<Record<string, number>>,
  now: number,
): ExtendStep {
  const used = occurrences(events, item.on).length;
  const opensAt =
    item.opens === undefined || result.due === null ? null : stretchBefore(result.due, item.opens.before);
  const refused =
    item.times !== undefined && used >= item.times
      ? 'times'
      : result.state === 'paused' && (item.notWhilePaused === true || result.due === null)
        ? 'paused'
        : opensAt !== null && now < opensAt
          ? 'not-open'
          : null;
  return {
    event: item.on,
    span,
    by: item.by ?? 'merchant',
    used,
    times: item.times ?? null,
    opensAt,
    refused,
  };
}

/** The extension steps of a case's running clocks, each once, shortest first. */
export function extendSteps(
  clocks: readonly CaseClock[],
  events: Readonly<Record<string, number>>,
  now: number,
): readonly ExtendStep[] {
  const found: ExtendStep[] = [];
  for (const clock of clocks) {
    for (const item of clock.rule.adjust ?? []) {
      if (item.extend === undefined) continue;
      const step = toStep(clock, item, item.extend, events, now);
      const index = found.findIndex((one) => one.event === step.event || sameStep(one, step));
      const known = found[index];
      if (known === undefined) found.push(step);
      // Several clocks hear the same event: what one of them refuses is not offered.
      else if (known.refused === null && step.refused !== null)
        found[index] = { ...known, refused: step.refused, opensAt: step.opensAt };
    }
  }
  return found.sort((a, b) => (a.by === b.by ? a.span.n - b.span.n : a.by === 'merchant' ? -1 : 1));
}
