import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openFromList, skipSetup } from '../helpers/seller';
import { makeFolder } from './evidence-photos';
import { fileCaseFrom, mirrored, storedHashes, storeFolderOf } from './vault-steps';

// Three starts of the app: a busy machine takes its time.
test.setTimeout(300_000);

let app: LiudiApp;
let folder: string;

test.beforeAll(async () => {
  folder = await makeFolder();
  app = await launchApp();
});

test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The store's table files; they come with the tidying up after a kill. */
const tables = (): string[] =>
  readdirSync(storeFolderOf(app), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ldb'))
    .map((name) => join(storeFolderOf(app), name));

/** One bit in every block of a file but its last ones, which would be noticed before anything is read. */
function flipBlocks(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 500; at < bytes.length * 0.6; at += 1500) bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(file, bytes);
}

test('a store that breaks while the app starts: never a blank page, a copy is kept, and the shop comes back', async () => {
  await skipSetup(app.page);
  const hashes = await fileCaseFrom(folder, app.page, '小鱼爱吃猫', [1, 2]);
  await mirrored(app.page);
  await app.kill('both');
  await app.start();
  await expect(app.page.getByRole('heading', { name: '今日' })).toBeVisible();
  await expect.poll(() => tables().length, { timeout: 60_000 }).toBeGreaterThan(0);
  await mirrored(app.page);
  await app.quit();
  for (const file of tables()) flipBlocks(file);
  const page = await app.start();
  await expect(page.getByText('出问题的数据库已原样另存一份')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(page.getByRole('status')).toHaveText(/全部内容都回来了/, { timeout: 60_000 });
  await page.getByRole('button', { name: '进入留底' }).click();
  await openFromList(page, '小鱼爱吃猫');
  expect(await storedHashes(page)).toEqual([...hashes].sort());
});
