import { freshDatabase, hour, noon } from './fresh-database';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeBuyerHour } from '../../renderer/data/buyer-hour-repository';
import { createCase, getCase, updateCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { maskRow } from '../../renderer/data/mask-row';
import { isSealedTable, isTokenField } from '../../renderer/data/cipher/what-is-sealed';
import {
  listContacts,
  listContactsWith,
  logContact,
  noteUnreachablePaper,
  readLadder,
  recordUnreachable,
} from '../../renderer/data/contact-repository';
import { database } from '../../renderer/data/database';
import { deletePerson, listPeople, nameWaiting, savePerson } from '../../renderer/data/people-repository';
import { saveShop, saveShopHabits } from '../../renderer/data/shop-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { listTrash, restoreFromTrash } from '../../renderer/data/trash-repository';
import { endNoting } from '../../renderer/data/undo/undo-middleware';
import { beginUndo, newestStep, undoStep } from '../../renderer/data/undo/undo-repository';
import { arrangeToday } from '#shared/domain/today';
import { shippedLadder, ladderRungs } from '#shared/knowledge/contact-ladder';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Case } from '#shared/domain/case';
import type { ContactChannel, ContactInput, ContactResult } from '#shared/domain/contact';
import type { PersonInput } from '#shared/domain/person';

freshDatabase();
let item: Case;
beforeEach(async () => {
  item = await createCase(makeCaseInput(), noon);
});

const wang: PersonInput = {
  role: 'outlet',
  name: '王站长',
  phone: '138 0013 8000',
  wechat: 'wang88',
  company: '中通城西',
  courier: '中通',
  shopId: null,
  note: '',
};
const attempt = (
  channel: ContactChannel,
  result: ContactResult,
  part: Partial<ContactInput> = {},
): ContactInput => ({
  caseId: item.id,
  at: noon,
  channel,
  who: item.buyerId,
  result,
  note: '',
  nextTryAt: null,
  ...part,
});
const log = (...parts: Parameters<typeof attempt>) => logContact(attempt(...parts), '再联系', noon);

test('R86 the ladder follows the shop’s order; at its end the buyer is recorded as unreachable', async () => {
  const shop = await saveShop(
    { platform: 'pdd', name: '小店', signature: '', addressId: null, sample: false },
    noon,
  );
  await saveShopHabits(shop.id, { contactOrder: ['phone', 'sms'] });
  // Changing the shop's name keeps its habits.
  await saveShop(
    { id: shop.id, platform: 'pdd', name: '新名', signature: '', addressId: null, sample: false },
    noon,
  );
  item = await updateCase(item.id, { shopId: shop.id }, noon);
  expect((await readLadder(item, noon)).climb.next?.channel).toBe('phone');
  await expect(recordUnreachable(item, '没有用的理由', noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await log('phone', 'wrongNumber');
  await expect(recordUnreachable(item, '', noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await log('sms', 'messageLeft');
  await recordUnreachable(item, '', noon + 1);
  const view = await readLadder(item, noon + 2);
  expect(view).toMatchObject({ climb: { exhausted: true }, unreachableAt: noon + 1 });
  expect((await listEvents(item.id)).at(-1)).toMatchObject({ kind: 'buyerUnreachable', data: { tries: 2 } });
  // The step of the procedure is done with it (R172), and a later talk takes the mark away.
  expect((await readWalk(item.id))?.walk.finished.map(({ step }) => step.id)).toContain('contact-buyer');
  await logContact(attempt('chat', 'reached', { at: noon + 3 }), '', noon + 3);
  expect((await readLadder(item, noon + 4)).unreachableAt).toBeNull();
});

test('R86 giving up early takes a reason, which stands in the history', async () => {
  await log('chat', 'messageLeft');
  await expect(recordUnreachable(item, '。。。。', noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await recordUnreachable(item, '平台只剩一小时', noon);
  await noteUnreachablePaper(item.id, 'pdf', noon);
  expect((await listEvents(item.id)).slice(-2)).toMatchObject([
    { kind: 'buyerUnreachable', data: { reason: '平台只剩一小时' } },
    { kind: 'unreachablePrinted', data: { how: 'pdf' } },
  ]);
});

test('R165 the next try waits for the hour the buyer is online', async () => {
  await writeBuyerHour(item.platform, item.buyerId, 23 * 60);
  await log('chat', 'messageLeft');
  expect((await readLadder(item, noon)).climb.nextAt).toBe(noon + 12 * hour);
  expect(shippedLadder.every((one) => ladderRungs.some(({ channel }) => channel === one))).toBe(true);
});

test('R109 a case waits for somebody of the book, whose move it then is, until the move passes on', async () => {
  const person = await savePerson(wang, noon);
  await nameWaiting(item.id, person.id, noon);
  const waiting = await getCase(item.id);
  expect(waiting).toMatchObject({ waitingPerson: person.id, waitingOn: 'courier' });
  expect((await listEvents(item.id)).at(-1)).toMatchObject({
    kind: 'waitingNamed',
    data: { name: '王站长' },
  });
  await logContact(attempt('phone', 'promised', { personId: person.id, who: person.name }), '', noon);
  expect(await listContactsWith(person.id)).toMatchObject([{ who: '王站长' }]);
  // Talking to the courier is not talking to the buyer.
  expect((await readWalk(item.id))?.facts.contacts).toEqual([]);
  expect(await listContacts(item.id)).toHaveLength(1);
  await updateCase(item.id, { waitingOn: 'buyer' }, noon);
  expect((await getCase(item.id))?.waitingPerson).toBeNull();
});

test('R109 what waits for one of our own people stands among the waiting ones on Today', async () => {
  const person = await savePerson({ ...wang, role: 'finance' }, noon);
  const later = await updateCase(item.id, { nextActionAt: noon + 48 * hour }, noon);
  const bandOf = (one: Case) => arrangeToday([one], [], noon, noon + 12 * hour)[0]?.band;
  expect(bandOf(later)).toBe('later');
  await nameWaiting(item.id, person.id, noon);
  const named = await getCase(item.id);
  expect(named === undefined ? '' : bandOf(named)).toBe('waiting');
});

test('R58 an entry goes to the trash, comes back, and its deletion can be undone', async () => {
  const person = await savePerson(wang, noon);
  await deletePerson(person.id, noon);
  expect(await listPeople()).toEqual([]);
  expect(await listTrash()).toMatchObject([{ kind: 'person', title: '王站长', caseId: null }]);
  await restoreFromTrash(person.id, noon);
  expect(await listPeople()).toEqual([person]);
  await beginUndo();
  onTestFinished(endNoting);
  await deletePerson(person.id, noon);
  expect(await newestStep()).toMatchObject({ what: 'people.remove', subject: '王站长', removes: true });
  await undoStep((await newestStep())?.id ?? '', noon);
  expect(await listPeople()).toEqual([person]);
  await expect(savePerson({ ...wang, name: '', company: '' }, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
});

test('R109 the book is sealed with the lock, masked in exports, and mirrored', async () => {
  const person = await savePerson(wang, noon);
  expect(isSealedTable('people')).toBe(true);
  expect(isTokenField('name')).toBe(true);
  expect(maskRow(person, 'people')).toMatchObject({ name: '王**', phone: '138****8000', wechat: 'w**' });
  const told = await database().outbox.toArray();
  expect(told.map(({ table }) => table)).toContain('people');
});
