import { walkTree } from '#shared/domain/decide';
import { AppError } from '#shared/errors';
import { decisionTrees } from '#shared/knowledge/decide/trees';
import { retentionOffers, retentionStep } from '#shared/knowledge/decide/retention-offers';
import { updateCase } from './case-repository';
import { inWalk } from './case-walk';
import { database } from './database';
import { answerStep } from './step-repository';
import { appendEvent } from './timeline-repository';
import type { ClaimReason } from '#shared/domain/claim-reason';
import type { CaseId } from '#shared/domain/ids';
import type { RetentionTry } from './records';

/** Keeps what the seller answered in the decision helper; null takes the answer back. */
export async function answerQuestion(
  caseId: CaseId,
  question: string,
  answer: string | null,
  now: number,
): Promise<void> {
  await inWalk(
    caseId,
    async ({ record }) => {
      const { [question]: _old, ...others } = record.answers ?? {};
      const answers = answer === null ? others : { ...others, [question]: answer };
      await database().walks.put({ ...record, answers });
    },
    now,
  );
}

/** Begins a tree anew. */
export async function clearTree(caseId: CaseId, treeId: string, now: number): Promise<void> {
  await inWalk(
    caseId,
    async ({ record }) => {
      const left = Object.entries(record.answers ?? {}).filter(([key]) => !key.startsWith(`${treeId}.`));
      await database().walks.put({ ...record, answers: Object.fromEntries(left) });
    },
    now,
  );
}

/** Takes a tree's verdict over: the case's 责任方 becomes it, the way there stands in the history (R88, R158). */
export async function adoptVerdict(caseId: CaseId, treeId: string, now: number): Promise<void> {
  await inWalk(
    caseId,
    async ({ record, facts }) => {
      const tree = decisionTrees.find(({ id }) => id === treeId);
      const walked = tree === undefined ? null : walkTree(tree, record.answers ?? {}, facts);
      const verdict = walked?.verdict;
      if (walked === null || verdict === undefined || verdict === null) throw new AppError('invalidInput');
      if (verdict.liability !== null) await updateCase(caseId, { liability: verdict.liability }, now);
      const said = (language: 'zh' | 'en'): string =>
        walked.path
          .flatMap(({ node, chosen }) => node.options.find(({ id }) => id === chosen)?.title[language] ?? [])
          .join(' → ');
      const data = { zh: verdict.title.zh, en: verdict.title.en, saidZh: said('zh'), saidEn: said('en') };
      await appendEvent(caseId, 'judged', { tree: treeId, verdict: verdict.id, ...data }, now);
    },
    now,
  );
}

/** What the reason really was, as far as is known by now (R4); null takes it back. */
export async function setFoundReason(caseId: CaseId, reason: ClaimReason | null, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, db.events], async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) throw new AppError('notFound', { what: 'case' });
    const { foundReason: old, ...rest } = item;
    if ((old ?? null) === reason) return;
    await db.cases.put({ ...rest, ...(reason === null ? {} : { foundReason: reason }), updatedAt: now });
    await appendEvent(caseId, 'caseEdited', { field: 'foundReason', from: old ?? null, to: reason }, now);
  });
}

/**
 * Notes an offer to keep the sale and what came of it (R1, R100). An offer that was taken answers the step of the
 * procedure, if it has one that is open. Throws `invalidInput` for an unknown offer or a sum that is missing.
 */
export async function noteOffer(caseId: CaseId, input: Omit<RetentionTry, 'at'>, now: number): Promise<void> {
  const offer = retentionOffers.find(({ id }) => id === input.offer);
  if (offer === undefined || (offer.money && (input.amountFen ?? 0) <= 0)) throw new AppError('invalidInput');
  const tried: RetentionTry = {
    ...input,
    amountFen: offer.money ? input.amountFen : null,
    note: input.note.trim(),
    at: now,
  };
  const answered = await inWalk(
    caseId,
    async ({ record, playbook, facts }) => {
      await database().walks.put({ ...record, offers: [...(record.offers ?? []), tried] });
      const { title } = offer;
      const { result, amountFen, note } = tried;
      await appendEvent(
        caseId,
        'retentionTried',
        { zh: title.zh, en: title.en, result, amountFen, note },
        now,
      );
      const open =
        playbook.steps.some(({ id }) => id === retentionStep.step) &&
        facts.steps[retentionStep.step] === undefined;
      // Turned down once is not the end of it; only what was taken answers the step.
      return open && result === 'accepted'
        ? offer.money
          ? retentionStep.withMoney
          : retentionStep.without
        : null;
    },
    now,
  );
  if (answered !== null) await answerStep(caseId, retentionStep.step, answered, now);
}
