import { fireEvent, screen, waitFor } from '@testing-library/react';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { listWrongShipments, logWrongShipment } from '../../../renderer/data/wrong-shipment-repository';
import { CaseWrongShipments } from '../../../renderer/features/wrong-shipments/case-wrong-shipments';
import { WrongShipmentScreen } from '../../../renderer/features/wrong-shipments/wrong-shipment-screen';
import { shiftMonth } from '#shared/domain/month';
import { useScreen } from '../../../renderer/state/screen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import type { WrongShipmentInput } from '#shared/domain/wrong-shipment';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '<img src=x onerror=alert(1)>';

function log(part: Partial<WrongShipmentInput> = {}) {
  return logWrongShipment(
    {
      caseId: null,
      shopId: null,
      platform: 'taobao',
      buyerId: '小鱼爱吃猫',
      orderNo: '1234567890123456789',
      kind: 'wrongItem',
      shouldSend: '连衣裙 M',
      sent: '连衣裙 L',
      quantity: 1,
      cause: 'lookAlike',
      causeNote: '',
      packedBy: '阿宁',
      remedy: 'reship',
      costFen: 1250,
      happenedAt: now,
      ...part,
    },
    now,
  );
}
/** Rows of the log below its heading. */
function rows(): HTMLElement[] {
  return screen.getAllByRole('row').slice(1);
}
/** jsdom's Blob has no `arrayBuffer`. */
function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(new Uint8Array(reader.result as ArrayBuffer));
    });
    reader.addEventListener('error', reject);
    reader.readAsArrayBuffer(blob);
  });
}

describe('the wrong-shipment log', { timeout: 20_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    useToasts.setState({ toasts: [] });
    // The list draws what fits its height; jsdom knows no heights.
    const height = vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    return () => {
      height.mockRestore();
      vi.useRealTimers();
    };
  });

  it('R30 explains itself while a month is empty', async () => {
    renderPlain(<WrongShipmentScreen />);
    expect(await screen.findByText('这个月没有发错货')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '导出 Excel 表' })).toBeDisabled();
    fireEvent.click(screen.getByRole('button', { name: /登记发错货/ }));
    expect(useScreen.getState().overlay).toEqual({ kind: 'wrongShipment', caseId: null });
  });

  it('R30 shows the month with what it cost, in all and by kind', async () => {
    await log();
    await log({ kind: 'missing', costFen: 300, shouldSend: hostile, sent: '', quantity: 2 });
    await log({ happenedAt: Date.UTC(2026, 9, 31, 15), buyerId: 'october' });
    renderPlain(<WrongShipmentScreen />);
    expect(await screen.findByText('本月 2 单 · 损失 ¥15.50')).toBeInTheDocument();
    expect(screen.getByText('漏发 1 · ¥3.00')).toBeInTheDocument();
    await waitFor(() => {
      expect(rows()).toHaveLength(2);
    });
    expect(screen.getByText(`${hostile} → – × 2`)).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.queryByText('october')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '上个月' }));
    expect(await screen.findByText('october')).toBeInTheDocument();
  });

  it('R30 filters by any word a seller remembers, and opens the case', async () => {
    const item = await createCase(makeCaseInput({ buyerId: '柚子皮皮22' }), now);
    await log();
    await log({ caseId: item.id, buyerId: item.buyerId });
    renderPlain(<WrongShipmentScreen />);
    await screen.findByText('柚子皮皮22');
    fireEvent.change(screen.getByLabelText('买家、订单号、货品、打包人'), { target: { value: item.caseNo } });
    await waitFor(() => {
      expect(rows()).toHaveLength(1);
    });
    fireEvent.click(screen.getByRole('button', { name: item.caseNo }));
    expect(useScreen.getState()).toMatchObject({ screen: 'cases', caseId: item.id });
  });

  it('R30 exports the month for Excel, every digit and nothing to run', async () => {
    const item = await createCase(makeCaseInput({ buyerId: '=1+1' }), now);
    await log({ caseId: item.id, buyerId: '=1+1', causeNote: '+cmd' });
    const sent: { readonly url: string; readonly body: Blob }[] = [];
    vi.stubGlobal('fetch', (url: string, init: { readonly body: Blob }) => {
      sent.push({ url, body: init.body });
      return Promise.resolve(new Response());
    });
    const desktop = installFakeDesktop({
      chooseSaveTarget: () => ({ url: '/up/1', fileName: '发错货登记_2026-11.csv' }),
    });
    renderPlain(<WrongShipmentScreen />);
    await screen.findByText('=1+1');
    fireEvent.click(screen.getByRole('button', { name: '导出 Excel 表' }));
    await waitFor(() => {
      expect(useToasts.getState().toasts.map((toast) => toast.key)).toEqual(['wrong.exported']);
    });
    vi.unstubAllGlobals();
    expect(desktop.calls).toContainEqual({
      name: 'chooseSaveTarget',
      args: [{ suggestedName: '发错货登记_2026-11.csv', kind: 'csv' }],
    });
    expect(sent.map((one) => one.url)).toEqual(['/up/1']);
    const bytes = await bytesOf(sent[0]?.body ?? new Blob());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const [head, line] = Papa.parse<string[]>(new TextDecoder().decode(bytes)).data;
    const cell = (column: string): string | undefined => line?.[head?.indexOf(column) ?? -1];
    expect(cell('买家ID')).toBe("'=1+1\t");
    expect(cell('订单号')).toBe('1234567890123456789\t');
    expect(cell('说明')).toBe("'+cmd");
    expect(cell('类型')).toBe('发错');
    expect(cell('损失（元）')).toBe('12.50');
    expect(cell('售后单')?.trim()).toBe(item.caseNo);
  });

  it('draws only the rows in sight of a long month', async () => {
    for (let index = 0; index < 120; index += 1)
      await log({ buyerId: `buyer-${index}`, happenedAt: now - index });
    renderPlain(<WrongShipmentScreen />);
    await screen.findByText('buyer-0');
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '121');
    expect(rows().length).toBeLessThan(60);
  });

  it('moves a line to the trash', async () => {
    await log();
    renderPlain(<WrongShipmentScreen />);
    fireEvent.click(await screen.findByRole('button', { name: '删除 小鱼爱吃猫 的这条登记' }));
    expect(await screen.findByText('这个月没有发错货')).toBeInTheDocument();
    expect(await listWrongShipments('2026-11')).toEqual([]);
  });

  it('R30 a case lists its own and offers to log more', async () => {
    const item = await createCase(makeCaseInput(), now);
    await log({ caseId: item.id, sent: hostile });
    await log({ sent: 'of another' });
    renderPlain(<CaseWrongShipments caseId={item.id} />);
    expect(await screen.findByText(`连衣裙 M → ${hostile} × 1`)).toBeInTheDocument();
    expect(screen.queryByText(/of another/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '登记发错货' }));
    expect(useScreen.getState().overlay).toEqual({ kind: 'wrongShipment', caseId: item.id });
  });

  it('goes from month to month over the turn of a year', () => {
    expect(shiftMonth('2026-12', 1)).toBe('2027-01');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(shiftMonth('2026-11', -12)).toBe('2025-11');
  });
});
