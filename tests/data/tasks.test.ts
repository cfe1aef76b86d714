import { day, freshDatabase, hour, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { addNote } from '../../renderer/data/note-repository';
import { rowsOfBuyer } from '../../renderer/data/privacy-rows';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { answerStep, completeStep } from '../../renderer/data/step-repository';
import { listTaskInbox, requesterOf } from '../../renderer/data/task-inbox';
import { addTask, listTasks, removeTask, setTaskDone, tickTask } from '../../renderer/data/task-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { moveToTrash, restoreFromTrash } from '../../renderer/data/trash-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { TaskInput } from '#shared/domain/desk-task';

freshDatabase();

const input = (part: Partial<TaskInput> = {}): TaskInput => ({
  text: '查一下单号到哪了',
  requester: '接待小王',
  kind: 'query',
  caseId: null,
  orderNo: '',
  dueAt: 0,
  ...part,
});

test('R72 ad-hoc tasks: kept with or without a time, soonest first, done with one tick and open again', async () => {
  const later = await addTask(input({ kind: 'adHoc', requester: '', text: '理仓库' }), noon);
  const soon = await addTask(
    input({ kind: 'adHoc', requester: '主管', text: '写差评说明', dueAt: noon + hour }),
    noon,
  );
  expect((await listTasks()).map(({ id }) => id)).toEqual([soon.id, later.id]);
  await setTaskDone(soon.id, true, noon + 2 * hour);
  expect((await listTasks()).map(({ id, doneAt }) => [id, doneAt])).toEqual([
    [later.id, null],
    [soon.id, noon + 2 * hour],
  ]);
  await setTaskDone(soon.id, false, noon + 3 * hour);
  expect((await listTasks())[0]?.doneAt).toBeNull();
  for (const wrong of [{ text: ' ' }, { requester: ' ' }])
    await expect(addTask(input(wrong), noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await expect(addTask(input({ orderNo: '1.23E+18' }), noon)).rejects.toMatchObject({
    code: 'orderNoScientific',
  });
  expect(await listTasks()).toHaveLength(2);
});

test('R106 a task somebody gave is over once it is answered, noted and registered, or that was not needed', async () => {
  const { id } = await addTask(input(), noon);
  await tickTask(id, 'replied', 'done', noon + 1);
  await expect(setTaskDone(id, true, noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await tickTask(id, 'memo', 'done', noon + 2);
  expect((await listTasks())[0]?.doneAt).toBeNull();
  await tickTask(id, 'registered', 'notNeeded', noon + 3);
  expect(await listTasks()).toMatchObject([
    { doneAt: noon + 3, ticks: { replied: noon + 1, memo: noon + 2, registered: 0 } },
  ]);
  await tickTask(id, 'memo', 'open', noon + 4);
  expect((await listTasks())[0]?.doneAt).toBeNull();
});

test('R106 the inbox shows message cases beside the tasks, with requester, kind and what is ticked in the case', async () => {
  const item = await createCase(
    makeCaseInput({ type: 'message', nextActionAt: noon + day, nextAction: '回' }),
    noon,
  );
  await completeStep(item.id, 'requester', { values: { who: '仓库老李', what: '改地址' } }, noon);
  await answerStep(item.id, 'task', 'action', noon);
  await addTask(input({ dueAt: noon + hour }), noon);
  const inbox = () => listTaskInbox('zh-CN');
  expect((await inbox()).map(requesterOf)).toEqual(['接待小王', '仓库老李']);
  expect((await inbox())[1]).toMatchObject({
    text: '改地址',
    kind: '操作（改单、退换）',
    ticks: { replied: false, memo: false, registered: false },
  });
  await completeStep(item.id, 'did', { values: { did: '改了' } }, noon);
  await recordEvent(item.id, 'message.answered', noon, noon);
  const note = {
    caseId: item.id,
    platform: 'pdd',
    orderNo: '1',
    text: '已回',
    flag: 'blue',
    sample: false,
  } as const;
  await addNote(note, noon);
  expect((await inbox())[1]).toMatchObject({ ticks: { replied: true, memo: true, registered: false } });
});

test('R106 R121 a task about a case stands in its history, goes to the trash with it and comes back', async () => {
  const item = await createCase(makeCaseInput(), noon);
  const task = await addTask(input({ caseId: item.id }), noon);
  await tickTask(task.id, 'replied', 'done', noon + 1);
  const events = await listEvents(item.id);
  expect(events.filter(({ kind }) => kind === 'taskNoted').map(({ data }) => data['what'])).toEqual([
    'added',
    'replied',
  ]);
  expect(findBrokenLink(events)).toBeNull();
  expect((await rowsOfBuyer(item)).map(({ table }) => table)).toContain('tasks');
  await moveToTrash('case', [item.id], noon + 2);
  expect(await listTasks()).toEqual([]);
  await restoreFromTrash(item.id, noon + 3);
  expect(await listTasks()).toMatchObject([{ id: task.id }]);
  await removeTask(task.id, noon + 4);
  expect(await database().tasks.count()).toBe(0);
});
