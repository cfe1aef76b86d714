import { day, freshDatabase, minute, noon, readAll } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase, setCaseStatus } from '../../renderer/data/case-repository';
import { readStanding } from '../../renderer/data/case-standings';
import { readWalk } from '../../renderer/data/case-walk';
import { database } from '../../renderer/data/database';
import { listInvoices, readNextState } from '../../renderer/data/invoice-list';
import { recordEvent } from '../../renderer/data/deadline-repository';
import {
  findInvoiceOfOrder,
  openInvoice,
  readInvoice,
  saveInvoice,
} from '../../renderer/data/invoice-repository';
import { deleteBuyer } from '../../renderer/data/privacy-repository';
import { completeStep } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { moveToTrash, restoreFromTrash } from '../../renderer/data/trash-repository';
import { noDetails, type InvoiceDetails } from '#shared/domain/invoice';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const order = {
  platform: 'douyin' as const,
  shopId: null,
  buyerId: '小鱼爱吃猫',
  orderNo: '6923840120387',
  product: '帽子',
  amountFen: 12_800,
  goods: 'received' as const,
};
const special: InvoiceDetails = {
  ...noDetails,
  kind: 'special',
  form: 'paper',
  title: ' 某某公司 ',
  taxNo: '9133 0100 7996 5505 8b',
  registeredAddress: '文三路1号',
  registeredPhone: '0571-87654321',
  bank: '招行',
  bankAccount: '5719',
  amountFen: 12_800,
  recipient: '王小明',
  phone: '13800138000',
  address: '天河区1号',
  postageBy: 'buyer',
  postageFen: 1200,
};

const open = (details: InvoiceDetails = special) => openInvoice(order, details, '确认抬头', noon);
const stepsOf = async (id: CaseId) =>
  new Map((await database().steps.where('caseId').equals(id).toArray()).map((one) => [one.stepId, one]));

test('R68 a special invoice opens a case whose procedure knows its tax fields and the courier’s fee', async () => {
  const item = await open();
  expect(item).toMatchObject({ type: 'invoice', amountFen: 12_800, waitingOn: 'us' });
  expect((await readInvoice(item.id))?.details).toEqual({
    ...special,
    title: '某某公司',
    taxNo: '91330100799655058B',
  });
  const steps = await stepsOf(item.id);
  expect(steps.get('invoice-kind')?.answer).toBe('special');
  expect(steps.get('title')?.values).toEqual({ title: '某某公司', tax: '91330100799655058B' });
  expect(steps.get('special-fields')?.values).toEqual({
    address: '文三路1号 0571-87654321',
    bank: '招行 5719',
  });
  expect(steps.get('postage')?.values).toEqual({ to: '王小明 13800138000 天河区1号', postage: '12.00' });
  expect(steps.get('content')?.values).toEqual({ item: 'goods', amount: '128.00' });
  expect((await listEvents(item.id)).filter(({ kind }) => kind === 'invoiceSaved')).toHaveLength(1);
});

test('R67 an ordinary one with gaps waits for the buyer; only what is known is ticked, the rest when it comes', async () => {
  const item = await open({ ...noDetails, title: '个人', titleKind: 'personal' });
  expect(item.waitingOn).toBe('buyer');
  let steps = await stepsOf(item.id);
  expect(steps.get('invoice-kind')?.answer).toBe('electronic');
  expect(steps.has('content')).toBe(false);
  const before = (await listEvents(item.id)).length;
  const rest = {
    ...noDetails,
    title: '个人',
    titleKind: 'personal' as const,
    amountFen: 12_800,
    email: 'a@b.cn',
  };
  await saveInvoice(item.id, rest, noon + minute);
  steps = await stepsOf(item.id);
  expect(steps.get('content')?.values['amount']).toBe('128.00');
  // Its own line and the one step that is new; what was ticked is not ticked again.
  expect((await listEvents(item.id)).length).toBe(before + 2);
});

test('R105 more than was paid is not kept, nor anything of it', async () => {
  const item = await open();
  const before = await readAll();
  await expect(saveInvoice(item.id, { ...special, amountFen: 12_801 }, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  expect(await readAll()).toEqual(before);
  await expect(openInvoice(order, { ...special, amountFen: 99_999 }, 'x', noon)).rejects.toThrow();
  expect(await readAll()).toEqual(before);
});

test('R104 the register shows the states of the cases, and takes an invoice on as its procedure does', async () => {
  const item = await open();
  const state = async () => (await listInvoices('open')).rows[0]?.status?.title.zh;
  expect(await state()).toBe('待确认');
  const next = await readNextState(item.id);
  expect([next?.status.title.zh, next?.step.id]).toEqual(['待开', 'logged']);
  await completeStep(item.id, 'logged', { values: { to: '小陈' } }, noon);
  expect(await state()).toBe('待开');
  expect((await readNextState(item.id))?.status.title.zh).toBe('已开');
  await completeStep(item.id, 'issued', { at: noon }, noon);
  await completeStep(item.id, 'sent', { values: { how: 'SF123' } }, noon);
  expect(await state()).toBe('已寄');
  // Voiding is a by-way: it begins in the case.
  expect(await readNextState(item.id)).toBeNull();
  expect((await readStanding(item.id))?.id).toBe('sent');
  await setCaseStatus(item.id, 'closed', noon);
  expect((await listInvoices('open')).rows).toEqual([]);
  expect((await listInvoices('closed')).rows[0]?.status?.title.zh).toBe('已寄');
});

test('R104 a case that was opened by hand is in the register with what its steps say', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'invoice', platform: 'douyin' }), noon);
  await completeStep(id, 'title', { values: { title: '手填公司', tax: '9' } }, noon);
  await createCase(makeCaseInput({ type: 'refundOnly' }), noon);
  const { rows, all } = await listInvoices('open');
  expect(all).toBe(1);
  expect(rows[0]).toMatchObject({
    filled: false,
    details: { title: '手填公司', taxNo: '9', amountFen: 12_800 },
  });
  expect(rows[0]?.missing).toEqual(['email']);
});

test('R104 the platform’s clock runs from the request and stands in the register, soonest first', async () => {
  const later = await createCase(makeCaseInput({ type: 'invoice', platform: 'taobao' }), noon);
  const item = await open();
  await recordEvent(item.id, 'trade.succeeded', noon, noon);
  const { rows } = await listInvoices('open');
  expect(rows.map((row) => row.item.id)).toEqual([item.id, later.id]);
  expect(rows[0]?.dueAt).toBeGreaterThan(noon + 9 * day);
  expect(rows[1]?.dueAt).toBeNull();
});

test('R67 the invoice of an order is found again, so that none is asked for twice', async () => {
  const refund = await createCase(makeCaseInput({ ...order, type: 'refundOnly' }), noon);
  expect(await findInvoiceOfOrder(refund)).toBeUndefined();
  const item = await open();
  expect((await findInvoiceOfOrder(refund))?.id).toBe(item.id);
  expect(await findInvoiceOfOrder({ ...refund, orderNo: '' })).toBeUndefined();
  expect(await readInvoice(refund.id)).toBeUndefined();
  await expect(saveInvoice(refund.id, special, noon)).rejects.toMatchObject({ code: 'notFound' });
});

test('an invoice goes to the trash and comes back with its case, and goes for good with its buyer', async () => {
  const item = await open();
  await moveToTrash('case', [item.id], noon);
  expect(await database().invoices.count()).toBe(0);
  await restoreFromTrash(item.id, noon);
  expect(await database().invoices.count()).toBe(1);
  expect((await getCase(item.id))?.orderNo).toBe(order.orderNo);
  await deleteBuyer({ platform: 'douyin', buyerId: order.buyerId });
  expect(await database().invoices.count()).toBe(0);
  expect((await readWalk(item.id))?.item).toBeUndefined();
});
