import type { DeadlineRule, Timing } from './rule';

/**
 * All instants (epoch ms) at which an event happened, oldest first. An event that happens again is kept under
 * `name#2`, `name#3`, so that one record holds them all.
 */
export function occurrences(at: Readonly<Record<string, number>>, event: string): readonly number[] {
  const times = Object.entries(at)
    .filter(
      ([name]) =>
        name === event || (name.startsWith(`${event}#`) && /^\d+$/u.test(name.slice(event.length + 1))),
    )
    .map(([, time]) => time);
  return times.sort((a, b) => a - b);
}

function firstEvent(timing: Timing): string | undefined {
  if (timing.kind === 'latest' || timing.kind === 'earliest') {
    return timing.of.map(firstEvent).find((event) => event !== undefined);
  }
  return 'event' in timing ? timing.event : undefined;
}

function timingEvents(timing: Timing): readonly (string | undefined)[] {
  if (timing.kind === 'latest' || timing.kind === 'earliest') return timing.of.flatMap(timingEvents);
  return 'event' in timing ? [timing.event] : [];
}

/** Every event a rule counts from, reacts to or ends with. */
export function eventsOf(
  rule: Pick<DeadlineRule, 'event' | 'timing' | 'adjust' | 'closes'>,
): readonly string[] {
  const named = [
    rule.event,
    ...timingEvents(rule.timing),
    ...(rule.adjust ?? []).map(({ on }) => on),
    ...(rule.closes ?? []),
  ];
  return [...new Set(named.filter((event) => event !== undefined))];
}

/** The event a rule counts from: its own, else the first one its timing names. */
export function anchorEvent(rule: Pick<DeadlineRule, 'event' | 'timing'>): string | undefined {
  return rule.event ?? firstEvent(rule.timing);
}

/** The instant (epoch ms) a clock counts from: a request filed again starts its clock anew. */
export function anchorOf(
  at: Readonly<Record<string, number>>,
  event: string | undefined,
): number | undefined {
  return event === undefined ? undefined : occurrences(at, event).at(-1);
}
