import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SetupScreen } from '../../../renderer/features/setup/setup-screen';
import { readDraft, writeDraft } from '../../../renderer/data/draft-repository';
import { countSample } from '../../../renderer/data/sample-repository';
import { readSettings } from '../../../renderer/data/setting-repository';
import { listAddresses, listShops } from '../../../renderer/data/shop-repository';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { button, press, renderPlain } from '../../helpers/render-plain';

async function open() {
  const onDone = vi.fn<() => void>();
  const view = renderPlain(<SetupScreen onDone={onDone} />);
  await screen.findByText(/先认识一下你的店铺|First, your shops/);
  return { onDone, ...view };
}

const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

describe('the first run', () => {
  beforeEach(() => {
    installFakeDesktop();
  });

  test('R25 R28 keeps one shop per chosen platform with its signature and return address', async () => {
    const { onDone } = await open();
    press('拼多多');
    press('抖店');
    type('拼多多的店铺名', '阿宁女装');
    press('阿宁');
    type('收件人', ' 阿宁 ');
    type('电话', '１３８００００００００');
    type('地址', '浙江省杭州市余杭区 1 号');
    press(/开始使用/);
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledOnce();
    });
    const [address, ...others] = await listAddresses();
    expect(others).toEqual([]);
    expect(address).toMatchObject({
      recipient: '阿宁',
      phone: '13800000000',
      address: '浙江省杭州市余杭区 1 号',
      sample: false,
    });
    expect(await listShops()).toMatchObject([
      { platform: 'pdd', name: '阿宁女装', signature: '阿宁', addressId: address?.id, sample: false },
      { platform: 'douyin', name: '我的抖音店', signature: '阿宁', addressId: address?.id, sample: false },
    ]);
    expect((await readSettings()).setUp).toBe(true);
    expect(await readDraft('setup')).toBeUndefined();
  });

  test('R26 the carriers that take no surface mail stand there from the start', async () => {
    await open();
    expect(screen.getByLabelText('接受的快递')).toHaveValue('顺丰、中通、圆通、申通、韵达、EMS');
  });

  test('an address may be left for later', async () => {
    const { onDone } = await open();
    press('淘宝');
    press(/开始使用/);
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledOnce();
    });
    expect(await listShops()).toMatchObject([{ platform: 'taobao', name: '我的淘宝店', addressId: null }]);
    expect(await listAddresses()).toEqual([]);
  });

  test.each([
    ['no platform', [], {}, '先选至少一个平台；还不想填可以点“跳过”。'],
    ['half an address', ['淘宝'], { 收件人: '阿宁' }, '写上退回的地址。'],
    [
      'a phone that is none',
      ['淘宝'],
      { 收件人: '阿宁', 电话: '12', 地址: '杭州' },
      '这个电话好像不完整，请检查。',
    ],
    ['a shop without a name', ['淘宝'], { 淘宝的店铺名: '  ' }, '给店铺起个名字，列表里靠它分辨。'],
  ])('says in words what is missing: %s', async (_case, tiles, texts, sentence) => {
    const { onDone } = await open();
    for (const name of tiles) press(name);
    for (const [label, value] of Object.entries(texts)) type(label, value);
    press(/开始使用/);
    expect(await screen.findByText(sentence)).toHaveAttribute('role', 'alert');
    expect(onDone).not.toHaveBeenCalled();
    expect(await listShops()).toEqual([]);
  });

  test('a problem goes as soon as it is mended', async () => {
    await open();
    press(/开始使用/);
    await screen.findByText(/先选至少一个平台/);
    press('京东');
    expect(screen.queryByText(/先选至少一个平台/)).not.toBeInTheDocument();
  });

  test('a platform can be taken back, and its name field goes with it', async () => {
    await open();
    press('京东');
    expect(button('京东')).toHaveAttribute('aria-pressed', 'true');
    press('京东');
    expect(button('京东')).toHaveAttribute('aria-pressed', 'false');
    expect(screen.queryByLabelText('京东的店铺名')).not.toBeInTheDocument();
  });

  test('every keystroke is kept, and back after a crash', async () => {
    const { unmount } = await open();
    press('小红书');
    await userEvent.type(screen.getByLabelText('收件人'), '阿');
    await waitFor(async () => {
      expect(await readDraft('setup')).toMatchObject({ platforms: ['xhs'], recipient: '阿' });
    });
    unmount();
    await open();
    expect(screen.getByLabelText('收件人')).toHaveValue('阿');
    expect(button('小红书')).toHaveAttribute('aria-pressed', 'true');
  });

  test('the language switches at once, keeps what was typed and is remembered', async () => {
    await open();
    press('拼多多');
    type('收件人', '阿宁');
    fireEvent.click(screen.getByText('English'));
    expect(await screen.findByText('First, your shops')).toBeInTheDocument();
    expect(screen.getByLabelText('Recipient')).toHaveValue('阿宁');
    expect(screen.getByLabelText('Shop name on Pinduoduo')).toHaveValue('My Pinduoduo shop');
    await waitFor(async () => {
      expect((await readSettings()).language).toBe('en');
    });
    expect(document.documentElement.lang).toBe('en');
  });

  test('Enter alone and the Enter of an input method never submit, Ctrl+Enter does', async () => {
    const { onDone } = await open();
    press('拼多多');
    const field = screen.getByLabelText('收件人');
    await userEvent.type(field, '{Enter}');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, keyCode: 229 });
    // A job that had begun would be on its way by now; the draft write behind it proves that the queue has run.
    await writeDraft('other', {}, 1);
    expect(await listShops()).toEqual([]);
    expect(onDone).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledOnce();
    });
  });

  test.each([
    ['clicks', () => fireEvent.click(button(/开始使用/))],
    ['keys', () => fireEvent.keyDown(screen.getByLabelText('收件人'), { key: 'Enter', ctrlKey: true })],
  ])('two quick %s make one set of shops', async (_what, start) => {
    const { onDone } = await open();
    press('拼多多');
    start();
    start();
    await waitFor(() => {
      expect(onDone).toHaveBeenCalled();
    });
    await writeDraft('other', {}, 1);
    expect(await listShops()).toHaveLength(1);
    expect(onDone).toHaveBeenCalledOnce();
  });

  test('the sample shop can be looked at first', async () => {
    const { onDone } = await open();
    press('先看看示例店铺');
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledOnce();
    });
    expect(await countSample()).toMatchObject({ cases: 16 });
  });

  test('skipping makes no shop and keeps what was typed for later', async () => {
    const { onDone } = await open();
    press('拼多多');
    press('跳过');
    expect(onDone).toHaveBeenCalledOnce();
    expect(await listShops()).toEqual([]);
    await waitFor(async () => {
      expect(await readDraft('setup')).toMatchObject({ platforms: ['pdd'] });
    });
  });

  test('what is typed is shown as typed', async () => {
    const { container } = await open();
    press('拼多多');
    type('拼多多的店铺名', '<img src=x onerror=alert(1)>');
    expect(screen.getByLabelText('拼多多的店铺名')).toHaveValue('<img src=x onerror=alert(1)>');
    expect(container.querySelector('img')).toBeNull();
  });

  test('screen readers hear what the tiles are for', async () => {
    await open();
    const group = screen.getByRole('group', { name: '你在哪些平台卖货？' });
    expect(within(group).getAllByRole('button')).toHaveLength(11);
  });
});
