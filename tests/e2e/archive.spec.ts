import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { makeLargeArchive } from '../helpers/large-archive';
import { launchApp } from '../helpers/launch-app';
import { realArchives } from '../helpers/real-archives';
import { goTo, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, hashOf, makeFolder, put } from './evidence-photos';

// Deriving keys from a passphrase is slow on purpose, and slower on a busy machine.
test.setTimeout(300_000);

const passphrase = '开心的小鱼 2026';

/** SHA-256 of the originals the database really holds, and how many cases there are. */
function stored(page: Page): Promise<{ readonly cases: number; readonly hashes: readonly string[] }> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('failed')));
      });
    const db = await done(indexedDB.open('liudi'));
    const cases = await done(db.transaction('cases').objectStore('cases').count());
    const rows = (await done(db.transaction('blobs').objectStore('blobs').getAll())) as { blob: Blob }[];
    db.close();
    const hashes = await Promise.all(
      rows.map(async ({ blob }) => {
        const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
        return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      }),
    );
    return { cases, hashes: hashes.sort() };
  });
}

async function openRestore(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.getByRole('region', { name: '备份与恢复' }).getByRole('button', { name: '从归档恢复' }).click();
  await page.getByRole('button', { name: '选择归档文件…' }).click();
}

test('R121 archived with a passphrase, carried to another computer, restored: the same evidence', async () => {
  const folder = await makeFolder();
  const first = await launchApp();
  const archive = join(folder, 'shop.liudi');
  await skipSetup(first.page);
  await openNewCase(first.page, { buyerId: '小鱼爱吃猫', product: '连衣裙' });
  await showTab(first.page, '凭证');
  const paths = [
    await put(folder, 'a.jpg', await drawPhoto(first.page, { seed: 1 })),
    await put(folder, 'b.jpg', await drawPhoto(first.page, { seed: 2 })),
  ];
  await dropPaths(first.page, paths);
  await expect(first.page.locator('[data-sha256]')).toHaveCount(2);
  const before = await stored(first.page);
  expect(before.hashes).toEqual((await Promise.all(paths.map(hashOf))).sort());
  await goTo(first.page, 'settings');
  await first.page.getByRole('button', { name: '做一份归档' }).click();
  const dialog = first.page.getByRole('dialog', { name: '做一份归档' });
  await dialog.getByRole('checkbox').check();
  await dialog.getByLabel('密码', { exact: true }).fill(passphrase);
  await dialog.getByLabel('再输一次').fill(passphrase);
  first.answerDialog({ kind: 'save', filePath: archive });
  await dialog.getByRole('button', { name: '选择存放位置…' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/已整份读回核对/, { timeout: 60_000 });
  await expect(dialog.getByText('1 个售后单，2 个凭证原件')).toBeVisible();
  expect(readFileSync(archive).subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');
  await first.close();

  const second = await launchApp();
  const { page } = second;
  await skipSetup(page);
  second.answerDialog({ kind: 'open', filePaths: [archive] });
  await openRestore(page);
  await page.getByLabel('这份归档加了密，请输入密码').fill('不是这个');
  await page.getByRole('form', { name: '密码' }).getByRole('button', { name: '打开' }).click();
  await expect(page.getByRole('alert')).toHaveText(/密码不对/, { timeout: 60_000 });
  await page.getByLabel('这份归档加了密，请输入密码').fill(passphrase);
  await page.getByRole('form', { name: '密码' }).getByRole('button', { name: '打开' }).click();
  await expect(page.getByText('1 个这里没有')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '恢复整个店' }).click();
  await expect(page.getByText(/恢复完成/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '进入留底' }).click();
  await openFromList(page, '小鱼爱吃猫');
  await showTab(page, '凭证');
  await expect(page.locator('[data-sha256]')).toHaveCount(2);
  expect(await stored(page)).toEqual(before);
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});

test('killed while rows are written: the old shop or the new one, whole', async () => {
  const folder = await makeFolder();
  const { cases, files } = await makeLargeArchive(realArchives(folder));
  const app = await launchApp();
  const { page } = app;
  await skipSetup(page);
  await openNewCase(page, { buyerId: '原来的买家' });
  app.answerDialog({ kind: 'open', filePaths: [join(folder, 'shop.liudi')] });
  await openRestore(page);
  await page.getByRole('button', { name: '用归档替换整个店' }).click({ timeout: 60_000 });
  await expect(page.getByRole('dialog').getByText(/正在写入/)).toBeVisible({ timeout: 60_000 });
  await app.kill('both');
  const again = await app.start();
  await expect(again.getByRole('heading', { name: '今日' })).toBeVisible({ timeout: 60_000 });
  const found = await stored(again);
  // The other moments of a restore: `npm run chaos -- --only kill-restore`.
  expect([
    { cases: 1, files: 0 },
    { cases, files },
  ]).toContainEqual({ cases: found.cases, files: found.hashes.length });
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
