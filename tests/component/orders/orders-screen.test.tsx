import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { importOrders } from '../../../renderer/data/order-import';
import { findOrder, listOrders } from '../../../renderer/data/order-repository';
import { createCase } from '../../../renderer/data/case-repository';
import { ImportDialog } from '../../../renderer/features/orders/import-dialog';
import { OrderCard } from '../../../renderer/features/orders/order-card';
import { OrderPanel } from '../../../renderer/features/orders/order-panel';
import { OrdersScreen } from '../../../renderer/features/orders/orders-screen';
import { NewCaseDialog } from '../../../renderer/features/cases/new-case-dialog';
import { csvFile, pddHead, pddLine } from '../../helpers/order-files';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { makeImportedOrder } from '../../helpers/make-imported-order';
import { button, press, renderPlain } from '../../helpers/render-plain';
import { useRealFiles } from '../evidence/real-files';
import type { Order } from '#shared/domain/order';

const long = '260618-511920476603123';
const now = Date.parse('2026-11-21T03:00:00Z');

async function take(facts: Parameters<typeof makeImportedOrder>[0]): Promise<Order> {
  const told = makeImportedOrder(facts);
  await importOrders([told], now);
  const order = await findOrder(told.orderNo, told.platform);
  if (order === undefined) throw new Error('not imported');
  return order;
}

beforeEach(() => {
  installFakeDesktop();
});

describe('importing', () => {
  beforeEach(() => {
    useRealFiles();
  });

  it('shows what would be added and left out, imports it, and finds nothing to do the second time', async () => {
    const lines = [pddHead, pddLine(long), pddLine('2.60618E+17'), pddLine('261109-880231776540123')];
    const onClose = vi.fn();
    const view = renderPlain(<ImportDialog file={csvFile(lines)} onClose={onClose} />);
    expect(await screen.findByText('新增 2 单')).toBeInTheDocument();
    expect(screen.getByText('跳过 1 行')).toBeInTheDocument();
    expect(screen.getByText(/已被 Excel\/WPS 改坏/)).toBeInTheDocument();
    expect(screen.getByText(/没有读入的列：身份证姓名、身份证号码、收货人、手机/)).toBeInTheDocument();
    press('导入 2 单');
    await waitFor(() => {
      expect(onClose).toHaveBeenCalled();
    });
    expect((await listOrders()).map(({ orderNo }) => orderNo).toSorted()).toEqual([
      long,
      '261109-880231776540123',
    ]);
    view.unmount();
    renderPlain(<ImportDialog file={csvFile(lines)} onClose={onClose} />);
    expect(await screen.findByText('没有要导入的变化')).toBeInTheDocument();
    expect(button('没有要导入的变化')).toBeDisabled();
  });

  it('says what is wrong with a file that is no table, and what to do', async () => {
    renderPlain(<ImportDialog file={new File(['<html>'], '订单.xls')} onClose={() => undefined} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(/订单.xls 没有读入.*重新导出，选 CSV 或 xlsx/);
  });

  it('takes a table that is dropped, and leaves a photo to the window', async () => {
    renderPlain(<OrdersScreen selected={null} onSelect={vi.fn()} onNewCase={vi.fn()} onOpenCase={vi.fn()} />);
    const place = await screen.findByRole('region', { name: '订单' });
    const drop = (file: File) => fireEvent.drop(place, { dataTransfer: { files: [file], types: ['Files'] } });
    expect(drop(new File(['x'], 'photo.jpg'))).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(drop(csvFile([pddHead, pddLine(long)]))).toBe(false);
    expect(await screen.findByText('新增 1 单')).toBeInTheDocument();
  });
});

describe('an order', () => {
  it('R127 its card shows number, picture, product, quantity, paid and freight, these six and no more', async () => {
    const order = await take({
      orderNo: long,
      quantity: 2,
      paidFen: 9_900,
      freightFen: 600,
      buyerId: 'tb1',
      memo: '加急',
    });
    renderPlain(<OrderCard order={order} />);
    const card = screen.getByRole('group', { name: '订单卡片' });
    expect([...card.querySelectorAll('dt')].map((one) => one.textContent)).toEqual([
      '订单编号',
      '商品名称',
      '数量',
      '实付金额',
      '运费',
    ]);
    expect([...card.querySelectorAll('dd')].map((one) => one.textContent)).toEqual([
      long,
      '针织开衫',
      '2',
      '¥99.00',
      '¥6.00',
    ]);
    expect(await within(card).findByRole('button', { name: '添加商品图' })).toBeInTheDocument();
  });

  it('R128 R126 says whether it may be filed for the buyer, and lets no one who may not', async () => {
    const order = await take({ platform: 'kuaishou', orderNo: '2632411180099231' });
    const onNewCase = vi.fn();
    const view = renderPlain(<OrderPanel order={order} onNewCase={onNewCase} onOpenCase={vi.fn()} />);
    expect(screen.getByRole('note')).toHaveTextContent('可以代客发起');
    press('代客发起退货退款');
    expect(onNewCase).toHaveBeenLastCalledWith('proxyReturn');
    view.unmount();
    renderPlain(
      <OrderPanel order={{ ...order, kind: 'eVoucher' }} onNewCase={onNewCase} onOpenCase={vi.fn()} />,
    );
    expect(screen.getByRole('note')).toHaveTextContent('不支持代客发起');
    expect(button('代客发起仅退款')).toBeDisabled();
  });

  it('R77 R132 keeps the entry checks and shows its cases', async () => {
    const order = await take({ orderNo: long });
    const item = await createCase(makeCaseInput({ platform: 'pdd', orderNo: long }), now);
    const onOpenCase = vi.fn();
    renderPlain(<OrderPanel order={order} onNewCase={vi.fn()} onOpenCase={onOpenCase} />);
    fireEvent.click(screen.getByLabelText(/收货地址对/));
    await waitFor(async () => {
      expect(Object.keys((await findOrder(long))?.entry ?? {})).toEqual(['address']);
    });
    fireEvent.click(await screen.findByText(item.caseNo));
    expect(onOpenCase).toHaveBeenCalledWith(item.id);
  });
});

describe('a new case', () => {
  it('is filled by a known order number where nothing was typed yet', async () => {
    await take({
      platform: 'jd',
      orderNo: '301126884207',
      buyerId: 'jd_pin',
      paidFen: 15_000,
      title: '炒锅',
    });
    renderPlain(<NewCaseDialog files={[]} onSaved={vi.fn()} onClose={() => undefined} />);
    fireEvent.change(await screen.findByLabelText('货品'), { target: { value: '我写的' } });
    fireEvent.change(screen.getByLabelText('订单号'), { target: { value: ' 3011 26884207 ' } });
    await waitFor(() => {
      expect(screen.getByLabelText('买家ID')).toHaveValue('jd_pin');
    });
    expect(screen.getByLabelText('货品')).toHaveValue('我写的');
    expect(screen.getByLabelText('金额（元）')).toHaveValue('150.00');
    expect(screen.getByText('京东')).toBeInTheDocument();
    expect(screen.getByText('已按订单填好空着的格')).toBeInTheDocument();
  });
});
