import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { MirrorState } from '../../../renderer/app/mirror-state';
import { BackupCard } from '../../../renderer/features/setup/backup-card';
import { VaultCard } from '../../../renderer/features/setup/vault-card';
import { refreshVault } from '../../../renderer/state/vault-store';
import { installFakeDesktop, quietVault } from '../../helpers/fake-desktop';
import type { VaultStatus } from '#shared/vault/exchange';

const at = Date.parse('2026-11-22T02:30:00Z');
const backup: VaultStatus['backup'] = {
  ...quietVault.backup,
  folder: '/移动硬盘/Liudi-Backup',
  at,
  snapshots: 31,
  freeBytes: 20 * 1024 ** 3,
};

async function show(status: Partial<VaultStatus>): Promise<ReturnType<typeof installFakeDesktop>> {
  const desktop = installFakeDesktop({ getVaultStatus: () => ({ ...quietVault, ...status }) });
  await refreshVault();
  render(
    <>
      <VaultCard />
      <BackupCard />
      <MirrorState />
    </>,
  );
  await waitFor(() => {
    expect(document.querySelector('[data-mirror]')).not.toBeNull();
  });
  return desktop;
}

describe('the second copy on screen', () => {
  test('without one the card says why and offers a place; the footer keeps quiet', async () => {
    const { calls } = await show({});
    expect(document.querySelector('[data-backup]')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '选择备份位置' }));
    expect(calls.map(({ name }) => name)).toContain('chooseBackupFolder');
  });

  test('a fresh one says when; one older than a day is red in card and footer', async () => {
    await show({ backup });
    expect(screen.getByText(/2026-11-22 10:30，共 31 份快照/)).toBeInTheDocument();
    expect(document.querySelector('[data-backup="fresh"]')).toHaveTextContent('11-22 10:30 备份过');
  });

  test('stale, unplugged and on the same disk: each is said, and what to do', async () => {
    await show({ backup: { ...backup, stale: true, trouble: 'missing', sameDisk: true } });
    expect(screen.getByRole('alert')).toHaveTextContent('接上后自动补齐');
    expect(screen.getByText('超过 24 小时')).toHaveClass('late');
    expect(screen.getByText(/同一块磁盘/)).toBeInTheDocument();
    expect(document.querySelector('[data-backup="stale"]')).toHaveTextContent(
      '备份位置不在 备份超过 24 小时',
    );
  });

  test('giving it up takes a second answer', async () => {
    const { calls } = await show({ backup });
    await userEvent.click(screen.getByRole('button', { name: '不再备份到这里' }));
    expect(calls.map(({ name }) => name)).not.toContain('forgetBackupFolder');
    expect(screen.getByText(/不会删除/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '确定不再备份' }));
    await waitFor(() => {
      expect(calls.map(({ name }) => name)).toContain('forgetBackupFolder');
    });
  });

  test('the drill wears a badge: passed with what was read, failed with what was found', async () => {
    const drill = { at, seq: 9, rows: 120, files: 8, allFiles: 40, bytes: 1, withBackup: true, problems: [] };
    const first = await show({ drill });
    expect(screen.getByText('通过')).toHaveClass('ok');
    expect(screen.getByText(/120 条记录能全部还原，抽查 8\/40 个原件/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '演练一次' }));
    expect(first.calls.map(({ name }) => name)).toContain('drillVault');
    cleanup();
    await show({ drill: { ...drill, problems: [{ kind: 'badFiles', count: 2 }] } });
    expect(screen.getByText('没通过')).toHaveClass('late');
    expect(screen.getByText(/2 个原件读不出来或被改动/)).toBeInTheDocument();
    expect(screen.getByText('恢复演练没通过')).toBeInTheDocument();
  });

  test('what runs in the background can be made to wait', async () => {
    const upkeep = { job: 'verify', done: 30, total: 120, paused: false } as const;
    const { calls } = await show({ upkeep });
    expect(document.querySelector('[data-upkeep="verify"]')).toHaveTextContent('正在校验 25%');
    await userEvent.click(screen.getByRole('button', { name: '暂停' }));
    expect(calls.find(({ name }) => name === 'pauseUpkeep')?.args).toEqual([true]);
  });
});
