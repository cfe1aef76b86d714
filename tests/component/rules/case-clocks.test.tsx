import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { useLive } from '../../../renderer/data/use-live';
import { ClockList } from '../../../renderer/features/cases/clock-list';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';
import type { CaseInput } from '#shared/domain/case';
import { renderPlain } from '../../helpers/render-plain';

const now = fromShanghai('2026-11-21T12:00') ?? 0;
const hour = 3_600_000;

vi.setConfig({ testTimeout: 30_000 });

function Clocks({ id }: { readonly id: CaseId }) {
  const item = useLive(() => getCase(id), [id]);
  return item === undefined ? null : <ClockList item={item} present={now} />;
}

async function show(part: Partial<CaseInput>): Promise<CaseId> {
  const { id } = await createCase(makeCaseInput(part), now);
  renderPlain(<Clocks id={id} />);
  return id;
}

describe('the clocks of a case', () => {
  beforeEach(() => {
    installFakeDesktop();
    vi.useFakeTimers({ toFake: ['Date'], now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('R133 a countdown explains itself: start, length, source, what happens, what ends it', async () => {
    const user = userEvent.setup();
    await show({ platform: 'pdd', type: 'refundOnly', events: { 'aftersale.applied': now - hour } });
    const title = await screen.findByText('处理仅退款申请');
    expect(screen.queryByText(/从“买家申请售后”起算/)).toBeNull();
    await user.click(title);
    for (const words of [
      /从“买家申请售后”起算：2026-11-21 11:00/,
      /加 48 小时，到 2026-11-23 11:00/,
      /来源 S47/,
    ]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByText('平台可能提前到 明天 12:00')).toBeInTheDocument();
    expect(screen.getByText('商家同意', { selector: 'button' })).toBeInTheDocument();
  });

  it.each([
    ['taobao', 'taobao.return.review'],
    ['tmall', 'tmall.return.review'],
    ['jd', 'jd.service-order.review'],
    ['pdd', 'pdd.return.review'],
    ['douyin', 'douyin.review'],
    ['kuaishou', 'kuaishou'],
    ['xhs', 'xhs'],
    ['1688', '1688'],
    ['wechat', 'wechat'],
    ['xianyu', 'law'],
  ] as const)(
    'R133 a case of %s shows its countdown in words, with what happens and why',
    async (platform, rule) => {
      await show({ platform, type: 'returnRefund', events: { 'aftersale.applied': now - hour / 6 } });
      const clock = await waitFor(() => {
        const found = document.querySelector<HTMLElement>(`.clock[data-rule^="${rule}"]`);
        if (found === null) throw new Error(`no clock of ${rule}`);
        return found;
      });
      expect(clock.querySelector('.chip')?.textContent).toMatch(/剩 \d+ (天|小时|分)/);
      fireEvent.click(clock.querySelector('.clock-title') as HTMLElement);
      const why = clock.querySelector('.clock-why');
      for (const words of ['从“买家申请售后”起算', '逾期会怎样', '来源'])
        expect(why?.textContent).toContain(words);
    },
  );

  it('R134 an event is recorded from the countdown it ends, and can be taken back', async () => {
    const user = userEvent.setup();
    const id = await show({
      platform: 'pdd',
      type: 'refundOnly',
      events: { 'aftersale.applied': now - hour },
    });
    await user.click(await screen.findByText('处理仅退款申请'));
    await user.click(screen.getByText('商家拒绝', { selector: 'button' }));
    await user.type(await screen.findByLabelText('商家拒绝'), '今天 11:30{Enter}');
    await waitFor(async () => {
      expect((await getCase(id))?.events['aftersale.refused']).toBe(now - hour / 2);
    });
    const theirs = await screen.findAllByText(/^对方剩/, {}, { timeout: 10_000 });
    expect(theirs.length).toBeGreaterThan(0);
    await user.click(screen.getByLabelText('删除“商家拒绝”的时间'));
    await waitFor(async () => {
      expect((await getCase(id))?.events['aftersale.refused']).toBeUndefined();
    });
  });

  it('R133 a clock that has not begun names the missing time; only times its rules know are offered', async () => {
    await show({ platform: 'pdd', type: 'returnRefund' });
    expect(await screen.findByText('缺“买家填写退货单号”的时间')).toBeInTheDocument();
    expect(screen.queryByText(/开始检测鉴定|收到差评/)).toBeNull();
  });

  it('R24 no extension while the trade timer stands still', async () => {
    await show({
      platform: 'taobao',
      type: 'returnRefund',
      events: { 'order.shipped': now - 24 * hour, 'aftersale.applied': now - hour },
    });
    for (const days of [3, 5, 7, 10])
      expect(await screen.findByLabelText(`商家延长 ${days} 天`)).toBeDisabled();
    expect(screen.getByLabelText('买家延长 3 天')).toBeDisabled();
    expect(screen.getAllByText(/已申请退款，不能延长/).length).toBeGreaterThan(0);
    expect(screen.getAllByText('暂停中').length).toBeGreaterThan(0);
  });
});
