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
  ['refund.arrived', 'refund'],
  ['exchange.shipped', 'sendOut'],
  ['aftersale.agreed', 'decision'],
  ['aftersale.refused', 'decision'],
] as const);

/** Events that only tell of one recorded before: what was to be asked was asked then. */
const tellsOf: ReadonlyMap<string, string> = new Map([['refund.arrived', 'refund.succeeded']]);

/**
 * The guarded action behind a dated event, so that recording it by another way meets the same gates. `known` are the
 * events of the case so far.
 */
export function actionOfEvent(
  event: string,
  known: Readonly<Record<string, number>> = {},
): GuardedAction | undefined {
  const name = event.split('#', 1)[0] ?? event;
  const first = tellsOf.get(name);
  return first !== undefined && known[first] !== undefined ? undefined : eventActions.get(name);
}

/** Letters a reason for going past a gate needs at least. */
export const reasonLength = 4;

/** Whether a reason says something: long enough once blanks are gone, and not one sign repeated. */
export function isReason(text: string): boolean {
  const signs = Array.from(text.replaceAll(/\s/g, ''));
  return signs.length >= reasonLength && new Set(signs).size > 1;
}
