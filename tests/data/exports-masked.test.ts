import { afterEach, beforeEach, expect, test } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { freshDatabase, noon } from './fresh-database';
import { writePrivacy } from '../../renderer/data/privacy-settings';
import { exportLosses } from '../../renderer/features/money/export-losses';
import { exportWrongShipments } from '../../renderer/features/wrong-shipments/export-csv';
import { makeSlip, noChoices } from '../../renderer/features/slips/slip-choices';
import { installFakeDesktop } from '../helpers/fake-desktop';
import { makeCase } from '../helpers/make-case';
import type { LossRow } from '../../renderer/features/money/losses-screen';
import type { WrongShipmentCsvRow } from '#shared/domain/wrong-shipment-csv';
import type { TFunction } from 'i18next';

freshDatabase();

const phone = '13812345678';
const place = '杭州市西湖区文三路 99 号 3 幢 502 室';
const note = `改寄 ${place} ${phone}`;
const t = ((key: string) => key) as unknown as TFunction;

let written: string;
const plainFetch = globalThis.fetch;
beforeEach(() => {
  written = '';
  installFakeDesktop({ chooseSaveTarget: () => ({ url: '/upload/x', fileName: 'x.csv' }) });
  globalThis.fetch = async (_url, init) => {
    written = init?.body instanceof Blob ? await init.body.text() : '';
    return new Response(null, { status: 204 });
  };
});
afterEach(() => {
  globalThis.fetch = plainFetch;
});

const loss = {
  id: 'a',
  at: noon,
  item: makeCase({ description: note }),
  kind: 'freightBack',
  bearer: 'shop',
  amountFen: 1200,
  note,
} as unknown as LossRow;
const wrong = {
  id: 'b',
  happenedAt: noon,
  platform: 'pdd',
  buyerId: '小鱼',
  orderNo: '1',
  kind: 'missing',
  shouldSend: 'a',
  sent: 'b',
  quantity: 1,
  cause: 'picking',
  causeNote: note,
  packedBy: '',
  remedy: 'resend',
  costFen: 0,
  caseNo: 'A-1',
} as unknown as WrongShipmentCsvRow;

const tables = [
  ['losses', () => exportLosses([loss], '2026-11', t)],
  ['wrong shipments', () => exportWrongShipments([wrong], '2026-11', t)],
] as const;

test.each(tables)('the table of %s has no phone and no address of a buyer', async (_name, save) => {
  expect(await save()).toBe('x.csv');
  expect(written).toContain('138****5678');
  expect(written).not.toContain(phone);
  expect(written).not.toContain('文三路 99 号');
});

test.each(tables)('the table of %s has them when the seller asked for it', async (_name, save) => {
  await writePrivacy({ maskExports: false });
  await save();
  expect(written).toContain(phone);
  expect(written).toContain('文三路 99 号');
});

test('a slip takes nothing of what was written about the buyer', () => {
  const item = makeCase({ description: note, nextAction: note });
  const slip = makeSlip(item, noChoices, undefined, { paper: 'A6', language: 'zh-CN', handling: '' }, noon);
  expect(JSON.stringify(slip)).not.toMatch(/13812345678|文三路/);
});
