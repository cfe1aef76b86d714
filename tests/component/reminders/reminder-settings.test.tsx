import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReminderSettings } from '../../../renderer/features/reminders/reminder-settings';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { AppError } from '#shared/errors';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import type { ReminderStatus } from '#shared/ipc/contract';
import { renderPlain } from '../../helpers/render-plain';

const now = fromShanghai('2026-11-21T12:00') ?? 0;
const start: ReminderStatus = {
  settings: {
    quiet: { on: false, from: 1380, to: 450 },
    sounds: { followUp: true, deadline: true, commitment: true, patrol: true },
    closeTo: 'ask',
    autostart: false,
  },
  pausedUntil: null,
  hasTray: true,
  canAutostart: true,
};

/** A main process that keeps what it is told. */
function installMain(part: Partial<ReminderStatus> = {}) {
  let status: ReminderStatus = { ...start, ...part };
  const desktop = installFakeDesktop({
    getReminderStatus: () => status,
    setReminderSettings: (settings) => (status = { ...status, settings }),
    pauseReminders: (pause) => (status = { ...status, pausedUntil: pause ? now + 3_600_000 : null }),
  });
  renderPlain(<ReminderSettings />);
  return { desktop, settings: () => status.settings, status: () => status };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('reminder settings', () => {
  it('switches quiet hours on and takes times as typed', async () => {
    const { settings } = installMain();
    const user = userEvent.setup();
    expect(await screen.findByLabelText('免打扰开始')).toBeDisabled();
    await user.click(screen.getByRole('switch', { name: '免打扰时段' }));
    await waitFor(() => expect(settings().quiet.on).toBe(true));
    const from = screen.getByLabelText('免打扰开始');
    await user.clear(from);
    await user.type(from, '22点半{Enter}');
    await waitFor(() => expect(settings().quiet.from).toBe(22 * 60 + 30));
    expect(from).toHaveValue('22:30');
    const to = screen.getByLabelText('免打扰结束');
    await user.clear(to);
    await user.type(to, '99');
    fireEvent.blur(to);
    expect(to).toHaveValue('07:30');
    expect(settings().quiet).toEqual({ on: true, from: 1350, to: 450 });
  });

  it('each kind of alarm has its own sound', async () => {
    const { settings } = installMain();
    fireEvent.click(await screen.findByRole('switch', { name: '时限提示音' }));
    await waitFor(() =>
      expect(settings().sounds).toMatchObject({ followUp: true, deadline: false, patrol: true }),
    );
  });

  it('says what closing does, and that there is no tray where there is none', async () => {
    const { settings } = installMain();
    fireEvent.click(await screen.findByText('关到托盘'));
    await waitFor(() => expect(settings().closeTo).toBe('tray'));
  });

  it('without tray and start at login says so instead of offering them', async () => {
    installMain({ hasTray: false, canAutostart: false });
    expect(await screen.findByText('这里没有托盘，关窗口就退出')).toBeInTheDocument();
    expect(screen.getByText('这里做不到，请用系统自己的启动设置')).toBeInTheDocument();
    expect(screen.queryByText('关到托盘')).toBeNull();
    expect(screen.queryByRole('switch', { name: '开机时自动启动' })).toBeNull();
    expect(screen.getByText(/留底开着才会提醒/)).toBeInTheDocument();
  });

  it('pauses and resumes, and follows the tray', async () => {
    const { desktop, status } = installMain();
    fireEvent.click(await screen.findByRole('button', { name: '暂停 1 小时' }));
    expect(await screen.findByText('已暂停到 今天 13:00')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '恢复提醒' }));
    expect(await screen.findByText('到点会提醒')).toBeInTheDocument();
    act(() => {
      desktop.emit('reminderStatus', { ...status(), pausedUntil: now + 600_000 });
    });
    expect(await screen.findByText('已暂停到 今天 12:10')).toBeInTheDocument();
  });

  it('a refused change goes back and is told', async () => {
    installFakeDesktop({
      getReminderStatus: () => start,
      setReminderSettings: () => {
        throw new AppError('writeFailed');
      },
    });
    renderPlain(<ReminderSettings />);
    const sound = await screen.findByRole('switch', { name: '跟进提示音' });
    fireEvent.click(sound);
    await waitFor(() => expect(useToasts.getState().toasts.at(-1)?.tone).toBe('error'));
    await waitFor(() => expect(sound).toBeChecked());
  });
});
