import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { lastRound, readPatrolSettings } from '../../../renderer/data/patrol-repository';
import { PatrolCard } from '../../../renderer/features/patrol/patrol-card';
import { PatrolPanel } from '../../../renderer/features/patrol/patrol-panel';
import { useScreen } from '../../../renderer/state/screen-store';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = fromShanghai('2026-11-21T11:20') ?? 0;

vi.setConfig({ testTimeout: 30_000 });

describe('the patrol', () => {
  beforeEach(() => {
    installFakeDesktop();
    useScreen.getState().closeRound();
    vi.useFakeTimers({ toFake: ['Date'], now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('R60 a round asks for the counts and shows PDD 7, ours 1; never "overdue"', async () => {
    const user = userEvent.setup();
    await createCase(makeCaseInput({ platform: 'pdd' }), now);
    await createCase(makeCaseInput({ platform: 'taobao' }), now);
    renderPlain(<PatrolPanel />);
    const panel = await screen.findByRole('region', { name: '巡查' });
    expect(within(panel).getByText('还没巡查过')).toBeInTheDocument();
    expect(within(panel).getAllByText('还没做').length).toBeGreaterThan(0);
    expect(panel).not.toHaveTextContent('逾期');
    await user.click(within(panel).getByRole('button', { name: '开始 今天 11:00 巡查' }));
    await user.type(await within(panel).findByLabelText('淘宝'), '1{Enter}');
    await user.type(within(panel).getByLabelText('拼多多'), '７{Enter}');
    await waitFor(async () => {
      expect(await lastRound('pending')).toMatchObject({
        seen: { taobao: 1, pdd: 7 },
        ours: { taobao: 1, pdd: 1 },
      });
    });
    await within(panel).findByText('一致');
    const rows = within(panel).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('平台 1一致'),
      expect.stringContaining('平台 7我们 1'),
    ]);
    expect(within(panel).getByText('上次 今天 11:20')).toBeInTheDocument();
    expect(within(panel).getByText('下一轮 今天 12:00')).toBeInTheDocument();
  });

  it('R60 a number that is none is named and nothing is written', async () => {
    const user = userEvent.setup();
    await createCase(makeCaseInput({ platform: 'pdd' }), now);
    renderPlain(<PatrolPanel />);
    await user.click(await screen.findByRole('button', { name: /开始 .* 巡查/ }));
    await user.type(await screen.findByLabelText('拼多多'), '七{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('“七”不是数量');
    expect(await lastRound('pending')).toBeNull();
  });

  it('R70 the daily review patrol is done with one click', async () => {
    const user = userEvent.setup();
    renderPlain(<PatrolPanel />);
    await user.click(await screen.findByRole('button', { name: '完成：评价巡查' }));
    expect(await screen.findByText('做过 今天 11:20')).toBeInTheDocument();
  });

  it('R60 shop hours can be changed, and wrong ones are refused in words', async () => {
    const user = userEvent.setup();
    renderPlain(<PatrolCard />);
    const open = await screen.findByLabelText('营业');
    await user.clear(open);
    await user.type(open, '十点');
    expect(await screen.findByRole('alert')).toHaveTextContent('时间写成 09:00');
    await user.clear(open);
    await user.type(open, '１０：００');
    await user.click(screen.getByRole('button', { name: /保\s?存/ }));
    await waitFor(async () => {
      expect((await readPatrolSettings()).open).toBe('10:00');
    });
  });
});
