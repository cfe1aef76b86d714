import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import type { CaseId } from '#shared/domain/ids';
import type { Talk, TalkAnswer, TalkId, TalkInput } from '#shared/domain/talk';

const longestText = 2000;

/** Both talks of a case, oldest line first (R73). */
export async function listTalks(caseId: CaseId): Promise<Talk[]> {
  const lines = await database().talks.where('caseId').equals(caseId).toArray();
  return lines.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Writes one line into a talk (R73) and into the case's history. Throws `invalidInput` without words, `notFound`. */
export async function addTalk(caseId: CaseId, input: TalkInput, now: number): Promise<Talk> {
  const db = database();
  const text = input.text.trim().slice(0, longestText);
  const { amountFen } = input;
  if (text === '' || (amountFen !== null && (!Number.isInteger(amountFen) || amountFen < 0)))
    throw new AppError('invalidInput', { what: 'talk' });
  return db.transaction('rw', [db.talks, db.cases, db.events], async () => {
    if ((await db.cases.get(caseId)) === undefined) throw new AppError('notFound', { what: 'case' });
    const line: Talk = { ...input, text, id: makeId<'talk'>(now), caseId, answer: 'open', at: now };
    await db.talks.add(line);
    const { thread, by, kind } = line;
    await appendEvent(caseId, 'talkAdded', { thread, by, kind, text, amountFen }, now);
    return line;
  });
}

/** Notes what came of an offer (R73). Throws `notFound`, `invalidInput` for a line that is no offer. */
export async function answerOffer(id: TalkId, answer: TalkAnswer, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.talks, db.events], async () => {
    const line = await db.talks.get(id);
    if (line === undefined) throw new AppError('notFound', { what: 'talk' });
    if (line.kind !== 'offer') throw new AppError('invalidInput', { what: 'talk' });
    await db.talks.update(id, { answer });
    const { thread, by, caseId } = line;
    await appendEvent(caseId, 'talkAnswered', { thread, by, answer }, now);
  });
}
