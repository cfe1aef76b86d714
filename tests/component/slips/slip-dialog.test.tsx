import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { readDraft } from '../../../renderer/data/draft-repository';
import { getShop, listAddresses, saveAddress, saveShop } from '../../../renderer/data/shop-repository';
import { readSlipPaper } from '../../../renderer/data/slip-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { SlipDialog } from '../../../renderer/features/slips/slip-dialog';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop, type FakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import { slipSchema } from '#shared/ipc/schemas';
import type { Case } from '#shared/domain/case';
import type { ReturnSlip } from '#shared/domain/return-slip';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '<img src=x onerror=alert(1)>';

function sheet(): SVGElement {
  return screen.getByLabelText(/^(【退货说明单】|Return slip\.)/) as Element as SVGElement;
}
/** What a part of the slip says on paper. */
function printed(part: string): string {
  return Array.from(sheet().querySelectorAll(`[data-part="${part}"]`), (text) => text.textContent).join('');
}
function sentSlip(desktop: FakeDesktop, name: 'printSlip' | 'saveSlipPdf'): ReturnSlip | undefined {
  return desktop.calls.find((call) => call.name === name)?.args[0] as ReturnSlip | undefined;
}

async function open(
  part: Parameters<typeof makeCaseInput>[0] = {},
  { address = true }: { readonly address?: boolean } = {},
): Promise<Case> {
  const home = address
    ? await saveAddress(
        {
          label: '',
          recipient: '某某服饰 售后',
          phone: '138 0000 0000',
          address: '浙江省杭州市某区某路 100 号',
          carriers: '',
          sample: false,
        },
        now,
      )
    : null;
  const shop = await saveShop(
    { platform: 'pdd', name: '某某服饰', signature: '阿宁', addressId: home?.id ?? null, sample: false },
    now,
  );
  const item = await createCase(makeCaseInput({ type: 'returnRefund', shopId: shop.id, ...part }), now);
  renderPlain(<SlipDialog caseId={item.id} onClose={() => undefined} />);
  await screen.findByLabelText(/^【退货说明单】/);
  return item;
}

describe('the return slip dialog', { timeout: 20_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    useToasts.setState({ toasts: [] });
    return () => {
      vi.useRealTimers();
    };
  });

  it('R25 R177 shows the slip of the case with the shop address, and seven days to send', async () => {
    installFakeDesktop();
    const item = await open();
    expect(printed('buyer')).toContain('小鱼爱吃猫');
    expect(printed('order')).toContain(item.orderNo);
    expect(printed('handling')).toContain('退货退款');
    expect(printed('recipient')).toContain('某某服饰 售后');
    expect(printed('address')).toContain('浙江省杭州市某区某路 100 号');
    expect(printed('rule')).toContain('11 月 28 日');
    expect(printed('caseNo')).toBe(item.caseNo);
    expect(sheet().querySelector('[data-code="qr"]')).not.toBeNull();
    expect(sheet().querySelectorAll('[data-code="code128"] rect').length).toBeGreaterThan(30);
  });

  it('Ctrl+P prints exactly what is shown, and the history says so', async () => {
    const desktop = installFakeDesktop({ printSlip: () => ({ outcome: 'done' }) });
    const item = await open();
    fireEvent.change(screen.getByLabelText('补充一句'), { target: { value: '周日不收件' } });
    expect(fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true })).toBe(false);
    await waitFor(async () => {
      expect((await listEvents(item.id)).at(-1)).toMatchObject({ kind: 'slipMade', data: { how: 'print' } });
    });
    const slip = sentSlip(desktop, 'printSlip');
    expect(slip).toMatchObject({
      caseNo: item.caseNo,
      lastDay: '2026-11-28',
      extra: '周日不收件',
      paper: '100x150',
    });
    expect(slipSchema.safeParse(slip).success).toBe(true);
  });

  it('a cancelled print is not written into the history', async () => {
    const desktop = installFakeDesktop({ printSlip: () => ({ outcome: 'cancelled' }) });
    const item = await open();
    fireEvent.click(screen.getByRole('button', { name: /打印/ }));
    await waitFor(() => {
      expect(desktop.calls.map((call) => call.name)).toContain('printSlip');
    });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: /打印/ })).toBeEnabled();
    });
    expect((await listEvents(item.id)).map((event) => event.kind)).toEqual(['caseCreated']);
    expect(useToasts.getState().toasts).toEqual([]);
  });

  it('names the PDF by buyer and case, safe on every disk', async () => {
    const desktop = installFakeDesktop({ saveSlipPdf: () => ({ outcome: 'done', fileName: 'x.pdf' }) });
    const item = await open({ buyerId: 'a/../../b' });
    fireEvent.click(screen.getByRole('button', { name: '存为 PDF' }));
    await waitFor(() => {
      expect(desktop.calls.find((call) => call.name === 'saveSlipPdf')?.args[1]).toBe(
        `退货说明单_a_.._.._b_${item.caseNo}.pdf`,
      );
    });
  });

  it('R175 copies everything as text', async () => {
    installFakeDesktop();
    const writeText = vi.fn((_text: string) => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const item = await open();
    fireEvent.click(screen.getByRole('button', { name: '复制文字' }));
    await waitFor(async () => {
      expect((await listEvents(item.id)).at(-1)).toMatchObject({ data: { how: 'text' } });
    });
    const [text = ''] = writeText.mock.lastCall ?? [];
    for (const words of [
      '小鱼爱吃猫',
      item.orderNo,
      item.caseNo,
      '某某服饰 售后 收',
      '浙江省杭州市某区某路 100 号',
      '11 月 28 日',
      '快递与 EMS',
      '不收平邮',
      '到付件会被拒收',
      '不要放现金',
      '姓名、联系电话',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('markup in every field is printed as typed', async () => {
    const desktop = installFakeDesktop({ printSlip: () => ({ outcome: 'done' }) });
    await open({ buyerId: hostile, product: hostile });
    for (const label of ['处理', '补充一句']) {
      fireEvent.change(screen.getByLabelText(label), { target: { value: hostile } });
    }
    for (const part of ['buyer', 'product', 'handling', 'extra']) expect(printed(part)).toContain(hostile);
    expect(document.querySelector('img')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /打印/ }));
    await waitFor(() => {
      expect(sentSlip(desktop, 'printSlip')?.buyerId).toBe(hostile);
    });
  });

  it('keeps what was typed, and remembers the paper for the next slip', async () => {
    installFakeDesktop();
    const item = await open();
    fireEvent.click(screen.getByText('A5'));
    fireEvent.change(screen.getByLabelText('最晚寄出'), { target: { value: '12-3' } });
    await waitFor(() => {
      expect(printed('rule')).toContain('12 月 3 日');
    });
    expect(sheet().getAttribute('width')).toBe('148mm');
    await waitFor(async () => {
      expect(await readDraft(`slip:${item.id}`)).toMatchObject({ paper: 'A5', lastDay: '12-3' });
      expect(await readSlipPaper()).toBe('A5');
    });
  });

  it('warns of a day that has passed and of text that does not fit', async () => {
    installFakeDesktop();
    await open({ product: '品'.repeat(300) });
    fireEvent.change(screen.getByLabelText('最晚寄出'), { target: { value: '2026-11-20' } });
    expect(await screen.findByText(/日子已经过了/)).toBeInTheDocument();
    expect(screen.getByText(/放不下.*商品/)).toBeInTheDocument();
  });

  it('speaks English when asked', async () => {
    installFakeDesktop();
    await open();
    fireEvent.click(screen.getByText('English'));
    await waitFor(() => {
      expect(printed('title')).toBe('Return slip');
    });
    expect(printed('handling')).toContain('Return');
    expect(printed('rule')).toContain('28 November 2026');
  });

  it('R25 asks for an address where there is none, and gives it to the shop', async () => {
    const desktop = installFakeDesktop();
    const item = await open({}, { address: false });
    expect(screen.queryByRole('button', { name: /打印/ })).toBeNull();
    fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true });
    fireEvent.click(await screen.findByRole('button', { name: /保存地址/ }));
    expect(await screen.findByText('请填写完整地址。')).toBeInTheDocument();
    expect(await listAddresses()).toEqual([]);
    for (const label of ['收件人', '电话', '地址']) {
      fireEvent.change(screen.getByLabelText(label), { target: { value: `${label} ${hostile}` } });
    }
    const field = screen.getByLabelText('地址');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(await listAddresses()).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByRole('button', { name: /打印/ })).toBeEnabled();
    expect(printed('address')).toContain(`地址 ${hostile}`);
    expect(desktop.calls).toEqual([]);
    if (item.shopId === null) throw new Error('the case has a shop');
    expect((await getShop(item.shopId))?.addressId).toBe((await listAddresses())[0]?.id);
    expect(await readDraft('address:new')).toBeUndefined();
  });
});
