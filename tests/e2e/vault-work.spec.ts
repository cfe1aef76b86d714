import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, hashOf, makeFolder, put } from './evidence-photos';
import { fileCaseFrom, mirrored, storedHashes, storeFolderOf, tiles, vaultFolder } from './vault-steps';

let app: LiudiApp;
let folder: string;

// One shop for all, in this order: an altered original stays in it, and the last test ends it.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp();
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app.close();
});
test.beforeEach(async () => {
  folder = await makeFolder();
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const vault = (): string => vaultFolder(app);
const storeFolder = (): string => storeFolderOf(app);
const fileCase = (page: Page, buyerId: string, seeds: readonly number[]) =>
  fileCaseFrom(folder, page, buyerId, seeds);

test('killed during intake and while mirroring: nothing confirmed is lost, in the database or in the vault', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '小鱼爱吃猫' });
  await showTab(page, '凭证');
  const noise = Buffer.alloc(800_000, 7);
  const jpeg = await drawPhoto(page);
  for (let index = 0; index < 40; index += 1) {
    await put(folder, `${index}.jpg`, Buffer.concat([jpeg, noise, Buffer.from(String(index))]));
  }
  await dropPaths(page, [folder]);
  await expect.poll(() => tiles(page).count()).toBeGreaterThan(5);
  const confirmed = await tiles(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-sha256')));
  await app.kill('both');
  const again = await app.start();
  await expect(again.getByRole('heading', { name: '今日' })).toBeVisible();
  await mirrored(again);
  const stored = await storedHashes(again);
  expect(stored).toEqual(expect.arrayContaining(confirmed));
  for (const sha256 of stored) {
    expect(await hashOf(join(vault(), 'objects', sha256.slice(0, 2), sha256))).toBe(sha256);
  }
  await goTo(again, 'settings');
  await again.getByRole('button', { name: '现在校验' }).click();
  await expect(again.getByText(/全部完好/)).toBeVisible();
});

test('an original altered on the disk is brought back from the vault when it is opened', async () => {
  const { page } = app;
  const [sha256 = ''] = await fileCase(page, '改过的', [1]);
  await mirrored(page);
  const before = await storedHashes(page);
  await page.evaluate(async (key) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('failed')));
      });
    const db = await done(indexedDB.open('liudi'));
    const altered = { sha256: key, blob: new Blob(['altered'], { type: 'image/jpeg' }) };
    await done(db.transaction('blobs', 'readwrite').objectStore('blobs').put(altered));
    db.close();
  }, sha256);
  await tiles(page).first().click();
  await expect(page.getByText(/已从保险库恢复/)).toBeVisible();
  await expect(page.getByRole('dialog').getByText('与原件一致')).toBeVisible();
  // The right bytes are back, and the altered ones stay under their own hash, as the history says.
  const altered = createHash('sha256').update('altered').digest('hex');
  expect(await storedHashes(page)).toEqual([altered, ...before].sort());
  await page.keyboard.press('Escape');
  await showTab(page, '记录');
  await expect(page.getByText(/已用保险库里的原件换回/)).toBeVisible();
});

test('the vault is taken away and comes back, or is deleted: work goes on, and it catches up', async () => {
  const { page } = app;
  const hashes = [...(await fileCase(page, '甲', [2]))];
  await mirrored(page);
  await rename(app.documents, `${app.documents}-away`);
  hashes.push(...(await fileCase(page, '乙', [3])));
  await expect(page.locator('[data-mirror="missing"]')).toContainText('保险库不在');
  await rename(`${app.documents}-away`, app.documents);
  await mirrored(page);
  // In one step, as a file manager does it: while files are taken away one by one the app puts new ones there.
  await rename(vault(), `${app.documents}-deleted`);
  await rm(`${app.documents}-deleted`, { recursive: true });
  hashes.push(...(await fileCase(page, '丙', [4])));
  await mirrored(page);
  for (const sha256 of hashes) {
    await expect
      .poll(() => existsSync(join(vault(), 'objects', sha256.slice(0, 2), sha256)), { timeout: 40_000 })
      .toBe(true);
  }
  await mirrored(page);
  await app.quit();
  await rm(storeFolder(), { recursive: true });
  const again = await app.start();
  await again.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(again.getByRole('status')).toHaveText(/全部内容都回来了/);
});
