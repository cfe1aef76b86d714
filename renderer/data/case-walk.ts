import type { Table } from 'dexie';
import { viewSteps, walkOn, type Walk } from '#shared/domain/playbook-walk';
import { AppError } from '#shared/errors';
import { caseTables } from './case-repository';
import { database } from './database';
import { changeTables } from './deadline-repository';
import { stepClaimTables } from './money-repository';
import { playbookOf } from './playbook-repository';
import { readFacts } from './walk-facts';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { Playbook } from '#shared/domain/playbook';
import type { StepFacts } from '#shared/domain/step-facts';
import type { StepValues } from '#shared/domain/step-values';
import type { StepRecord, WalkRecord } from './records';

/** A case on its way through its procedure, with what was done under an earlier type. */
export type CaseWalk = {
  readonly item: Case;
  readonly playbook: Playbook;
  readonly facts: StepFacts;
  readonly walk: Walk;
  readonly record: WalkRecord;
  readonly earlier: readonly StepRecord[];
  /** Values typed in at done steps, by step id. */
  readonly values: Readonly<Record<string, StepValues>>;
};

/** Tables a step may write. */
function stepTables() {
  return [
    ...new Set([
      ...caseTables(),
      ...changeTables(),
      ...stepClaimTables(),
      database().playbooks,
      database().people,
    ]),
  ];
}

async function mustRead(caseId: CaseId): Promise<CaseWalk> {
  const db = database();
  const item = await db.cases.get(caseId);
  if (item === undefined) throw new AppError('notFound', { what: 'case' });
  const [playbook, facts, stored, steps] = await Promise.all([
    playbookOf(item),
    readFacts(item),
    db.walks.get(caseId),
    db.steps.where('caseId').equals(caseId).toArray(),
  ]);
  const record = stored ?? { id: caseId, caseId, stage: null, since: {}, slots: {} };
  const here = new Set(viewSteps(playbook, facts, record.since).map(({ step }) => step.id));
  return {
    item,
    playbook,
    facts,
    record,
    walk: walkOn(playbook, facts, record),
    earlier: steps.filter(({ stepId }) => !here.has(stepId)).sort((a, b) => a.at - b.at),
    values: Object.fromEntries(steps.map(({ stepId, values }) => [stepId, values])),
  };
}

/** A case's walk through its procedure, or undefined when there is no such case. */
export async function readWalk(caseId: CaseId): Promise<CaseWalk | undefined> {
  return (await database().cases.get(caseId)) === undefined ? undefined : mustRead(caseId);
}

/** Reads a case's walk and changes it, all in one transaction over everything a step may write, and `more`. */
export async function inWalk<Result>(
  caseId: CaseId,
  work: (walk: CaseWalk, now: number) => Promise<Result>,
  now: number,
  more: readonly Table[] = [],
): Promise<Result> {
  return database().transaction('rw', [...new Set([...stepTables(), ...more])], async () =>
    work(await mustRead(caseId), now),
  );
}
