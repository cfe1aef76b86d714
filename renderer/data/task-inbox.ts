import { byUrgency, type DeskTask } from '#shared/domain/desk-task';
import { wordsIn } from '#shared/domain/playbook';
import { readWalk } from './case-walk';
import { database } from './database';
import { listTasks } from './task-repository';
import type { Case } from '#shared/domain/case';

/** One line of the inbox: a task of its own, or a case that is one. */
export type InboxLine =
  | { readonly from: 'task'; readonly task: DeskTask; readonly item: Case | null }
  | {
      readonly from: 'case';
      readonly item: Case;
      readonly requester: string;
      readonly text: string;
      /** The seller's answer at the step that asks for it; empty while it is open. */
      readonly kind: string;
      readonly ticks: { readonly replied: boolean; readonly memo: boolean; readonly registered: boolean };
    };

/** The case's own line, from what was typed and ticked in its procedure (R106). */
async function lineOfCase(item: Case, language: string): Promise<InboxLine | null> {
  const walk = await readWalk(item.id);
  if (walk === undefined) return null;
  const said = walk.values['requester'] ?? {};
  const done = (id: string) =>
    walk.walk.finished.some(({ step, state }) => step.id === id && state === 'done');
  const task = walk.playbook.steps.find(({ id }) => id === 'task');
  const answer = task?.options?.find(({ id }) => id === walk.facts.steps['task']?.answer);
  return {
    from: 'case',
    item,
    requester: said['who'] ?? '',
    text: said['what'] || item.description || item.nextAction,
    kind: answer === undefined ? '' : wordsIn(answer.title, language),
    ticks: { replied: done('answered'), memo: done('memo'), registered: done('registered') },
  };
}

/** Everything that was asked of the desk: tasks, and open cases that are message tasks, soonest first (R72, R106). */
export async function listTaskInbox(language: string): Promise<readonly InboxLine[]> {
  const db = database();
  const tasks = await listTasks();
  const ids = tasks.flatMap(({ caseId }) => caseId ?? []);
  const linked = new Map(
    (await db.cases.bulkGet(ids)).flatMap((one) => (one === undefined ? [] : [[one.id, one]])),
  );
  const messages = await db.cases
    .where('type')
    .equals('message')
    .filter(({ status, deletedAt }) => status === 'open' && deletedAt === null)
    .toArray();
  const lines = await Promise.all(messages.map((item) => lineOfCase(item, language)));
  const all: InboxLine[] = [
    ...tasks.map((task) => ({
      from: 'task' as const,
      task,
      item: task.caseId === null ? null : (linked.get(task.caseId) ?? null),
    })),
    ...lines.flatMap((line) => line ?? []),
  ];
  return all.sort((a, b) => byUrgency(urgencyOf(a), urgencyOf(b)));
}

/** A case of the inbox is as pressing as what it has to do next. */
function urgencyOf(line: InboxLine): Parameters<typeof byUrgency>[0] {
  if (line.from === 'task') return line.task;
  const { nextActionAt, createdAt } = line.item;
  return { dueAt: nextActionAt ?? 0, doneAt: null, createdAt };
}

/** Who asked, however it came in. */
export function requesterOf(line: InboxLine): string {
  return line.from === 'task' ? line.task.requester : line.requester;
}

/** When a line is due, epoch ms; 0 for no time. */
export function dueOf(line: InboxLine): number {
  return line.from === 'task' ? line.task.dueAt : (line.item.nextActionAt ?? 0);
}
