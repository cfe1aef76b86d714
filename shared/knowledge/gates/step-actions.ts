import { actionOfEvent } from '../../domain/gate-check';
import { claimGuards } from '../claims';
import type { GuardedAction } from '../../domain/gate';
import type { Step } from '../../domain/playbook';

/**
 * The guarded actions of doing a step: the one it names, and what its kind and its event do whoever wrote the step, so
 * that a seller's own procedure or one from a file cannot lead around a gate (1S).
 */
export function actionsOfStep({ kind, guard, event, against }: Step): readonly GuardedAction[] {
  const found: readonly (GuardedAction | undefined)[] = [
    guard,
    kind === 'refund' ? 'refund' : undefined,
    kind === 'claim' && against !== undefined ? claimGuards[against] : undefined,
    event === undefined ? undefined : actionOfEvent(event),
  ];
  return [...new Set(found.filter((one) => one !== undefined))];
}
