import { deadlineEvents, deadlineFields } from '#shared/deadlines/events';
import type { CaseClock } from '../../data/case-clocks';

type Names = Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>>;
const names: Names = { ...deadlineEvents, ...deadlineFields };

/** An event or a typed-in time as the seller calls it; `name#2` is its second occurrence. */
export function eventWords(name: string, language: string): string {
  const [base = name, count] = name.split('#');
  const words = names[base]?.[language === 'en' ? 'en' : 'zh'] ?? base;
  return count === undefined ? words : `${words} (${count})`;
}

/** A time a clock still needs: an event that has not been entered, or a field that has not been typed in. */
export type MissingTime = {
  readonly name: string;
  readonly kind: 'event' | 'field';
  readonly clocks: readonly CaseClock[];
};

const order = [...Object.keys(deadlineEvents), ...Object.keys(deadlineFields)];
const place = (name: string): number => (order.indexOf(name) + order.length + 1) % (order.length + 1);

/** The times that are missing, in the order in which things happen, each with the clocks that wait for it. */
export function findMissing(clocks: readonly CaseClock[]): readonly MissingTime[] {
  const found = new Map<string, { kind: MissingTime['kind']; clocks: CaseClock[] }>();
  for (const clock of clocks) {
    const line = clock.result.why.find(({ code }) => code === 'missing-event' || code === 'missing-field');
    const kind = line?.code === 'missing-field' ? 'field' : 'event';
    const name = String(line?.values[kind] ?? '');
    if (name === '') continue;
    const group = found.get(name) ?? { kind, clocks: [] };
    group.clocks.push(clock);
    found.set(name, group);
  }
  return [...found]
    .map(([name, group]) => ({ name, ...group }))
    .sort((a, b) => place(a.name) - place(b.name));
}

/** Every event the clocks of a case count from or react to, in the order in which things happen. */
export function relevantEvents(clocks: readonly CaseClock[]): readonly string[] {
  const events = clocks.flatMap(({ rule, result }) => [
    ...(rule.event === undefined ? [] : [rule.event]),
    ...result.why.flatMap(({ code, values }) => (code === 'missing-event' ? [String(values['event'])] : [])),
    ...(rule.adjust ?? []).map(({ on }) => on),
    ...(rule.closes ?? []),
  ]);
  return [...new Set(events)].filter((name) => name !== '').sort((a, b) => place(a) - place(b));
}

/** Whether the clock runs for us; the others run for the buyer, the platform or the courier. */
export function isOurs({ rule }: CaseClock): boolean {
  return rule.actor === 'merchant' || rule.actor === 'both';
}
