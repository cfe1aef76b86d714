import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { readDraft } from '../../../renderer/data/draft-repository';
import { listInvoices } from '../../../renderer/data/invoice-list';
import { InvoiceDialog } from '../../../renderer/features/invoices/invoice-dialog';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import type { CaseId } from '#shared/domain/ids';

const now = Date.UTC(2026, 10, 21, 3);

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}
function save(composing = false): void {
  fireEvent.keyDown(screen.getByLabelText('备注'), { key: 'Enter', ctrlKey: true, isComposing: composing });
}
async function show(caseId: CaseId | null) {
  const [onClose, onOpen] = [vi.fn(), vi.fn()];
  const { unmount } = renderPlain(<InvoiceDialog caseId={caseId} onClose={onClose} onOpen={onOpen} />);
  await screen.findByLabelText('备注');
  return { onClose, onOpen, unmount };
}

describe('asking for an invoice', { timeout: 20_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
    };
  });

  it('R67 R68 from a case of another kind: its facts are there, the pasted text fills the rest, a case is opened', async () => {
    const item = await createCase(makeCaseInput({ platform: 'jd', orderNo: '8812' }), now);
    const { onClose } = await show(item.id);
    fireEvent.click(screen.getByText('专票'));
    fireEvent.click(screen.getByText('纸质'));
    type(
      '整段粘贴',
      '名称：某某公司 税号：91330100799655058B\n地址电话：文三路1号 0571-87654321\n开户行：招行 账号：571900012345',
    );
    expect(await screen.findByText(/已填入：抬头、税号/)).toBeInTheDocument();
    expect(screen.getByLabelText('税号')).toHaveValue('91330100799655058B');
    expect(screen.getByText(/校验位对得上/)).toBeInTheDocument();
    type('收票人', '王小明');
    type('收票电话', '13800138000');
    type('收票地址', '天河区1号');
    type('邮费', '12');
    save(true);
    save();
    await waitFor(() => {
      expect(onClose).toHaveBeenCalledOnce();
    });
    const { rows } = await listInvoices('open');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      item: { platform: 'jd', orderNo: '8812', buyerId: '小鱼爱吃猫', amountFen: 12_800 },
      details: {
        kind: 'special',
        form: 'paper',
        bankAccount: '571900012345',
        postageFen: 1200,
        amountFen: 12_800,
      },
      missing: ['postageBy'],
    });
    expect(await readDraft(`invoice:${item.id}`)).toBeUndefined();
  });

  it('R68 a tax number that does not fit gets a hint and is kept; sums and mailboxes that cannot be say what to do', async () => {
    const item = await createCase(makeCaseInput({ type: 'invoice' }), now);
    const { onClose } = await show(item.id);
    type('抬头', '某某公司');
    type('税号', '91330100799655058C');
    expect(screen.getByText(/校验位对不上.*仍可保存/)).toBeInTheDocument();
    type('开票金额', '128.01');
    type('邮箱', 'finance');
    save();
    expect(
      await screen.findByText('不能超过实付 ¥128.00。请改小；实付记错了就先在售后单里改。'),
    ).toBeInTheDocument();
    expect(screen.getByText(/邮箱要写全/)).toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
    type('开票金额', '１00');
    type('邮箱', 'a@b.cn');
    save();
    await waitFor(() => {
      expect(onClose).toHaveBeenCalledOnce();
    });
    expect((await listInvoices('open')).rows[0]).toMatchObject({
      filled: true,
      missing: [],
      details: { taxNo: '91330100799655058C', amountFen: 10_000 },
    });
  });

  it('R67 on its own it needs a buyer; a request for the same order that is there already is named', async () => {
    const { onClose, unmount } = await show(null);
    type('抬头', 'x');
    save();
    expect(await screen.findByText(/请填写买家ID/)).toBeInTheDocument();
    type('买家ID', '小鱼爱吃猫');
    type('订单号', '261119-023188420017');
    save();
    await waitFor(() => {
      expect(onClose).toHaveBeenCalledOnce();
    });
    unmount();
    const [row] = (await listInvoices('open')).rows;
    const same = await createCase(makeCaseInput({ platform: row?.item.platform ?? 'jd' }), now);
    const second = await show(same.id);
    fireEvent.click((await screen.findByText(/已经登记过开票/)).querySelector('button') ?? document.body);
    expect(second.onOpen).toHaveBeenCalledWith(row?.item.id);
  });
});
