import { createCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { logContact } from '../../renderer/data/contact-repository';
import { addNote } from '../../renderer/data/note-repository';
import { acceptEvidence, answerStep, completeStep } from '../../renderer/data/step-repository';
import { filePhoto } from './file-photo';
import { makeCaseInput } from './make-case-input';
import type { CaseInput, CaseType } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** A seller at work on the steps of a case, at one moment: 11:00 of 21 November 2026 in Shanghai. */
const noon = Date.UTC(2026, 10, 21, 3);

export async function start(type: CaseType, part: Partial<CaseInput> = {}): Promise<CaseId> {
  return (await createCase(makeCaseInput({ platform: 'taobao', type, ...part }), noon)).id;
}

export async function walkOf(id: CaseId) {
  const found = await readWalk(id);
  if (found === undefined) throw new Error('no walk');
  return found;
}

/** Steps that have to be done at the present stage, by id. */
export async function due(id: CaseId): Promise<readonly string[]> {
  const { next, open } = (await walkOf(id)).walk;
  return [...(next === null ? [] : [next]), ...open]
    .filter(({ step }) => step.optional !== true)
    .map(({ step }) => step.id);
}

export const stageOf = async (id: CaseId) => (await walkOf(id)).walk.stage.id;
export const stepOf = async (id: CaseId, step: string) =>
  (await walkOf(id)).playbook.steps.find((one) => one.id === step);
export const answer = (id: CaseId, step: string, option: string, at = noon) =>
  answerStep(id, step, option, at);
export const fill = (id: CaseId, step: string, values: Record<string, string> = {}, at = noon) =>
  completeStep(id, step, { values }, at);
export const prove = async (id: CaseId, slot: string) =>
  acceptEvidence(id, { id: slot, title: { zh: slot, en: slot } }, [await filePhoto(id, noon)], noon);
export const memo = (caseId: CaseId) =>
  addNote({ caseId, platform: 'taobao', orderNo: '1', text: '备注', flag: 'blue', sample: false }, noon);
export const talk = (caseId: CaseId, at = noon) =>
  logContact({ caseId, channel: 'phone', who: '', result: 'reached', note: '', at, nextTryAt: null }, '', at);
