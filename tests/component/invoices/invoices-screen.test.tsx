import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { InvoicesPage } from '../../../renderer/app/screens/invoices-page';
import { listInvoices } from '../../../renderer/data/invoice-list';
import { openInvoice } from '../../../renderer/data/invoice-repository';
import { invoicesCsv } from '../../../renderer/features/invoices/export-invoices';
import { useScreen } from '../../../renderer/state/screen-store';
import { noDetails, type InvoiceDetails } from '#shared/domain/invoice';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);

const ask = (buyerId: string, part: Partial<InvoiceDetails> = {}, at = now) =>
  openInvoice(
    {
      platform: 'jd',
      shopId: null,
      buyerId,
      orderNo: '1234567890123456789',
      product: '帽子',
      amountFen: 12_800,
      goods: 'received',
    },
    { ...noDetails, title: `${buyerId}公司`, taxNo: '91330100799655058B', amountFen: 12_800, ...part },
    '确认抬头',
    at,
  );

describe('the register of invoices', { timeout: 30_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
      useScreen.setState({ screen: 'today', caseId: null, overlay: null });
    };
  });

  it('R104 R67 is narrowed by state, goes on by the keyboard, and takes an invoice to its next state', async () => {
    const first = await ask('甲', { email: 'a@b.cn' }, now - 1000);
    await ask('乙');
    renderPlain(<InvoicesPage />);
    const list = await screen.findByRole('listbox');
    expect(within(list).getAllByRole('option')).toHaveLength(2);
    expect(screen.getByText('还缺 1 项')).toBeInTheDocument();
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    const aside = screen.getByRole('complementary');
    expect(within(aside).getByText('资料齐了，可以交给财务。')).toBeInTheDocument();
    const field = await within(aside).findByLabelText('交给谁');
    fireEvent.change(field, { target: { value: '小陈' } });
    press('记下，完成', within(aside));
    expect(await within(list).findByText('待开')).toBeInTheDocument();
    fireEvent.click(screen.getByText('待开 1'));
    await waitFor(() => {
      expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1);
    });
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Enter' });
    expect(useScreen.getState().overlay).toEqual({ kind: 'invoice', caseId: first.id });
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'o' });
    expect(useScreen.getState()).toMatchObject({ screen: 'cases', caseId: first.id });
  });

  it('R103 while receipt is not confirmed the reminder is one click away, and the missing things can be asked for', async () => {
    const item = await ask('甲');
    renderPlain(<InvoicesPage />);
    expect(await screen.findByText(/还没确认收货：提醒先别拿去报销/)).toBeInTheDocument();
    press('提醒先别报销');
    expect(useScreen.getState().overlay).toEqual({ kind: 'scripts', caseId: item.id, scriptId: 'M16' });
    const write = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
    press('复制：问买家要这些');
    expect(write).toHaveBeenCalledWith(expect.stringMatching(/还差这几项.*邮箱.*先不要拿去报销/));
    press('复制整段给财务');
    expect(write).toHaveBeenLastCalledWith(expect.stringContaining('税号：91330100799655058B'));
  });

  it('R104 the file has the shown rows, numbers as text, formulas dead, and addresses masked', async () => {
    await ask('=甲', {
      form: 'paper',
      recipient: '王小明',
      phone: '13800138000',
      address: '广东省广州市天河区1号',
      note: '=SUM(1)',
    });
    const { rows } = await listInvoices('open');
    const text = invoicesCsv(rows, i18next.t, 'zh-CN', true);
    expect(text).toContain('"1234567890123456789\t"');
    expect(text).toContain(`"'=甲"`);
    expect(text).toContain(`"'=SUM(1)`);
    expect(text).toContain('"待确认","京东"');
    expect(text).not.toMatch(/王小明|13800138000|天河区1号/);
    expect(invoicesCsv(rows, i18next.t, 'zh-CN', false)).toMatch(/王小明.*天河区1号/s);
  });

  it('says what to do while nobody asked for one', async () => {
    renderPlain(<InvoicesPage />);
    expect(await screen.findByText('没有要开的发票')).toBeInTheDocument();
    press(/登记开票/, {
      getAllByText: (text) => screen.getAllByText(text).filter((one) => one.closest('button')),
    });
    expect(useScreen.getState().overlay).toEqual({ kind: 'invoice', caseId: null });
  });
});
