import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listActivities, saveActivity } from '../../../renderer/data/activity-repository';
import { createCase } from '../../../renderer/data/case-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { DiscountDialog } from '../../../renderer/features/discount/discount-dialog';
import { readPercent } from '../../../renderer/features/discount/discount-draft';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { press, renderPlain } from '../../helpers/render-plain';
import type { CaseId } from '#shared/domain/ids';

const now = Date.UTC(2026, 10, 21, 3);

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}
function show(caseId: CaseId | null, tab: 'refund' | 'activities' = 'refund') {
  return renderPlain(<DiscountDialog caseId={caseId} activity={null} tab={tab} onClose={() => undefined} />);
}

describe('refunds of stacked discounts', { timeout: 30_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
    };
  });

  it('R57 works out a refund from a case, says what does not fit, and keeps it in the case', async () => {
    const item = await createCase(makeCaseInput({ amountFen: 25_000 }), now);
    show(item.id);
    await screen.findByLabelText('第 1 行单价');
    expect(screen.getByText('第 1 个优惠还没填好：折扣写 95 或 9.5，满减写金额。')).toBeInTheDocument();
    type('第 1 个优惠满多少', '200');
    type('第 1 个优惠减多少', '40');
    type('第 1 行单价', '145');
    type('第 1 行件数', '2');
    expect(await screen.findByText('应退 ¥125.00')).toBeInTheDocument();
    // Two pieces of 145 less 40 are what the back office says was paid: nothing to spread.
    expect(screen.queryByText(/差 ¥/)).toBeNull();
    type('第 1 行退几件', '3');
    expect(await screen.findByText(/第 1 行退的件数.*不能超过/)).toBeInTheDocument();
    type('第 1 行退几件', '1');
    type('订单实付（含运费）', '240');
    expect(await screen.findByText('应退 ¥120.00')).toBeInTheDocument();
    expect(screen.getByText(/差 ¥-10\.00/)).toBeInTheDocument();
    press('记到这张售后单');
    await waitFor(async () => {
      expect((await listEvents(item.id)).at(-1)).toMatchObject({
        kind: 'comment',
        data: { text: '订单实付 ¥240.00，应退 ¥120.00（连衣裙 雾蓝 M × 1 退 ¥120.00）' },
      });
    });
  });

  it('R57 a promotion is noted once and taken over by the next refund', async () => {
    const { unmount } = show(null, 'activities');
    fireEvent.click(await screen.findByText('记一个活动'));
    await screen.findByLabelText('活动名称');
    press(/保存/);
    expect(await screen.findByText('给活动起个名字。')).toBeInTheDocument();
    expect(screen.getByText(/写结束的日子/)).toBeInTheDocument();
    type('活动名称', '双12');
    type('结束（含当天）', '2026-11-23');
    type('第 1 个优惠满多少', '300');
    type('第 1 个优惠减多少', '40');
    press(/保存/);
    expect(await screen.findByText('进行中')).toBeInTheDocument();
    expect(await listActivities()).toEqual([
      expect.objectContaining({
        name: '双12',
        from: Date.parse('2026-11-20T16:00:00Z'),
        to: Date.parse('2026-11-23T16:00:00Z'),
        steps: [{ kind: 'reduction', fromFen: 30_000, offFen: 4000, every: false }],
      }),
    ]);
    unmount();
  });

  it('R57 rates are read as sellers write them', async () => {
    expect([readPercent('95'), readPercent('9.5折'), readPercent('8'), readPercent('88.5')]).toEqual([
      950, 950, 800, 885,
    ]);
    expect([readPercent(''), readPercent('101'), readPercent('-5')]).toEqual([null, null, null]);
    await saveActivity(
      null,
      {
        name: '活动',
        platform: null,
        from: now,
        to: now + 1,
        steps: [{ kind: 'percent', perMille: 950 }],
        note: '',
      },
      now,
    );
    show(null);
    const select = await screen.findByLabelText('按哪个活动');
    fireEvent.mouseDown(select);
    fireEvent.click(
      await screen.findByText('活动（进行中）', { selector: '.ant-select-item-option-content' }),
    );
    expect(await screen.findByLabelText('第 1 个优惠打几折')).toHaveValue('95');
  });
});
