import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createDownloads } from '../../../../electron/main/files/downloads';
import { realDisk } from '../../../../electron/main/files/disk';
import { createExports } from '../../../../electron/main/files/export-tree';
import { createTransfers } from '../../../../electron/main/files/transfers';
import { noAlarms } from '../../../../electron/main/reminders/alarm-core';
import { withoutNames } from '../../../../electron/main/reminders/alarm-store';
import type { AlarmState } from '../../../../electron/main/reminders/alarm-core';
import { scheduleEntry } from '../schedule-entry';
import { tempFolder } from '../temp-folder';

const clock = { at: 0, now: () => 0, elapsed: () => clock.at };

test('addresses given out before the lock take and give nothing after it', async () => {
  const folder = tempFolder();
  const transfers = createTransfers(clock);
  const errors: unknown[] = [];
  const { token } = transfers.open(
    { path: path.join(folder, 'a'), options: {}, settled: (error) => errors.push(error?.code) },
    60_000,
  );
  transfers.revoke();
  expect(errors).toEqual(['locked']);
  await expect(transfers.receive(token, [Buffer.from('x')])).rejects.toMatchObject({ code: 'notFound' });
  expect(readdirSync(folder)).toEqual([]);

  const downloads = createDownloads(clock);
  const { url } = downloads.open({ file: path.join(folder, 'a') }, 60_000);
  downloads.revoke();
  expect(downloads.take(url.slice('/download/'.length))).toBeNull();
});

test('an export under way is removed, and nothing else', async () => {
  const folder = tempFolder();
  const transfers = createTransfers(clock);
  const exports = createExports({
    transfers,
    disk: realDisk,
    chooseFolder: () => Promise.resolve(folder),
    freeBytes: () => Promise.resolve(null),
  });
  await exports.begin({
    rootName: '凭证',
    files: [{ folder: '张三', name: 'a.jpg', size: 1, sha256: 'a'.repeat(64) }],
    manifest: '{}',
  });
  expect(existsSync(path.join(folder, '凭证', '张三'))).toBe(true);
  await exports.cancelAll();
  expect(readdirSync(folder)).toEqual([]);
});

test('main is busy while bytes come in and a minute after, so that no export is cut by idle time', async () => {
  const transfers = createTransfers(clock);
  expect(transfers.isBusy()).toBe(false);
  const { token } = transfers.open({ path: path.join(tempFolder(), 'a'), options: {} }, 60_000);
  await transfers.receive(token, [Buffer.from('x')]);
  expect(transfers.isBusy()).toBe(true);
  clock.at += 60_000;
  expect(transfers.isBusy()).toBe(false);
});

test('the stored schedule keeps times and rule names, and no word of the seller, while the lock is on', async () => {
  let stored: AlarmState = noAlarms;
  let on = true;
  const store = withoutNames(
    {
      read: () => Promise.resolve(stored),
      write: (state) => {
        stored = state;
        return Promise.resolve();
      },
    },
    () => on,
  );
  const followUp = {
    ...scheduleEntry(1, 5),
    kind: 'followUp' as const,
    title: '打给李四',
    body: '拼多多 · 李四',
  };
  const deadline = { ...scheduleEntry(2, 6), kind: 'deadline' as const, title: '处理退款', body: '李四' };
  await store.write({ ...noAlarms, schedule: [followUp, deadline] });
  expect(JSON.stringify(stored)).not.toContain('李四');
  expect(stored.schedule.map(({ title, dueAt }) => [title, dueAt])).toEqual([
    ['', 5],
    ['处理退款', 6],
  ]);
  on = false;
  await store.write({ ...noAlarms, schedule: [followUp] });
  expect(stored.schedule).toEqual([followUp]);
});
