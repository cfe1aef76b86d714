import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { SettingsScreen } from '../../../renderer/features/setup/settings-screen';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { writeDraft } from '../../../renderer/data/draft-repository';
import { countSample } from '../../../renderer/data/sample-repository';
import { readSettings, writeSettings } from '../../../renderer/data/setting-repository';
import { listAddresses, listShops, saveAddress, saveShop } from '../../../renderer/data/shop-repository';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { button, openDialog, press, renderPlain } from '../../helpers/render-plain';

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
  address: '杭州市余杭区 1 号',
  carriers: '顺丰',
  sample: false,
} as const;

async function open() {
  const view = renderPlain(<SettingsScreen />);
  await screen.findByText('设置');
  return view;
}

const region = (name: string) => within(screen.getByLabelText(name, { selector: 'section' }));

describe('settings', () => {
  beforeEach(() => {
    installFakeDesktop();
    useScreen.setState({ overlay: null });
  });

  test('R28 a shop is added with its platform, name and signature', async () => {
    await open();
    press('添加店铺');
    const dialog = await openDialog();
    fireEvent.change(await dialog.findByLabelText('备注署名'), { target: { value: '小七' } });
    expect(dialog.getByLabelText('店铺名')).toHaveValue('我的拼多多店');
    press(/保存/, dialog);
    expect(await region('店铺').findByText('我的拼多多店')).toBeVisible();
    expect(await listShops()).toMatchObject([{ platform: 'pdd', name: '我的拼多多店', signature: '小七' }]);
  });

  test('a shop is changed, not doubled, and keeps its place', async () => {
    const { id } = await saveShop(shop, 1);
    await saveShop({ ...shop, name: '第二家' }, 2);
    await open();
    fireEvent.click(await screen.findByLabelText('修改 阿宁女装'));
    const dialog = await openDialog();
    fireEvent.change(await dialog.findByLabelText('店铺名'), { target: { value: '阿宁童装' } });
    fireEvent.keyDown(dialog.getByLabelText('店铺名'), { key: 'Enter', ctrlKey: true });
    await waitFor(async () => {
      expect(await listShops()).toMatchObject([{ id, name: '阿宁童装', createdAt: 1 }, { name: '第二家' }]);
    });
  });

  test('a shop without a name is not kept, and the field says why', async () => {
    await saveShop(shop, 1);
    await open();
    fireEvent.click(await screen.findByLabelText('修改 阿宁女装'));
    const field = await screen.findByLabelText('店铺名');
    fireEvent.change(field, { target: { value: ' ' } });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('给店铺起个名字，列表里靠它分辨。')).toBeVisible();
    expect(await listShops()).toMatchObject([{ name: '阿宁女装' }]);
  });

  test('the Enter of an input method does not save', async () => {
    await saveShop(shop, 1);
    await open();
    fireEvent.click(await screen.findByLabelText('修改 阿宁女装'));
    const field = await screen.findByLabelText('店铺名');
    fireEvent.change(field, { target: { value: '新名' } });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true });
    await writeDraft('other', {}, 1);
    expect(await listShops()).toMatchObject([{ name: '阿宁女装' }]);
    expect((await openDialog()).getByLabelText('店铺名')).toHaveValue('新名');
  });

  test('a shop goes only after a question, and its cases stay', async () => {
    const { id } = await saveShop(shop, 1);
    const item = await createCase(makeCaseInput({ shopId: id }), 1000);
    await open();
    fireEvent.click(await screen.findByLabelText('移除 阿宁女装'));
    expect(await listShops()).toHaveLength(1);
    const dialog = await openDialog();
    expect(dialog.getByText(/售后单、凭证和登记都会保留/)).toBeVisible();
    press('移除', dialog);
    await waitFor(async () => {
      expect(await listShops()).toEqual([]);
    });
    expect(await getCase(item.id)).toMatchObject({ platform: 'pdd', buyerId: item.buyerId });
  });

  test('the safe answer has the focus', async () => {
    await saveShop(shop, 1);
    await open();
    fireEvent.click(await screen.findByLabelText('移除 阿宁女装'));
    const dialog = await openDialog();
    await waitFor(() => {
      expect(button('取消', dialog)).toHaveFocus();
    });
  });

  test('R25 R26 a return address is added and given to a shop', async () => {
    await saveShop(shop, 1);
    await open();
    press('添加地址');
    const dialog = await openDialog();
    for (const [label, value] of [
      ['地址名称', '一号仓'],
      ['收件人', '阿宁'],
      ['电话', '0571-8888 6666 转 12'],
      ['地址', '杭州市余杭区 1 号'],
      ['接受的快递', '顺丰、EMS'],
    ] as const) {
      fireEvent.change(await dialog.findByLabelText(label), { target: { value } });
    }
    press(/保存/, dialog);
    expect(await region('退货地址').findByText(/顺丰、EMS/)).toBeVisible();
    const [saved] = await listAddresses();
    expect(saved).toMatchObject({ label: '一号仓', phone: '0571-8888 6666 转 12', carriers: '顺丰、EMS' });
    await saveShop({ ...shop, name: '第二家', addressId: saved?.id ?? null }, 2);
    expect(await region('店铺').findByText(/拼多多 · 署名 阿宁 · 一号仓/)).toBeVisible();
    expect(await region('退货地址').findByText('1 家店在用')).toBeVisible();
  });

  test('removing an address takes it from the shops that used it', async () => {
    const { id } = await saveAddress(address, 1);
    await saveShop({ ...shop, addressId: id }, 1);
    await open();
    fireEvent.click(await screen.findByLabelText('移除 一号仓'));
    const dialog = await openDialog();
    expect(dialog.getByText(/有 1 家店在用它/)).toBeVisible();
    press('移除', dialog);
    await waitFor(async () => {
      expect(await listAddresses()).toEqual([]);
    });
    expect(await listShops()).toMatchObject([{ addressId: null }]);
  });

  test('what was typed into a dialog is back when it is opened again', async () => {
    await open();
    press('添加地址');
    fireEvent.change(await screen.findByLabelText('收件人'), { target: { value: '阿宁' } });
    press('取消');
    await waitFor(() => {
      expect(document.querySelector('[role="dialog"]')).toBeNull();
    });
    press('添加地址');
    expect(await screen.findByLabelText('收件人')).toHaveValue('阿宁');
    press('清空重填');
    expect(screen.getByLabelText('收件人')).toHaveValue('');
  });

  test.each([
    ['明暗', '深色', { theme: 'dark' }],
    ['行距', '紧凑', { density: 'small' }],
  ])('%s %s is kept', async (group, choice, expected) => {
    await open();
    fireEvent.click(within(screen.getByLabelText(group)).getByText(choice));
    await waitFor(async () => {
      expect(await readSettings()).toMatchObject(expected);
    });
  });

  test(
    'the sample shop is loaded, counted and removed again after a question',
    { timeout: 90_000 },
    async () => {
      await open();
      await screen.findByText('装入示例店铺');
      press('装入示例店铺');
      expect(
        await screen.findByText(/现有示例：7 家店铺、16 个售后单/, {}, { timeout: 45_000 }),
      ).toBeVisible();
      press('移除示例');
      const dialog = await openDialog();
      expect(await countSample()).not.toBeNull();
      press('移除示例', dialog);
      expect(await screen.findByText('装入示例店铺')).toBeVisible();
      expect(await countSample()).toBeNull();
      expect(await listShops()).toEqual([]);
    },
  );

  test('says which host runs it and what that host cannot do', async () => {
    installFakeDesktop({
      getAppInfo: () => ({ version: '1.2.3', host: 'stand-in', freeBytes: 90 * 1024 ** 3 }),
    });
    await open();
    const about = region('关于留底');
    expect(await about.findByText('1.2.3')).toBeVisible();
    expect(about.getByText('替代宿主（浏览器窗口）')).toBeVisible();
    expect(about.getByText(/系统通知、托盘图标/)).toBeVisible();
    expect(about.getByText('90.0 GB')).toBeVisible();
  });

  test('claims no limits where there are none', async () => {
    installFakeDesktop({ getAppInfo: () => ({ version: '1.2.3', host: 'electron', freeBytes: null }) });
    await open();
    expect(await region('关于留底').findByText('桌面程序（Electron）')).toBeVisible();
    expect(screen.queryByText('这里做不到')).not.toBeInTheDocument();
    expect(screen.queryByText('磁盘剩余')).not.toBeInTheDocument();
  });

  test('the key sheet opens from here', async () => {
    await open();
    await screen.findByText(/快捷键一览/);
    press(/快捷键一览/);
    expect(useScreen.getState().overlay).toEqual({ kind: 'keys' });
  });

  test('a first run that was skipped half-way can be taken up again', async () => {
    await writeSettings({ setUp: true });
    await writeDraft('setup', { platforms: ['pdd'] }, 1);
    await open();
    await screen.findByText('继续填写');
    press('继续填写');
    await waitFor(async () => {
      expect((await readSettings()).setUp).toBe(false);
    });
  });

  test('a long shop name is shown as typed and can be read in full', async () => {
    const name = `<b>${'鱼'.repeat(120)}</b>🐟`;
    await saveShop({ ...shop, name }, 1);
    await open();
    expect(await region('店铺').findByText(name)).toHaveAttribute('title', name);
  });
});
