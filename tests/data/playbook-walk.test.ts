import { day, freshDatabase, hour, minute, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase, reopenCase } from '../../renderer/data/case-repository';
import { closeCase, readClosingIssues } from '../../renderer/data/close-case';
import { listContacts, logContact } from '../../renderer/data/contact-repository';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { previewExtensions } from '../../renderer/data/extend-trade';
import { addNote } from '../../renderer/data/note-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { readWalk } from '../../renderer/data/case-walk';
import {
  acceptEvidence,
  answerStep,
  completeStep,
  moveStage,
  skipStep,
  undoStep,
} from '../../renderer/data/step-repository';
import { noteScriptsCopied } from '../../renderer/data/script-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { filePhoto } from '../helpers/file-photo';
import type { CaseId } from '#shared/domain/ids';
import type { CaseInput } from '#shared/domain/case';

freshDatabase();

async function start(part: Partial<CaseInput>): Promise<CaseId> {
  return (await createCase(makeCaseInput({ platform: 'taobao', ...part }), noon)).id;
}

async function walkOf(id: CaseId) {
  const walk = await readWalk(id);
  if (walk === undefined) throw new Error('no walk');
  return walk;
}

const title = { zh: '问题', en: 'Fault' };

async function acceptPhoto(id: CaseId, slot: string, now: number): Promise<void> {
  await acceptEvidence(id, { id: slot, title }, [await filePhoto(id, now)], now);
}

test('a case begins its procedure when it is opened, by its type', async () => {
  const id = await start({ type: 'unshippedRefund' });
  const { playbook, walk } = await walkOf(id);
  expect([playbook.key, walk.stage.id, walk.next?.step.id]).toEqual(['unshippedRefund', 'ask', 'where']);
});

test('R64 an answer changes the case, moves the walk and stands in the history', async () => {
  const id = await start({ type: 'unshippedRefund', goods: 'unknown' });
  await answerStep(id, 'where', 'packed', noon + minute);
  expect((await getCase(id))?.goods).toBe('packed');
  expect((await walkOf(id)).walk.stage.id).toBe('stop');
  const events = await listEvents(id);
  expect(events.find(({ kind }) => kind === 'stepDone')?.data).toMatchObject({
    stepId: 'where',
    saidZh: '已打包',
  });
  expect(findBrokenLink(events)).toBeNull();
});

test('R28 R30 R177 doing the thing elsewhere ticks the step', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'noReason', noon);
  await answerStep(id, 'eligible', 'yes', noon);
  await answerStep(id, 'verdict', 'agree', noon);
  const done = async () => (await walkOf(id)).walk.finished.map(({ step }) => step.id);
  expect(await done()).not.toContain('memo');
  await addNote(
    { caseId: id, platform: 'taobao', orderNo: '1', text: '退货', flag: 'blue', sample: false },
    noon + 1,
  );
  await recordEvent(id, 'return.waybill_entered', noon + minute, noon + minute);
  expect(await done()).toEqual(expect.arrayContaining(['memo', 'return-waybill', 'claim-kind']));
});

test('copying the step’s message anywhere ticks it; another message does not', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'quality', noon);
  const done = async () => (await walkOf(id)).walk.finished.map(({ step }) => step.id);
  await noteScriptsCopied([{ id: 'M5' }], '照片怎么发', id, new Map(), noon + minute);
  expect(await done()).not.toContain('ask-photos');
  await noteScriptsCopied([{ id: 'M14' }, { id: 'M27' }], '请发照片', id, new Map(), noon + 2 * minute);
  expect(await done()).toContain('ask-photos');
});

test('R24 extending moves the day the trade closes, and the step is done', async () => {
  const id = await start({ type: 'returnRefund', events: { 'order.shipped': noon - day } });
  const item = await getCase(id);
  if (item === undefined) throw new Error('no case');
  const choices = await previewExtensions(item, noon);
  expect(choices.map(({ days, dueNow, dueAfter }) => [days, (dueAfter - dueNow) / day])).toEqual([
    [3, 3],
    [5, 5],
    [7, 7],
    [10, 10],
  ]);
  await recordEvent(id, choices.at(-1)?.event ?? '', noon, noon);
  const after = await getCase(id);
  const again = after === undefined ? [] : await previewExtensions(after, noon);
  expect(again[0]?.dueNow).toBe(choices.at(-1)?.dueAfter);
  const { walk } = await walkOf(id);
  expect(walk.finished.map(({ step }) => step.id)).toContain('extend-trade');
});

test('a step that cannot be kept changes nothing', async () => {
  const id = await start({ type: 'lost', liability: 'courier' });
  const before = await listEvents(id);
  for (const amount of ['', 'abc', '-1', '1.234']) {
    await expect(
      completeStep(id, 'claim-courier', { values: { amount }, override: '快递口头认了' }, noon),
    ).rejects.toMatchObject({ code: 'invalidInput' });
  }
  await expect(answerStep(id, 'found', 'nowhere', noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await expect(skipStep(id, 'found', ' a ', noon)).rejects.toMatchObject({ code: 'invalidInput' });
  expect(await listEvents(id)).toEqual(before);
});

test('R62 refused, edited, again: the loop opens the checks anew and keeps the photos', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'quality', noon);
  await acceptPhoto(id, 'fault-photo', noon);
  await answerStep(id, 'verdict', 'refuse', noon);
  expect((await walkOf(id)).walk.stage.id).toBe('refusedClaim');
  await moveStage(id, 'verify', noon + hour);
  const { walk, facts } = await walkOf(id);
  expect([walk.stage.id, walk.next?.step.id, facts.steps]).toEqual(['verify', 'claim-kind', {}]);
  await answerStep(id, 'claim-kind', 'quality', noon + hour);
  await answerStep(id, 'verdict', 'agree', noon + 2 * hour);
  expect(Object.keys((await getCase(id))?.events ?? {}).toSorted()).toEqual([
    'aftersale.agreed',
    'aftersale.refused',
  ]);
  expect((await walkOf(id)).walk.stage.id).toBe('send');
});

test('an illegal jump is refused, and taken with a reason that is logged', async () => {
  const id = await start({ type: 'returnRefund' });
  await expect(moveStage(id, 'pay', noon)).rejects.toMatchObject({
    code: 'moveRefused',
    detail: { why: 'noWay' },
  });
  await expect(moveStage(id, 'decide', noon)).rejects.toMatchObject({ detail: { why: 'notYet' } });
  await moveStage(id, 'pay', noon, '买家已寄回，补录');
  expect((await walkOf(id)).walk.stage.id).toBe('pay');
  expect((await listEvents(id)).at(-1)?.data).toMatchObject({ stage: 'pay', reason: '买家已寄回，补录' });
});

test('a changed type keeps what was done', async () => {
  const id = await start({ type: 'refundOnly' });
  await answerStep(id, 'claim-kind', 'noReason', noon);
  await answerStep(id, 'return-needed', 'yes', noon + 1);
  const { playbook, walk, earlier } = await walkOf(id);
  expect(playbook.key).toBe('returnRefund');
  expect(walk.finished.map(({ step }) => step.id)).toContain('claim-kind');
  expect(earlier.map(({ stepId }) => stepId)).toContain('return-needed');
});

test('undo takes the tick back, and only that', async () => {
  const id = await start({ type: 'returnRefund' });
  await answerStep(id, 'claim-kind', 'noReason', noon);
  await undoStep(id, 'claim-kind', noon + 1);
  expect((await walkOf(id)).walk.next?.step.id).toBe('claim-kind');
  expect((await listEvents(id)).at(-1)?.kind).toBe('stepUndone');
});

test('R7 R86 an attempt that failed sets the next try', async () => {
  const id = await start({ type: 'lost' });
  const nextTryAt = noon + 8 * hour;
  await logContact(
    { caseId: id, at: noon, channel: 'phone', who: '小鱼', result: 'noAnswer', note: '', nextTryAt },
    '再打电话',
    noon,
  );
  expect(await getCase(id)).toMatchObject({ nextAction: '再打电话', nextActionAt: nextTryAt });
  expect(await listContacts(id)).toHaveLength(1);
  expect((await walkOf(id)).facts.contacts).toEqual([{ result: 'noAnswer', at: noon }]);
});

const closing = {
  outcome: 'approved',
  statedReason: '袖口开线',
  realReason: '缝线质量',
  shares: [
    { bearer: 'shop', percent: 60 },
    { bearer: 'supplier', percent: 40 },
  ],
  satisfaction: 4,
  satisfactionNote: '',
  ruleQuote: '',
  improvement: '换线',
} as const;

test('R2 R4 R112 R150 a case is closed with its outcome, reasons and shares, and opened again', async () => {
  const id = await start({ type: 'returnRefund', nextActionAt: noon + day, nextAction: '催' });
  const wrong = { ...closing, shares: [{ bearer: 'shop', percent: 90 }] } as const;
  await expect(closeCase(id, wrong, noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await expect(closeCase(id, { ...closing, realReason: ' ' }, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  expect((await getCase(id))?.status).toBe('open');
  const seen = (await readClosingIssues(id)).map(({ key }) => key);
  await closeCase(id, closing, noon + 1, { seen, override: '供应商口头认了' });
  expect(await getCase(id)).toMatchObject({
    status: 'closed',
    liability: 'shared',
    closing: { satisfaction: 4, at: noon + 1 },
  });
  expect((await listEvents(id)).at(-1)?.data).toMatchObject({
    outcome: 'approved',
    shares: 'shop 60,supplier 40',
  });
  await reopenCase(id, noon + 2);
  expect(await getCase(id)).toMatchObject({ status: 'open', closing: { realReason: '缝线质量' } });
});

test('R80 R91 a day typed at a step becomes the next thing to do; a done step moves the goods', async () => {
  const id = await start({ type: 'inTransitRefund', goods: 'inTransit' });
  await expect(completeStep(id, 'eta', { values: { when: '快了' } }, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  await completeStep(id, 'eta', { values: { when: '+2d' }, reminder: 'Ask for it' }, noon);
  expect(await getCase(id)).toMatchObject({
    nextAction: 'Ask for it',
    nextActionAt: noon + 2 * day,
    waitingOn: 'courier',
  });
  expect((await walkOf(id)).values['eta']).toEqual({ when: '2026-11-23 11:00' });
  const swap = await start({ type: 'exchange', liability: 'shop' });
  await answerStep(swap, 'exchange-way', 'advance', noon);
  await completeStep(swap, 'return-waybill', {}, noon);
  expect((await getCase(swap))?.goods).toBe('returning');
  await completeStep(swap, 'advance-out', {}, noon);
  expect(await getCase(swap)).toMatchObject({ nextActionAt: noon + 3 * day, waitingOn: 'buyer' });
});

test('a decision that was left out leaves the walk without a way, which it says; the reason is logged', async () => {
  const id = await start({ type: 'lost' });
  await completeStep(id, 'reported', {}, noon);
  await skipStep(id, 'found', '快递不回复', noon);
  await skipStep(id, 'memo', '以后再写', noon);
  expect((await walkOf(id)).walk).toMatchObject({
    stage: { id: 'trace' },
    next: { step: { id: 'delay' } },
    stuck: true,
  });
  await expect(moveStage(id, 'decide', noon)).rejects.toMatchObject({ code: 'moveRefused' });
  await moveStage(id, 'decide', noon, '按丢件处理');
  expect((await walkOf(id)).walk).toMatchObject({ stage: { id: 'decide' }, stuck: false });
});
