import { assertNever } from '#shared/assert-never';
import { checklistOf } from '#shared/knowledge/inspection/checklists';
import { readWalk, type CaseWalk } from '../../renderer/data/case-walk';
import { logContact } from '../../renderer/data/contact-repository';
import { saveInspection } from '../../renderer/data/inspection-repository';
import { addNote, setNotePasted } from '../../renderer/data/note-repository';
import { acceptEvidence, answerStep, completeStep, moveStage } from '../../renderer/data/step-repository';
import { filePhoto } from './file-photo';
import type { CaseId } from '#shared/domain/ids';
import type { DecisionOption, Step, StepField } from '#shared/domain/playbook';

const typed: Readonly<Record<StepField['type'], string>> = {
  text: '已核对',
  money: '1.00',
  waybill: 'YT1234567890',
  time: '+2d',
  choice: '',
  checks: '',
};

/** Does one open step the way a seller does it, through the repositories; `pick` decides. Gates are not passed over. */
export async function doStep(
  { item }: CaseWalk,
  step: Step,
  pick: (options: readonly DecisionOption[], step: Step) => DecisionOption | undefined,
  now: number,
): Promise<void> {
  const { id } = item;
  switch (step.kind) {
    case 'evidence':
      for (const slot of step.slots ?? []) await acceptEvidence(id, slot, [await filePhoto(id, now)], now);
      return;
    case 'decision': {
      const option = pick(step.options ?? [], step);
      if (option !== undefined) await answerStep(id, step.id, option.id, now);
      return;
    }
    case 'inspect': {
      const checks = Object.fromEntries(checklistOf('clothing').map((one) => [one.id, 'ok' as const]));
      const fine = { grade: 'new', verdict: 'pass', deductionFen: 0, note: '', evidence: [] } as const;
      await saveInspection({ ...fine, caseId: id, productClass: 'clothing', checks }, now);
      return;
    }
    case 'contact':
      await logContact(
        { caseId: id, channel: 'phone', who: '', result: 'reached', note: '', at: now, nextTryAt: null },
        '',
        now,
      );
      return;
    case 'memo': {
      const { platform, orderNo, sample } = item;
      const note = await addNote({ caseId: id, platform, orderNo, text: step.id, flag: 'blue', sample }, now);
      await setNotePasted(note.id, true, now);
      return;
    }
    case 'claim':
    case 'deadline':
    case 'extendTrade':
    case 'note':
    case 'refund':
    case 'register':
    case 'script':
    case 'sendReturnInfo':
    case 'slip': {
      const values = (step.fields ?? []).map((field) => {
        const choices = (field.choices ?? []).map((one) => one.id);
        return [field.id, field.type === 'checks' ? choices.join(' ') : (choices[0] ?? typed[field.type])];
      });
      await completeStep(id, step.id, { values: Object.fromEntries(values) as Record<string, string> }, now);
      return;
    }
    default:
      assertNever(step.kind);
  }
}

/**
 * Does what has to be done, one step after the other, until the procedure is complete; where only a way back is left it is
 * taken. Returns what was done, by step id. Throws when it comes to no end.
 */
export async function walkToEnd(
  caseId: CaseId,
  pick: Parameters<typeof doStep>[2],
  start: number,
): Promise<readonly string[]> {
  const longest = 90;
  const done: string[] = [];
  for (let turn = 1; turn <= longest; turn += 1) {
    const now = start + turn * 60_000;
    const walk = await readWalk(caseId);
    if (walk === undefined) throw new Error('no walk');
    const { next, open, complete, moves, stage } = walk.walk;
    const must = [...(next === null ? [] : [next]), ...open].find(({ step }) => step.optional !== true);
    if (must === undefined && complete) return done;
    if (must === undefined) {
      const loop = moves.find(({ transition, open: free }) => transition.loop === true && free);
      if (loop === undefined) throw new Error(`no way on from ${stage.id}: ${done.join(' > ')}`);
      await moveStage(caseId, loop.stage.id, now);
      done.push(`↩ ${loop.stage.id}`);
    } else {
      await doStep(walk, must.step, pick, now);
      done.push(must.step.id);
    }
  }
  throw new Error(`no end: ${done.join(' > ')}`);
}
