import { actionOfEvent, closedGates, isReason, type GateCheck } from '#shared/domain/gate-check';
import { factsOfRound } from '#shared/domain/round-facts';
import { AppError } from '#shared/errors';
import { gates } from '#shared/knowledge/gates/gates';
import { database } from './database';
import { playbookOf } from './playbook-repository';
import { appendEvent } from './timeline-repository';
import { factTables, readFacts } from './walk-facts';
import type { Case } from '#shared/domain/case';
import type { GuardedAction } from '#shared/domain/gate';
import type { CaseId } from '#shared/domain/ids';
import type { StepFacts } from '#shared/domain/step-facts';

/** What an action goes through the gates with: the reason typed for passing a closed one. */
export type GatePass = {
  readonly actions?: readonly GuardedAction[] | undefined;
  readonly override?: string | undefined;
};

/** Tables {@link passGates} reads and writes; a caller's transaction has to cover them. */
export function gateTables() {
  return [...factTables(), database().playbooks];
}

/** What the gates look at: the facts of the round that the case is in. */
async function readGateFacts(item: Case): Promise<StepFacts> {
  const [facts, playbook, walk] = await Promise.all([
    readFacts(item),
    playbookOf(item),
    database().walks.get(item.id),
  ]);
  return factsOfRound(playbook, facts, walk?.since ?? {});
}

/**
 * The one way every guarded action goes, whoever starts it: throws `gateClosed` with the names of the closed gates
 * unless a reason was typed; that reason is logged (1S). Call inside the transaction that does the action.
 */
export async function passGates(
  item: Case,
  actions: readonly GuardedAction[],
  override: string | undefined,
  now: number,
): Promise<void> {
  if (actions.length === 0) return;
  const facts = await readGateFacts(item);
  const closed = new Map(
    actions.flatMap((action) =>
      closedGates(gates, action, facts).map((check) => [check.gate.id, { ...check, action }] as const),
    ),
  );
  if (closed.size === 0) return;
  const names = [...closed.keys()].join();
  if (override === undefined || !isReason(override)) {
    throw new AppError('gateClosed', {
      gates: names,
      gate: [...closed.values()].map(({ gate }) => gate.title.zh).join('、'),
      gateEn: [...closed.values()].map(({ gate }) => gate.title.en).join(', '),
      action: actions.join(),
    });
  }
  for (const { gate, missing, action } of closed.values()) {
    const data = { gate: gate.id, zh: gate.title.zh, en: gate.title.en, action, reason: override.trim() };
    await appendEvent(
      item.id,
      'gateOverridden',
      { ...data, missing: missing.map(({ id }) => id).join() },
      now,
    );
  }
}

/** The guarded actions behind recording a dated event in a case, with those it was started as. */
export function actionsOf(
  { events }: Pick<Case, 'events'>,
  event: string,
  { actions = [] }: GatePass,
): readonly GuardedAction[] {
  const own = actionOfEvent(event, events);
  return [...new Set([...actions, ...(own === undefined ? [] : [own])])];
}

/** The gates that are closed before an action in a case, for the screen. */
export async function readClosedGates(
  caseId: CaseId,
  actions: readonly GuardedAction[],
): Promise<GateCheck[]> {
  const item = await database().cases.get(caseId);
  if (item === undefined) return [];
  const facts = await readGateFacts(item);
  const found = actions.flatMap((action) => closedGates(gates, action, facts));
  return [...new Map(found.map((check) => [check.gate.id, check])).values()];
}
