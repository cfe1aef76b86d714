import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { readDraft } from '../../../renderer/data/draft-repository';
import { saveShop } from '../../../renderer/data/shop-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { listWrongShipments } from '../../../renderer/data/wrong-shipment-repository';
import { WrongShipmentDialog } from '../../../renderer/features/wrong-shipments/wrong-shipment-dialog';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import type { CaseId } from '#shared/domain/ids';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '<img src=x onerror=alert(1)>';

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}
function save(): void {
  fireEvent.keyDown(screen.getByLabelText('实发'), { key: 'Enter', ctrlKey: true });
}

async function openDialog(caseId: CaseId | null) {
  const onClose = vi.fn();
  renderPlain(<WrongShipmentDialog caseId={caseId} onClose={onClose} />);
  await screen.findByLabelText('实发');
  return onClose;
}

describe('logging a wrong shipment', { timeout: 20_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
    };
  });

  it('R30 starts with what the case knows and saves every field', async () => {
    const shop = await saveShop(
      { platform: 'taobao', name: '某某服饰', signature: '阿宁', addressId: null, sample: false },
      now,
    );
    const item = await createCase(
      makeCaseInput({ platform: 'taobao', shopId: shop.id, type: 'reship', orderNo: '1234567890123456789' }),
      now,
    );
    const onClose = await openDialog(item.id);
    type('实发', '连衣裙 雾蓝 L');
    type('数量', '2');
    type('怎么错的', 'M 和 L 放在同一格');
    type('损失', '１2.5元');
    fireEvent.click(screen.getByText('漏发'));
    save();
    await waitFor(() => {
      expect(onClose).toHaveBeenCalledOnce();
    });
    expect(await listWrongShipments('2026-11')).toEqual([
      expect.objectContaining({
        caseId: item.id,
        shopId: shop.id,
        platform: 'taobao',
        buyerId: '小鱼爱吃猫',
        orderNo: '1234567890123456789',
        kind: 'missing',
        shouldSend: '连衣裙 雾蓝 M × 1',
        sent: '连衣裙 雾蓝 L',
        quantity: 2,
        cause: 'lookAlike',
        causeNote: 'M 和 L 放在同一格',
        packedBy: '阿宁',
        remedy: 'reship',
        costFen: 1250,
        happenedAt: now,
      }),
    ]);
    expect((await listEvents(item.id)).at(-1)?.kind).toBe('wrongShipmentLogged');
    expect(await readDraft(`wrongShipment:${item.id}`)).toBeUndefined();
  });

  it.each(['12.345', '十二', '-3', '1e3'])(
    'R30 the cost %s is not understood: a sentence, nothing saved',
    async (cost) => {
      const item = await createCase(makeCaseInput(), now);
      const onClose = await openDialog(item.id);
      type('损失', cost);
      expect(await screen.findByText(/看不懂这个金额/)).toBeInTheDocument();
      save();
      expect(screen.getByLabelText('损失')).toHaveValue(cost);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await listWrongShipments('2026-11')).toEqual([]);
      expect(onClose).not.toHaveBeenCalled();
    },
  );

  it('an empty buyer ID, a rounded order number, no goods, a day to come: each gets its sentence', async () => {
    await openDialog(null);
    type('订单号', '1.23E+18');
    type('数量', '0');
    type('哪天发的', '2026-12-24');
    save();
    expect(await screen.findByText(/请填写买家ID/)).toBeInTheDocument();
    expect(screen.getByText(/1\.23E\+18 被表格软件改成了科学计数/)).toBeInTheDocument();
    expect(screen.getByText(/数量写 1 到 99999/)).toBeInTheDocument();
    expect(screen.getByText(/写上该发什么/)).toBeInTheDocument();
    expect(screen.getByText(/已经过去的日子/)).toBeInTheDocument();
    expect(await listWrongShipments('2026-12')).toEqual([]);
  });

  it('R30 a day typed short is that day', async () => {
    const onClose = await openDialog(null);
    type('买家ID', 'a');
    type('实发', 'x');
    type('哪天发的', '10-31');
    save();
    await waitFor(() => {
      expect(onClose).toHaveBeenCalled();
    });
    expect(await listWrongShipments('2026-10')).toHaveLength(1);
  });

  it('keeps what was typed, brings it back, and forgets it when asked', async () => {
    const first = renderPlain(<WrongShipmentDialog caseId={null} onClose={() => undefined} />);
    await screen.findByLabelText('实发');
    type('买家ID', hostile);
    type('实发', hostile);
    await waitFor(async () => {
      expect(await readDraft('wrongShipment:new')).toMatchObject({ buyerId: hostile, sent: hostile });
    });
    first.unmount();
    await openDialog(null);
    expect(screen.getByLabelText('实发')).toHaveValue(hostile);
    expect(document.querySelector('img')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '清空重填' }));
    await waitFor(() => {
      expect(screen.getByLabelText('实发')).toHaveValue('');
    });
    expect(await readDraft('wrongShipment:new')).toBeUndefined();
  });

  it('Enter of an input method that composes does not save', async () => {
    const item = await createCase(makeCaseInput(), now);
    const onClose = await openDialog(item.id);
    const field = screen.getByLabelText('实发');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, keyCode: 229 });
    fireEvent.keyDown(field, { key: 'Enter' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(onClose).not.toHaveBeenCalled();
    expect(await listWrongShipments('2026-11')).toEqual([]);
  });
});
