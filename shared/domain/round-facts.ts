import type { Playbook, Step } from './playbook';
import type { StepFacts } from './step-facts';

/** Dated events are known to the minute. */
const minute = 60_000;

/**
 * What is true in this round of a procedure: a stage that was gone back to begins anew, so the return and the inspection
 * of the round before prove nothing about the goods of this one (R8). `since` is stage id to epoch ms.
 */
export function factsOfRound(
  { steps }: Pick<Playbook, 'steps'>,
  facts: StepFacts,
  since: Readonly<Record<string, number>>,
): StepFacts {
  if (Object.keys(since).length === 0) return facts;
  const begin = (mine: readonly Step[]): number =>
    mine.length === 0 ? 0 : Math.min(...mine.map(({ stage }) => since[stage] ?? 0));
  const fresh = ([name, at]: readonly [string, number]): boolean => {
    const base = name.split('#', 1)[0];
    const from = begin(steps.filter(({ event }) => event === base));
    return at >= Math.floor(from / minute) * minute;
  };
  const looked = begin(steps.filter(({ kind }) => kind === 'inspect'));
  return {
    ...facts,
    events: Object.fromEntries(Object.entries(facts.events).filter(fresh)),
    inspections: facts.inspections.filter(({ at }) => at >= looked),
  };
}
