import { freshDatabase, hour, noon, readAll } from './fresh-database';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '../../renderer/data/database';
import { createCase, getCase, setCaseStatus, updateCase } from '../../renderer/data/case-repository';
import { fileEvidence, listEvidenceOfCase, readOriginal } from '../../renderer/data/evidence-repository';
import { addMemoJobs, listQueue } from '../../renderer/data/memo-queue-repository';
import { addNote, listNotesOfCase } from '../../renderer/data/note-repository';
import { completeFollowUp, markFired } from '../../renderer/data/reminder-repository';
import { removeShop, saveShop, listShops } from '../../renderer/data/shop-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { listTrash, moveToTrash, purgeTrash } from '../../renderer/data/trash-repository';
import { endNoting, undoDepth } from '../../renderer/data/undo/undo-middleware';
import { beginUndo, listSteps, newestStep, undoStep } from '../../renderer/data/undo/undo-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { makeFile } from '../helpers/make-file';

// Fifty actions take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

freshDatabase();
beforeEach(beginUndo);
afterEach(endNoting);

const open = () => createCase(makeCaseInput({ buyerId: '小鱼爱吃猫', nextActionAt: noon + hour }), noon);
const names = async (): Promise<string[]> => (await listSteps()).map(({ what }) => what);

/** Everything but histories, running numbers and books, which only ever grow. */
async function content(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { events: _events, counters: _counters, undo: _undo, trash: _trash, ...rows } = await readAll();
  return rows;
}

describe('taking actions back', () => {
  test('each action is one step, named by the line it wrote, newest first', async () => {
    const item = await open();
    await updateCase(item.id, { product: '连衣裙' }, noon + 1);
    await setCaseStatus(item.id, 'closed', noon + 2);
    expect(await names()).toEqual(['caseClosed', 'caseEdited', 'caseCreated']);
    expect((await listSteps())[1]).toMatchObject({ field: 'product', subject: '小鱼爱吃猫', count: 1 });
  });

  test('every row is again as it was, clocks and alarms included, and the history gets a line', async () => {
    const item = await open();
    const before = await content();
    await setCaseStatus(item.id, 'closed', noon + 2);
    expect(await content()).not.toEqual(before);
    expect(await undoStep((await newestStep())?.id ?? '', noon + 3)).toBe('done');
    expect(await content()).toEqual(before);
    const events = await listEvents(item.id);
    expect(events.map(({ kind }) => kind)).toEqual(['caseCreated', 'caseClosed', 'undone']);
    expect(events.at(-1)?.data).toEqual({ what: 'caseClosed' });
    expect(findBrokenLink(events)).toBeNull();
    expect(await names()).toEqual(['caseCreated']);
  });

  test('R28 what is added without a transaction of its own is kept, and is one step', async () => {
    const job = { platform: 'pdd' as const, orderNo: '1', text: '补发', flag: 'blue' as const, tag: '' };
    await addMemoJobs([job, { ...job, orderNo: '2' }], noon);
    expect((await listQueue()).map(({ orderNo }) => orderNo)).toEqual(['1', '2']);
    expect(await listSteps()).toMatchObject([{ what: 'memoJobs.add', subject: '补发', count: 2 }]);
    expect(await undoStep((await newestStep())?.id ?? '', noon + 1)).toBe('done');
    expect(await listQueue()).toEqual([]);
  });

  test('an action whose rows were changed again since is refused and nothing is done', async () => {
    const item = await open();
    await updateCase(item.id, { product: 'A' }, noon + 1);
    const first = (await newestStep())?.id ?? '';
    await updateCase(item.id, { product: 'B' }, noon + 2);
    const before = await readAll();
    expect(await undoStep(first, noon + 3)).toBe('newer');
    expect(await readAll()).toEqual(before);
    expect(await undoStep('none', noon + 3)).toBe('gone');
  });

  test('a new case that is taken back goes to the trash with its evidence, and the bytes stay', async () => {
    const item = await open();
    const id = (await newestStep())?.id ?? '';
    const { evidence } = await fileEvidence(item.id, makeFile('a'), noon + 1);
    expect(await undoStep(id, noon + 2)).toBe('done');
    expect(await getCase(item.id)).toBeUndefined();
    expect(
      (await listTrash()).map(({ kind, rows }) => [kind, rows.some(({ table }) => table === 'evidence')]),
    ).toEqual([['case', true]]);
    expect(await (await readOriginal(evidence.sha256)).text()).toBe('a');
  });

  test('deleting is taken back whole: case, evidence, notes, alarms', async () => {
    const item = await open();
    await fileEvidence(item.id, makeFile('a'), noon + 1);
    const { platform, orderNo, sample } = item;
    await addNote({ caseId: item.id, platform, orderNo, text: '备注', flag: 'red', sample }, noon + 2);
    const before = await content();
    await moveToTrash('case', [item.id], noon + 3);
    expect(await newestStep()).toMatchObject({ what: 'trashed', removes: true });
    expect(await undoStep((await newestStep())?.id ?? '', noon + 4)).toBe('done');
    expect(await content()).toEqual(before);
    expect(await listTrash()).toEqual([]);
    expect(await listEvidenceOfCase(item.id)).toHaveLength(1);
    expect(await listNotesOfCase(item.id)).toHaveLength(1);
  });

  test('files of one drop are one action', async () => {
    const item = await open();
    for (const [index, text] of ['a', 'b', 'c'].entries())
      await fileEvidence(item.id, makeFile(text), noon + index);
    const [newest, older] = await listSteps();
    expect(newest).toMatchObject({ what: 'evidenceAdded', count: 3 });
    expect(older).toMatchObject({ what: 'caseCreated' });
    expect(await undoStep(newest?.id ?? '', noon + 9)).toBe('done');
    expect(await listEvidenceOfCase(item.id)).toEqual([]);
    expect(await listTrash()).toHaveLength(3);
  });

  test('what has no history is noted too, and named by its table', async () => {
    const shop = await saveShop(
      { platform: 'pdd', name: '小店', signature: '', addressId: null, sample: false },
      noon,
    );
    await removeShop(shop.id);
    expect(await newestStep()).toMatchObject({ what: 'shops.remove', subject: '小店', removes: true });
    await undoStep((await newestStep())?.id ?? '', noon);
    expect(await listShops()).toEqual([shop]);
  });

  test('an alarm that rang by itself is nobody’s action, and does not stop an undo', async () => {
    const item = await open();
    const alarm = await database().reminders.where('caseId').equals(item.id).first();
    await completeFollowUp(item.id, noon + 1);
    const done = (await newestStep())?.id ?? '';
    await undoStep(done, noon + 2);
    const occurrence = `${alarm?.id}@${alarm?.dueAt}`;
    await markFired([{ occurrence, reminderId: alarm?.id ?? '', firedAt: noon + hour }], noon + hour);
    expect(await names()).toEqual(['caseCreated']);
    expect((await getCase(item.id))?.nextActionAt).toBe(noon + hour);
  });

  test('only the last 50 actions are kept', async () => {
    const item = await open();
    for (let index = 0; index < undoDepth + 5; index += 1) {
      await updateCase(item.id, { product: `p${index}` }, noon + index);
    }
    const steps = await listSteps();
    expect(steps).toHaveLength(undoDepth);
    expect(steps.every(({ what }) => what === 'caseEdited')).toBe(true);
    expect(await database().undo.orderBy(':id').first()).toMatchObject({ step: steps.at(-1)?.id });
  });

  test('50 actions taken back one after another lead to where they began', async () => {
    const item = await open();
    const before = await content();
    for (let index = 0; index < 49; index += 1) {
      await updateCase(item.id, { product: `p${index}`, nextActionAt: noon + index * hour }, noon + index);
    }
    for (let step = await newestStep(); step?.what === 'caseEdited'; step = await newestStep()) {
      expect(await undoStep(step.id, noon + 100)).toBe('done');
    }
    const { reminders: _was, ...rest } = before;
    expect(await content()).toMatchObject(rest);
    expect(findBrokenLink(await listEvents(item.id))).toBeNull();
  });

  test('what is deleted for good leaves no step that could bring it back', async () => {
    const item = await open();
    await moveToTrash('case', [item.id], noon + 1);
    await purgeTrash([item.id]);
    expect(await listSteps()).toEqual([]);
    expect(await listEvents(item.id)).toEqual([]);
  });

  test('a new sitting begins without steps', async () => {
    await open();
    await beginUndo();
    expect(await listSteps()).toEqual([]);
  });
});
