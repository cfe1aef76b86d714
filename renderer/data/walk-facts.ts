import { evidenceSlot } from '#shared/knowledge/evidence-slots';
import { database } from './database';
import type { Case } from '#shared/domain/case';
import type { Evidence } from '#shared/domain/evidence';
import type { StepFacts, StepMark } from '#shared/domain/step-facts';
import type { WalkRecord } from './records';

/** Tables {@link readFacts} reads; a caller's transaction has to cover them. */
export function factTables() {
  const { events, evidence, steps, walks, inspections, contacts } = database();
  return [events, evidence, steps, walks, inspections, contacts];
}

/**
 * When evidence was accepted, by slot: linked in a step, or put into the slot of the evidence checklist (and accepted
 * there, where a look is needed). What the buyer was asked to take again proves nothing.
 */
function slotTimes(slots: WalkRecord['slots'], items: readonly Evidence[]): StepFacts['slots'] {
  const usable = items.filter(
    ({ deletedAt, verdict }) => deletedAt === null && verdict?.state !== 'askAgain',
  );
  const times: Record<string, number[]> = {};
  const add = (slot: string, at: number): void => {
    times[slot] = [...(times[slot] ?? []), at];
  };
  for (const item of usable) {
    for (const [slot, linked] of Object.entries(slots)) {
      const link = linked.find(({ id }) => id === item.id);
      if (link !== undefined) add(slot, link.at);
    }
    const chosen = item.slot ?? null;
    if (chosen === null || (slots[chosen] ?? []).some(({ id }) => id === item.id)) continue;
    if (evidenceSlot(chosen)?.accept === true && item.verdict?.state !== 'accepted') continue;
    add(chosen, item.verdict?.at ?? item.receivedAt);
  }
  return times;
}

/** Everything the conditions of procedures and gates can ask about a case. */
export async function readFacts(item: Case): Promise<StepFacts> {
  const db = database();
  const [lines, walk, steps, inspections, contacts, items] = await Promise.all([
    db.events.where('[caseId+seq]').between([item.id, 0], [item.id, Infinity]).toArray(),
    db.walks.get(item.id),
    db.steps.where('caseId').equals(item.id).toArray(),
    db.inspections.where('caseId').equals(item.id).toArray(),
    db.contacts.where('caseId').equals(item.id).toArray(),
    db.evidence.where('[caseId+receivedAt]').between([item.id, 0], [item.id, Infinity]).toArray(),
  ]);
  const logged = new Map<string, number[]>();
  for (const { kind, at, data } of lines) {
    // Which messages were copied, too: a step is done by its own and by no other.
    const ids = kind === 'scriptCopied' ? String(data['scripts'] ?? '').split(' ') : [];
    for (const name of [kind, ...ids.map((id) => `${kind}:${id}`)])
      logged.set(name, [...(logged.get(name) ?? []), at]);
  }
  const marks = steps.map(({ stepId, state, at, by, answer, reason }): [string, StepMark] => [
    stepId,
    { state, at, by, answer, reason },
  ]);
  const { type, platform, goods, liability, waitingOn, product, orderNo } = item;
  return {
    fields: { type, platform, goods, liability, waitingOn, product, orderNo },
    events: item.events,
    logged: Object.fromEntries(logged),
    slots: slotTimes(walk?.slots ?? {}, items),
    steps: Object.fromEntries(marks),
    inspections: inspections.map(({ verdict, at }) => ({ verdict, at })),
    // Who of the contact book was spoken to says nothing about the buyer.
    contacts: contacts
      .filter(({ personId }) => personId === undefined)
      .map(({ result, at }) => ({ result, at })),
  };
}
