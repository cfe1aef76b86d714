import { createHash } from 'node:crypto';
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openFromList, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, makeFolder, put } from './evidence-photos';
import { fileCaseFrom, mirrored, storedHashes, storeFolderOf, tiles, vaultFolder } from './vault-steps';

// Two starts of the app: a busy machine takes its time.
test.setTimeout(240_000);

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

/** Names below the store's folder of one kind. */
const inStore = (sign: RegExp): string[] =>
  readdirSync(storeFolderOf(app), { recursive: true, encoding: 'utf8' })
    .filter((name) => sign.test(name))
    .map((name) => join(storeFolderOf(app), name));

test('confirmed while the vault was away, then the database is lost: all of it comes back out of the kept copy', async () => {
  await skipSetup(app.page);
  const first = await fileCaseFrom(folder, app.page, '进了保险库', [1]);
  await mirrored(app.page);
  // The vault's disk is gone: a file lies where its folder was.
  const vault = vaultFolder(app);
  renameSync(vault, `${vault}-away`);
  writeFileSync(vault, '');
  const late = await fileCaseFrom(folder, app.page, '没进保险库', [2, 3]);
  const loose = await put(folder, 'loose.jpg', await drawPhoto(app.page, { seed: 4 }));
  await app.kill('both');
  rmSync(vault);
  renameSync(`${vault}-away`, vault);
  // The browser makes a store with this file cut anew, empty. One photo lies there that no row names.
  for (const file of inStore(/MANIFEST-\d+$/)) truncateSync(file, 0);
  const [original = ''] = inStore(/\.blob[/\\].*[/\\][0-9a-f]+$/);
  copyFileSync(loose, join(original, '..', 'fefe'));

  const page = await app.start();
  await page.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(page.locator('[data-kept="changes"]')).toContainText('还没进保险库', { timeout: 60_000 });
  await expect(page.locator('[data-kept="files"]')).toContainText('另有 1 个文件');
  await expect(page.getByRole('status')).toHaveText(/全部内容都回来了/);
  await page.getByRole('button', { name: '进入留底' }).click();
  await openFromList(page, '没进保险库');
  await showTab(page, '凭证');
  await expect(tiles(page)).toHaveCount(2);
  const looseHash = createHash('sha256').update(readFileSync(loose)).digest('hex');
  expect(await storedHashes(page)).toEqual([...first, ...late, looseHash].sort());
  await page
    .getByRole('button', { name: /未归档/ })
    .first()
    .click();
  await expect(page.getByText(/来自 .* 另存的数据库副本/).first()).toBeVisible();
  await mirrored(page);
});
