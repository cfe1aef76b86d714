import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openFromList, showTab, skipSetup } from '../helpers/seller';
import { makeFolder } from './evidence-photos';
import { fileCaseFrom, mirrored, storedHashes, storeFolderOf, tiles, vaultFolder } from './vault-steps';

// Five starts of the app in one test: a busy machine takes its time.
test.setTimeout(300_000);

let app: LiudiApp;
let folder: string;

test.beforeEach(async () => {
  folder = await makeFolder();
  app = await launchApp();
  await skipSetup(app.page);
});

test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const vault = (): string => vaultFolder(app);
const storeFolder = (): string => storeFolderOf(app);
const fileCase = (page: Page, buyerId: string, seeds: readonly number[]) =>
  fileCaseFrom(folder, page, buyerId, seeds);

/** Every row of every mirrored table. */
function readRows(page: Page): Promise<Record<string, unknown[]>> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('failed')));
      });
    const db = await done(indexedDB.open('liudi'));
    const all: Record<string, unknown[]> = {};
    for (const name of db.objectStoreNames) {
      const derived = ['thumbs', 'likenesses', 'damages', 'staging', 'undo'];
      if ([...derived, 'drafts', 'outbox', 'vaultState', 'blobs'].includes(name)) continue;
      all[name] = await done(db.transaction(name).objectStore(name).getAll());
    }
    // Which session runs is different after every start.
    all['settings'] = (all['settings'] ?? []).filter(
      (row) => !['session', 'steadyClock'].includes((row as { key: string }).key),
    );
    db.close();
    return all;
  });
}

test('a wiped, then a damaged database: no welcome screen, and the vault gives the whole shop back', async () => {
  const hashes = [
    ...(await fileCase(app.page, '小鱼爱吃猫', [1, 2, 3])),
    ...(await fileCase(app.page, '山里人', [4, 5])),
  ];
  await mirrored(app.page);
  const before = await readRows(app.page);
  await expect
    .poll(async () => await readFile(join(app.userData, 'sentinel.json'), 'utf8'), { timeout: 40_000 })
    .toMatch(/"cases":2,.*"evidence":5/);
  await app.quit();
  await rm(storeFolder(), { recursive: true });
  const page = await app.start();
  await expect(page.getByRole('heading', { name: '数据库是空的，但这里原来有数据' })).toBeVisible();
  await expect(page.locator('tr[data-table="cases"]')).toHaveText(/售后单20/);
  await expect(page.locator('tr[data-table="evidence"]')).toHaveText(/凭证50/);
  await page.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(page.getByRole('status')).toHaveText(/全部内容都回来了/);
  await expect(page.locator('li[data-table="cases"]')).toHaveText('售后单：2 条');
  await expect(page.locator('li[data-table="files"]')).toHaveText(/原件：5 个/);
  await page.getByRole('button', { name: '进入留底' }).click();
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();
  expect(await readRows(page)).toEqual(before);
  expect(await storedHashes(page)).toEqual([...hashes].sort());
  await openFromList(page, '小鱼爱吃猫');
  await showTab(page, '凭证');
  await expect(tiles(page)).toHaveCount(3);
  // Work goes on, numbers too, and the vault takes what is new without a new copy of everything.
  hashes.push(...(await fileCase(page, '新买家', [6])));
  await mirrored(page);
  const later = await app.restart();
  await expect(later.getByRole('heading', { name: '今日' })).toBeVisible();
  await goTo(later, 'cases');
  await expect(later.getByRole('option')).toHaveCount(3);

  // Damaged: copied aside before it is opened, and rescued. (All the ways: `npm run chaos -- --only store`.)
  await app.quit();
  for (const one of readdirSync(storeFolder(), { recursive: true, encoding: 'utf8' })) {
    if (one.endsWith('CURRENT')) rmSync(join(storeFolder(), one));
  }
  const rescued = await app.start();
  await rescued.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(rescued.getByRole('status')).toHaveText(/全部内容都回来了/);
  await rescued.getByRole('button', { name: '进入留底' }).click();
  await expect(rescued.getByRole('heading', { name: '今日' })).toBeVisible();
  expect(await storedHashes(rescued)).toEqual([...hashes].sort());
  const aside = readdirSync(join(app.userData, 'rescued'), { recursive: true, encoding: 'utf8' });
  expect(aside.filter((one) => one.includes('.indexeddb.blob')).length).toBeGreaterThan(0);

  // Going on without a rebuild takes two answers and deletes nothing.
  await mirrored(rescued);
  await app.quit();
  await rm(storeFolder(), { recursive: true });
  const empty = await app.start();
  await empty.getByRole('button', { name: '不恢复，从空白开始' }).click();
  await empty.getByRole('button', { name: '确定不恢复' }).click();
  await skipSetup(empty);
  const kept = readdirSync(join(app.documents, 'Liudi')).filter((name) => name.startsWith('Vault-'));
  expect(kept).toHaveLength(1);
  const objects = join(app.documents, 'Liudi', kept[0] ?? '', 'objects');
  const names = readdirSync(objects, { recursive: true, encoding: 'utf8' }).map((name) => basename(name));
  expect(names).toEqual(expect.arrayContaining(hashes));
});

test('a torn last line is cut off and written again; a damaged line is found, named and healed', async () => {
  await fileCase(app.page, '小鱼爱吃猫', [1]);
  await mirrored(app.page);
  await app.quit();
  const journal = join(vault(), 'journal');
  const file = join(journal, readdirSync(journal).find((name) => name.endsWith('.jsonl')) ?? '');
  await appendFile(file, '{"seq":99999,"time":1,"tab');
  await app.start();
  await expect(app.page.getByRole('heading', { name: '今日' })).toBeVisible();
  await fileCase(app.page, '山里人', [2]);
  await mirrored(app.page);
  expect(readFileSync(file, 'utf8')).not.toContain('"tab\n');
  expect(readdirSync(journal).some((name) => name.includes('.torn-'))).toBe(true);
  await app.quit();
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('山里人', '山里仁'));
  await app.start();
  await goTo(app.page, 'settings');
  await app.page.getByRole('button', { name: '现在校验' }).click();
  await expect(app.page.getByText(/发现 1 处问题/)).toBeVisible();
  await mirrored(app.page);
  await app.quit();
  await rm(storeFolder(), { recursive: true });
  await app.start();
  await app.page.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(app.page.getByText(/有一行损坏/)).toBeVisible();
  await app.page.getByRole('button', { name: '进入留底' }).click();
  await openFromList(app.page, '山里人');
});
