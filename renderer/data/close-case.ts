import { findClosingProblems, liabilityOf, type Closing, type ClosingInput } from '#shared/domain/outcome';
import { holds } from '#shared/domain/step-facts';
import { AppError } from '#shared/errors';
import { closingActions } from '#shared/knowledge/gates/closing-actions';
import { caseTables, getCase, putCase } from './case-repository';
import { readWalk, type CaseWalk } from './case-walk';
import { listOpenOfCase } from './commitment-repository';
import { database } from './database';
import { findMissingEvidence } from './evidence-check-repository';
import { passGates } from './gate-repository';
import { listNotesOfCase } from './note-repository';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { Commitment } from '#shared/domain/commitment';
import type { CaseId } from '#shared/domain/ids';
import type { Words } from '#shared/domain/playbook';

/** Something that is still open when a case is to be closed. `key` changes with what is open. */
export type ClosingIssue = { readonly key: string } & (
  | { readonly kind: 'stage' | 'steps' | 'needs' | 'evidence'; readonly words: readonly Words[] }
  | { readonly kind: 'promises'; readonly promises: readonly Commitment[] }
  | { readonly kind: 'unpasted'; readonly count: number }
);

const worded = (kind: 'stage' | 'steps' | 'needs' | 'evidence', words: readonly Words[]): ClosingIssue[] =>
  words.length === 0 ? [] : [{ kind, words, key: `${kind} ${words.map(({ zh }) => zh).join('|')}` }];

async function issuesOf({ item, walk, playbook, facts }: CaseWalk): Promise<readonly ClosingIssue[]> {
  const { next, open, complete, stage } = walk;
  const [notes, promises, lacking] = await Promise.all([
    listNotesOfCase(item.id),
    listOpenOfCase(item.id),
    findMissingEvidence(item.id),
  ]);
  const steps = [...(next === null ? [] : [next]), ...open].filter(({ step }) => step.optional !== true);
  const unpasted = notes.filter(({ pastedAt }) => pastedAt === null).length;
  return [
    ...worded('stage', complete || stage.next.length === 0 ? [] : [stage.title]),
    ...worded(
      'steps',
      steps.map(({ step }) => step.title),
    ),
    ...worded(
      'needs',
      playbook.closing.filter(({ met }) => !holds(met, facts)).map(({ words }) => words),
    ),
    ...worded(
      'evidence',
      lacking.filter(({ need }) => need === 'must').map(({ title }) => title),
    ),
    ...(promises.length === 0
      ? []
      : [{ kind: 'promises' as const, promises, key: `promises ${promises.map(({ id }) => id).join()}` }]),
    ...(unpasted === 0 ? [] : [{ kind: 'unpasted' as const, count: unpasted, key: `unpasted ${unpasted}` }]),
  ];
}

/** What is still open before a case is closed: steps, promises, proof, memos, what its procedure asks for. */
export async function readClosingIssues(caseId: CaseId): Promise<readonly ClosingIssue[]> {
  const walk = await readWalk(caseId);
  return walk === undefined ? [] : issuesOf(walk);
}

/** What the seller has been shown, and the reason typed at a closed gate. */
export type ClosingPass = { readonly seen?: readonly string[]; readonly override?: string | undefined };

/**
 * Closes a case with its outcome, reasons and who bears the loss (R2, R4, R112, R150): the one way, whoever starts it.
 * Throws `invalidInput` when the shares do not add up or a reason is missing, `closingOpen` when something is open that
 * the seller has not been shown, `gateClosed` when a supplier or courier is to pay without proof.
 */
export async function closeCase(
  id: CaseId,
  input: ClosingInput,
  now: number,
  pass: ClosingPass = {},
): Promise<void> {
  await database().transaction('rw', closingTables(), async () => {
    const before = await getCase(id);
    if (before === undefined) throw new AppError('notFound', { what: 'case' });
    if (before.status === 'open') await closeHere(before, input, now, pass);
  });
}

/** Tables that closing writes; a caller's transaction has to cover them. */
export function closingTables() {
  const db = database();
  return [...new Set([...caseTables(), db.orderNotes, db.commitments, db.playbooks, db.buyers])];
}

/** Closes one case inside a transaction over {@link closingTables}; nothing is written before it is sure to close. */
export async function closeHere(
  before: Case,
  input: ClosingInput,
  now: number,
  pass: ClosingPass,
): Promise<void> {
  const { id } = before;
  if (findClosingProblems(input).length > 0) throw new AppError('invalidInput');
  const closing: Closing = { ...input, realReason: input.realReason.trim(), at: now };
  const liability = liabilityOf(closing.shares);
  const issues = await readClosingIssues(id);
  const unseen = issues.filter(({ key }) => pass.seen?.includes(key) !== true);
  if (unseen.length > 0) throw new AppError('closingOpen', { kinds: unseen.map(({ kind }) => kind).join() });
  const bearers = closing.shares.map(({ bearer }) => bearer);
  await passGates(before, closingActions(before.type, bearers), pass.override, now);
  await putCase({ ...before, closing, liability, status: 'closed', closedAt: now, updatedAt: now }, now);
  if (before.liability !== liability)
    await appendEvent(id, 'caseEdited', { field: 'liability', from: before.liability, to: liability }, now);
  const { outcome, statedReason, realReason, satisfaction } = closing;
  const shares = closing.shares.map(({ bearer, percent }) => `${bearer} ${percent}`).join();
  const open = issues.map(({ kind }) => kind).join();
  await appendEvent(id, 'caseClosed', { outcome, statedReason, realReason, satisfaction, shares, open }, now);
}
