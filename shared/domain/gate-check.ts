import { holds, type StepFacts } from './step-facts';
import type { Gate, GateNeed, GuardedAction } from './gate';

/** What a gate says: open, or what is missing. */
export type GateCheck = { readonly gate: Gate; readonly missing: readonly GateNeed[] };

/** Checks one gate: everything it needs that is not so. Empty means it is open. */
export function checkGate(gate: Gate, facts: StepFacts): readonly GateNeed[] {
  return gate.needs.filter(({ met }) => !holds(met, facts));
}

/** The closed gates before an action in a case, each with what is missing. Empty means go ahead. */
export function closedGates(
  gates: readonly Gate[],
  action: GuardedAction,
  facts: StepFacts,
): readonly GateCheck[] {
  return gates
    .filter(({ guards }) => guards.some((one) => one.action === action && holds(one.when, facts)))
    .map((gate) => ({ gate, missing: checkGate(gate, facts) }))
    .filter(({ missing }) => missing.length > 0);
}

const eventActions: ReadonlyMap<string, GuardedAction> = new Map([
  ['refund.succeeded', 'refund'],
  ['exchange.shipped', 'sendOut'],
  ['aftersale.agreed', 'decision'],
  ['aftersale.refused', 'decision'],
] as const);

/** The guarded action behind a dated event, so that recording it by another way meets the same gates. */
export function actionOfEvent(event: string): GuardedAction | undefined {
  return eventActions.get(event.split('#', 1)[0] ?? event);
}

/** Letters a reason for going past a gate needs at least. */
export const reasonLength = 4;

/** Whether a reason says something: long enough once blanks are gone, and not one sign repeated. */
export function isReason(text: string): boolean {
  const signs = Array.from(text.replaceAll(/\s/g, ''));
  return signs.length >= reasonLength && new Set(signs).size > 1;
}
