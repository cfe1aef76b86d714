import { findInspectionProblems, type Inspection, type InspectionInput } from '#shared/domain/inspection';
import { AppError } from '#shared/errors';
import { checklistOf } from '#shared/knowledge/inspection/checklists';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import type { CaseId } from '#shared/domain/ids';

/** Keeps what was found when goods came back (R41, R154). Throws `invalidInput`, `notFound`. */
export async function saveInspection(input: InspectionInput, now: number): Promise<Inspection> {
  const db = database();
  const inspection: Inspection = {
    ...input,
    note: input.note.trim(),
    id: makeId<'inspection'>(now),
    at: now,
  };
  const { caseId, verdict, grade, deductionFen, productClass, note } = inspection;
  await db.transaction('rw', [db.inspections, db.cases, db.events], async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) throw new AppError('notFound', { what: 'case' });
    const problems = findInspectionProblems(input, checklistOf(productClass), item.amountFen);
    if (problems.length > 0) throw new AppError('invalidInput', { what: problems.join() });
    await db.inspections.add(inspection);
    await appendEvent(caseId, 'inspected', { verdict, grade, deductionFen, productClass, note }, now);
  });
  return inspection;
}

/** A case's inspections, newest first. */
export async function listInspections(caseId: CaseId): Promise<Inspection[]> {
  const rows = await database().inspections.where('caseId').equals(caseId).toArray();
  return rows.sort((a, b) => b.at - a.at);
}
