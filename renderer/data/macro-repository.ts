import { flagFor } from '#shared/domain/flag-legend';
import { viewSteps } from '#shared/domain/playbook-walk';
import { AppError } from '#shared/errors';
import { inWalk, readWalk, type CaseWalk } from './case-walk';
import { database } from './database';
import { nextOccurrence, recordEvent } from './deadline-repository';
import { previewExtensions, type ExtendChoice } from './extend-trade';
import { addNote } from './note-repository';
import { completeStep } from './step-repository';
import type { CaseId } from '#shared/domain/ids';
import type { FlagColor } from '#shared/domain/order-note';
import type { Step, StepMacro } from '#shared/domain/playbook';

/** What one press will do at a memo step with a macro (R35). */
export type MacroPlan = {
  readonly flag: FlagColor;
  readonly signature: string;
  /** The step that extends; null when it is done already or not needed. */
  readonly extend: Step | null;
  /** By how much the platform's own rule lets the trade be extended; null when the clock does not know it: then only ticked. */
  readonly choice: ExtendChoice | null;
};

function extendStep({ playbook, facts, record }: CaseWalk, { extend }: StepMacro): Step | null {
  const view = viewSteps(playbook, facts, record.since).find(({ step }) => step.id === extend);
  return view?.state === 'open' ? view.step : null;
}

/** What the macro of a step would do now; undefined when there is no such step. */
export async function planMacro(caseId: CaseId, stepId: string, now: number): Promise<MacroPlan | undefined> {
  const walk = await readWalk(caseId);
  const macro = walk?.playbook.steps.find(({ id }) => id === stepId)?.macro;
  if (walk === undefined || macro === undefined) return undefined;
  const { item } = walk;
  const shop = item.shopId === null ? undefined : await database().shops.get(item.shopId);
  const extend = extendStep(walk, macro);
  const days = extend?.days ?? 0;
  const choices = extend === null ? [] : await previewExtensions(item, now);
  const choice = choices.filter((one) => one.days <= days).toSorted((a, b) => b.days - a.days)[0] ?? null;
  return {
    flag: flagFor(shop?.flagLegend, item.platform, macro.flag),
    signature: shop?.signature ?? '',
    extend,
    choice,
  };
}

/**
 * Writes the memo with its flag and extends the trade in one go, all or nothing (R35). `text` is the memo as composed
 * by `composeMacro`. Throws `invalidInput` for an empty memo, `notFound` without such a step.
 */
export async function runMacro(caseId: CaseId, stepId: string, text: string, now: number): Promise<void> {
  const plan = await planMacro(caseId, stepId, now);
  if (plan === undefined) throw new AppError('notFound', { what: 'step' });
  if (text.trim() === '') throw new AppError('invalidInput');
  await inWalk(
    caseId,
    async ({ item }) => {
      const { platform, orderNo, sample } = item;
      await addNote({ caseId, platform, orderNo, text, flag: plan.flag, sample }, now);
      if (plan.extend === null) return;
      if (plan.choice === null) {
        await completeStep(caseId, plan.extend.id, {}, now);
        return;
      }
      const at = Math.floor(now / 60_000) * 60_000;
      const event = plan.choice.event.replace(/#\d+$/, '');
      await recordEvent(caseId, nextOccurrence(item.events, event), at, now);
    },
    now,
    [database().orderNotes],
  );
}
