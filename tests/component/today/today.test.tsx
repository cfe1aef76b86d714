import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { listDeadlines } from '../../../renderer/data/deadline-repository';
import { TodayList } from '../../../renderer/features/today/today-screen';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';
import { renderPlain } from '../../helpers/render-plain';

const now = fromShanghai('2026-11-21T12:00') ?? 0;
const hour = 3_600_000;

function renderToday() {
  const onOpen = vi.fn();
  renderPlain(<TodayList onOpen={onOpen} onNew={() => undefined} />);
  return onOpen;
}

describe('Today', () => {
  beforeEach(() => {
    installFakeDesktop();
    vi.useFakeTimers({ toFake: ['Date'], now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('R133 shows the Pinduoduo 48 h clock in words with what happens when it is missed', async () => {
    await createCase(makeCaseInput({ events: { 'aftersale.applied': now - 47 * hour } }), now);
    renderToday();
    const band = await screen.findByRole('grid', { name: '2 小时内' });
    expect(within(band).getByText(/^剩 (1 小时 0 分|60 分)$/)).toBeInTheDocument();
    expect(within(band).getByText(/逾期自动退款/)).toBeInTheDocument();
    expect(within(band).getByText('¥128.00')).toBeInTheDocument();
  });

  it('D answers a deadline and moves on to the next row', async () => {
    const item = await createCase(makeCaseInput({ events: { 'aftersale.applied': now - 47 * hour } }), now);
    await createCase(
      makeCaseInput({ buyerId: '老铁_大山', nextAction: '催视频', nextActionAt: now + hour }),
      now,
    );
    renderToday();
    const list = await screen.findByRole('group', { name: '今日' });
    fireEvent.keyDown(list, { key: 'd' });
    await waitFor(async () => {
      const mine = (await listDeadlines(item.id)).find((one) => one.ruleId === 'pdd.refund-only.review');
      expect(mine?.state).toBe('answered');
    });
  });

  it('R111 S puts a follow-up off by key, Enter opens the case', async () => {
    const item = await createCase(makeCaseInput({ nextAction: '催视频', nextActionAt: now - hour }), now);
    const onOpen = renderToday();
    const list = await screen.findByRole('group', { name: '今日' });
    fireEvent.keyDown(list, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledWith(item.id);
    fireEvent.keyDown(list, { key: 's' });
    fireEvent.keyDown(await screen.findByRole('button', { name: /明天 9:00/ }), { key: '3' });
    await waitFor(async () => {
      expect((await getCase(item.id))?.nextActionAt).toBe(fromShanghai('2026-11-22T09:00'));
    });
  });

  it('draws fifty rows of a band and the others on demand; Caps Lock changes no key', async () => {
    const first = await createCase(makeCaseInput({ nextAction: '催视频', nextActionAt: now - hour }), now);
    const record = await database().cases.get(first.id);
    if (record === undefined) throw new Error('not stored');
    const others = Array.from({ length: 50 }, (_unused, index) => ({
      ...record,
      id: `${record.id}-${index}` as CaseId,
      caseNo: `${record.caseNo}-${index}`,
      nextActionAt: now - (index + 2) * hour,
    }));
    await database().cases.bulkAdd(others);
    const onOpen = renderToday();
    const band = await screen.findByRole('grid', { name: '已逾期' });
    const drawn = () => [...band.children];
    expect(drawn()).toHaveLength(50);
    fireEvent.click(screen.getByRole('button', { name: '还有 1 个，全部显示' }));
    expect(drawn()).toHaveLength(51);
    expect(screen.queryByRole('button', { name: /全部显示/ })).not.toBeInTheDocument();
    const list = screen.getByRole('group', { name: '今日' });
    fireEvent.keyDown(list, { key: 'J' });
    expect(drawn()[1]).toHaveAttribute('aria-selected', 'true');
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('R7 says whom the waiting rows wait for, and never a countdown of nothing', async () => {
    const waiting = { nextAction: '看', nextActionAt: now + 50 * hour };
    await createCase(makeCaseInput({ ...waiting, waitingOn: 'buyer' }), now);
    await createCase(makeCaseInput({ ...waiting, waitingOn: 'buyer' }), now);
    await createCase(makeCaseInput({ ...waiting, waitingOn: 'courier' }), now);
    await createCase(makeCaseInput({ nextAction: '催视频', nextActionAt: now }), now);
    renderToday();
    expect(await screen.findByText('等买家 2 · 等快递 1')).toBeInTheDocument();
    expect(screen.getByText('刚刚逾期')).toBeInTheDocument();
  });

  it('says what to do in an empty shop', async () => {
    renderToday();
    expect(await screen.findByText('还没有售后单')).toBeInTheDocument();
  });
});
