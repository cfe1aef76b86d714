import { normalizeOrderNo } from '#shared/domain/order-no';
import {
  byUrgency,
  isSettled,
  startTicks,
  type DeskTask,
  type TaskId,
  type TaskInput,
  type TaskTick,
} from '#shared/domain/desk-task';
import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';

const longestText = 500;
const longestName = 60;

type What = 'added' | TaskTick | 'done' | 'reopened' | 'removed';

/** A task of a case stands in the case's history too (R121). */
async function tellCase({ caseId, text, requester }: DeskTask, what: What, now: number): Promise<void> {
  if (caseId !== null) await appendEvent(caseId, 'taskNoted', { what, text, requester }, now);
}

/** Open tasks by urgency, then those done, newest first (R72, R106). */
export async function listTasks(): Promise<readonly DeskTask[]> {
  return (await database().tasks.toArray()).sort(byUrgency);
}

/**
 * Keeps a task. Throws `invalidInput` without words, or without a requester where somebody waits for the answer;
 * `orderNoScientific`; `notFound` when its case is gone.
 */
export async function addTask(input: TaskInput, now: number): Promise<DeskTask> {
  const db = database();
  const text = input.text.trim().slice(0, longestText);
  const requester = input.requester.normalize('NFC').trim().slice(0, longestName);
  if (text === '' || (input.kind !== 'adHoc' && requester === ''))
    throw new AppError('invalidInput', { what: 'task' });
  const orderNo = normalizeOrderNo(input.orderNo);
  const ticks = startTicks(input.kind);
  const id = makeId<'task'>(now);
  return db.transaction('rw', [db.tasks, db.cases, db.events], async () => {
    const item = input.caseId === null ? null : await db.cases.get(input.caseId);
    if (item === undefined) throw new AppError('notFound', { what: 'case' });
    const sample = item?.sample ?? false;
    const task: DeskTask = {
      ...input,
      id,
      text,
      requester,
      orderNo,
      ticks,
      doneAt: null,
      createdAt: now,
      sample,
    };
    await db.tasks.add(task);
    await tellCase(task, 'added', now);
    return task;
  });
}

async function change(
  id: TaskId,
  now: number,
  what: What,
  edit: (task: DeskTask) => DeskTask,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.tasks, db.events], async () => {
    const task = await db.tasks.get(id);
    if (task === undefined) throw new AppError('notFound', { what: 'task' });
    const after = edit(task);
    await db.tasks.put(after);
    await tellCase(after, what, now);
  });
}

/**
 * Ticks one thing, says that it is not needed, or opens it again. With the last tick the task is done, and open again
 * with the first that is taken back.
 */
export function tickTask(
  id: TaskId,
  tick: TaskTick,
  how: 'done' | 'notNeeded' | 'open',
  now: number,
): Promise<void> {
  return change(id, now, tick, (task) => {
    const ticks = { ...task.ticks, [tick]: how === 'done' ? now : how === 'notNeeded' ? 0 : null };
    return { ...task, ticks, doneAt: isSettled(ticks) ? now : null };
  });
}

/** Done, or open again. Throws `invalidInput` while something still has to be ticked. */
export function setTaskDone(id: TaskId, done: boolean, now: number): Promise<void> {
  return change(id, now, done ? 'done' : 'reopened', (task) => {
    if (done && !isSettled(task.ticks)) throw new AppError('invalidInput', { what: 'task' });
    return { ...task, doneAt: done ? now : null };
  });
}

/** Takes a task away; undo brings it back. */
export async function removeTask(id: TaskId, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.tasks, db.events], async () => {
    const task = await db.tasks.get(id);
    if (task === undefined) return;
    await db.tasks.delete(id);
    await tellCase(task, 'removed', now);
  });
}
