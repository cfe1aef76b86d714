import { freshDatabase, noon, readAll } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { writeDraft, readDraft, clearDraft } from '../../renderer/data/draft-repository';
import { defaultSettings, readSettings, writeSettings } from '../../renderer/data/setting-repository';
import {
  finishFirstRun,
  firstRunDraft,
  getAddress,
  getShop,
  listAddresses,
  listShops,
  removeAddress,
  removeShop,
  saveAddress,
  saveShop,
} from '../../renderer/data/shop-repository';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

const shop = {
  platform: 'pdd',
  name: '阿宁女装',
  signature: '阿宁',
  addressId: null,
  sample: false,
} as const;
const address = {
  label: '一号仓',
  recipient: '阿宁',
  phone: '13800000000',
  address: '杭州',
  carriers: '顺丰、EMS',
  sample: false,
} as const;

describe('shops and return addresses', () => {
  test('R25 each shop has its own return address', async () => {
    const [a, b] = [
      await saveAddress(address, noon),
      await saveAddress({ ...address, label: '二号仓' }, noon),
    ];
    await saveShop({ ...shop, addressId: a.id }, noon);
    await saveShop({ ...shop, platform: 'jd', addressId: b.id }, noon + 1);
    const labels = (await listShops()).map(async (one) =>
      one.addressId === null ? null : (await getAddress(one.addressId))?.label,
    );
    expect(await Promise.all(labels)).toEqual(['一号仓', '二号仓']);
  });

  test('R25 a shop or an address is changed in place', async () => {
    const { id } = await saveShop(shop, noon);
    await saveShop({ ...shop, id, name: '新名' }, noon + 9);
    expect(await listShops()).toEqual([{ ...shop, id, name: '新名', createdAt: noon }]);
    const saved = await saveAddress(address, noon);
    await saveAddress({ ...address, id: saved.id, phone: '0571-1234567' }, noon);
    expect(await listAddresses()).toEqual([{ ...address, id: saved.id, phone: '0571-1234567' }]);
  });

  test('shops stand in the order they were added', async () => {
    for (const [index, name] of ['一', '二', '三'].entries()) await saveShop({ ...shop, name }, noon + index);
    for (const name of ['四', '五', '六']) await saveShop({ ...shop, name }, noon + 9);
    expect((await listShops()).map((one) => one.name)).toEqual(['一', '二', '三', '四', '五', '六']);
  });

  test('removing a shop leaves its cases', async () => {
    const { id } = await saveShop(shop, noon);
    const item = await createCase(makeCaseInput({ shopId: id }), noon);
    await removeShop(id);
    expect(await getShop(id)).toBeUndefined();
    expect(await getCase(item.id)).toMatchObject({ platform: 'pdd', shopId: id });
  });

  test('R25 removing an address leaves the shops that used it without one, and no others', async () => {
    const [a, b] = [await saveAddress(address, noon), await saveAddress(address, noon)];
    await saveShop({ ...shop, addressId: a.id }, noon);
    await saveShop({ ...shop, addressId: b.id }, noon + 1);
    await removeAddress(a.id);
    expect((await listShops()).map((one) => one.addressId)).toEqual([null, b.id]);
    expect(await listAddresses()).toMatchObject([{ id: b.id }]);
  });
});

describe('the first run', () => {
  const { sample: _sample, ...typed } = address;
  const shops = [
    { platform: 'pdd', name: '甲', signature: '阿宁' },
    { platform: 'jd', name: '乙', signature: '阿宁' },
  ] as const;

  test('R25 keeps shops, address and "done", and forgets the draft', async () => {
    await writeDraft(firstRunDraft, { platforms: ['pdd'] }, noon);
    await finishFirstRun({ shops, address: typed }, noon);
    const [saved] = await listAddresses();
    expect(await listShops()).toMatchObject([
      { name: '甲', addressId: saved?.id, sample: false },
      { name: '乙', addressId: saved?.id },
    ]);
    expect((await readSettings()).setUp).toBe(true);
    expect(await readDraft(firstRunDraft)).toBeUndefined();
  });

  test('is kept as a whole or not at all', async () => {
    await writeDraft(firstRunDraft, { platforms: ['pdd'] }, noon);
    const before = await readAll();
    const { drafts } = database();
    Object.defineProperty(drafts, 'delete', {
      value: () => Promise.reject(new Error('disk')),
      configurable: true,
    });
    await expect(finishFirstRun({ shops, address: typed }, noon)).rejects.toThrow('disk');
    Reflect.deleteProperty(drafts, 'delete');
    expect(await readAll()).toEqual(before);
  });
});

describe('settings', () => {
  test('what was never chosen has its usual value', async () => {
    expect(await readSettings()).toEqual(defaultSettings);
    await writeSettings({ theme: 'dark' });
    expect(await readSettings()).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  test('one choice does not touch another, nor the schema number', async () => {
    await writeSettings({ language: 'en', density: 'small' });
    await writeSettings({ language: 'zh-CN' });
    expect(await readSettings()).toMatchObject({ language: 'zh-CN', density: 'small' });
    expect(await database().settings.get('schemaNumber')).toBeDefined();
  });
});

describe('drafts', () => {
  test('the newest text of a form is kept under its key until it is cleared', async () => {
    await writeDraft('note:1', { text: '一' }, noon);
    await writeDraft('note:1', { text: '一二' }, noon + 1);
    await writeDraft('note:2', { text: '别的' }, noon);
    expect(await readDraft('note:1')).toEqual({ text: '一二' });
    await clearDraft('note:1');
    expect(await readDraft('note:1')).toBeUndefined();
    expect(await readDraft('note:2')).toEqual({ text: '别的' });
  });

  test('any typed text survives', async () => {
    const text = '<b>🐟</b>\u202e\n\u0000'.repeat(50);
    await writeDraft('x', { text }, noon);
    expect(await readDraft('x')).toEqual({ text });
  });
});
