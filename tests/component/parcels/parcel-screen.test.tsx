import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { addNote } from '../../../renderer/data/note-repository';
import { readParcelDesk } from '../../../renderer/data/parcel-desk';
import { receiveParcel } from '../../../renderer/data/parcel-repository';
import { CaseParcels } from '../../../renderer/features/parcels/case-parcels';
import { ParcelScreen } from '../../../renderer/features/parcels/parcel-screen';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '<img src=x onerror=alert(1)>';

function scan(text: string): void {
  const box = screen.getByPlaceholderText(/扫退货说明单的码/);
  fireEvent.change(box, { target: { value: text } });
  fireEvent.keyDown(box, { key: 'Enter' });
}
function show() {
  const [onOpen, onInspect] = [vi.fn(), vi.fn()];
  renderPlain(<ParcelScreen onOpen={onOpen} onInspect={onInspect} />);
  return { onOpen, onInspect };
}

describe('the desk for parcels that come back', { timeout: 20_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
    };
  });

  it('R38 R177 the slip’s code shows whose it is and what was agreed; Ctrl+Enter takes it in', async () => {
    const item = await createCase(makeCaseInput({ type: 'returnRefund', buyerId: hostile }), now);
    const { platform, orderNo } = item;
    const memo = { caseId: item.id, platform, orderNo, text: '退 128，运费到付不收', flag: 'blue' } as const;
    await addNote({ ...memo, sample: false }, now);
    const { onInspect } = show();
    await screen.findByText('没有退件');
    scan(item.caseNo);
    const form = within(await screen.findByRole('form', { name: '收到一个退件' }));
    expect(await form.findByText(/退 128，运费到付不收/)).toBeInTheDocument();
    expect(form.getByText(hostile)).toBeInTheDocument();
    fireEvent.change(form.getByLabelText('运单号'), { target: { value: 'sf 1' } });
    expect(await form.findByText(/8–30 位/)).toBeInTheDocument();
    fireEvent.change(form.getByLabelText('运单号'), { target: { value: 'sf 12345678' } });
    fireEvent.keyDown(form.getByLabelText('运单号'), { key: 'Enter', ctrlKey: true });
    const row = await screen.findByText('SF12345678');
    expect(row).toBeInTheDocument();
    expect(await getCase(item.id)).toMatchObject({ goods: 'returned', waitingOn: 'us' });
    press('质检');
    expect(onInspect).toHaveBeenCalledWith(item.id);
  });

  it('R27 freight on delivery shows the rule, and turning it away is noted', async () => {
    const item = await createCase(makeCaseInput({ type: 'returnRefund' }), now);
    show();
    await screen.findByText('没有退件');
    scan(item.orderNo);
    const form = within(await screen.findByRole('form', { name: '收到一个退件' }));
    fireEvent.click(form.getByLabelText('快递员要到付'));
    expect(await form.findByText(/到付要拒收/)).toBeInTheDocument();
    press('拒收', form);
    await waitFor(async () => {
      expect((await readParcelDesk()).done).toMatchObject([{ parcel: { state: 'refused', cod: true } }]);
    });
  });

  it('R38 nobody knows whose: kept as unmatched, matched by keyboard later', async () => {
    const item = await createCase(makeCaseInput({ type: 'returnRefund' }), now);
    show();
    await screen.findByText('没有退件');
    scan('ZT99999999');
    await screen.findByText(/查不到是谁的/);
    press(/^按无主件收下/);
    await screen.findByRole('region', { name: '无主件' });
    press('配售后单');
    const search = await screen.findAllByPlaceholderText(/找别的售后单/);
    const field = search.at(-1);
    if (field === undefined) throw new Error('no field');
    fireEvent.change(field, { target: { value: '小鱼' } });
    await screen.findByText(item.caseNo);
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(async () => {
      expect((await readParcelDesk()).toInspect).toMatchObject([{ item: { id: item.id } }]);
    });
  });

  it('R181 beside a case a wrong waybill is said, a right one is noted', async () => {
    const item = await createCase(makeCaseInput({ type: 'returnRefund' }), now);
    renderPlain(<CaseParcels item={item} present={now} />);
    const field = await screen.findByLabelText('退货运单号');
    fireEvent.change(field, { target: { value: '123' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText(/8–30 位/)).toBeInTheDocument();
    fireEvent.change(field, { target: { value: 'yt1234567890' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('YT1234567890')).toBeInTheDocument();
    expect(await getCase(item.id)).toMatchObject({ goods: 'returning' });
  });

  it('one that came before its case was opened is told when scanned again', async () => {
    await receiveParcel({ waybill: 'SF12345678', carrier: '', cod: false, note: '' }, [], now);
    show();
    await screen.findByText('SF12345678');
    scan('sf12345678');
    expect(await screen.findByText(/已经收过/)).toBeInTheDocument();
  });
});
