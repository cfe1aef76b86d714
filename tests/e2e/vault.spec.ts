import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { drawPhoto, hashOf, makeFolder, put } from './evidence-photos';
import { fileCaseFrom, mirrored, storedHashes, storeFolderOf, tiles, vaultFolder } from './vault-steps';

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

test('the database folder is wiped: no welcome screen, and the vault gives the whole shop back', async () => {
  const hashes = [
    ...(await fileCase(app.page, '小鱼爱吃猫', [1, 2, 3])),
    ...(await fileCase(app.page, '山里人', [4, 5])),
  ];
  await mirrored(app.page);
  const before = await readRows(app.page);
  await expect
    .poll(async () => await readFile(join(app.userData, 'sentinel.json'), 'utf8'), { timeout: 20_000 })
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
  await fileCase(page, '新买家', [6]);
  await mirrored(page);
  await app.restart();
  await expect(app.page.getByRole('heading', { name: '今日' })).toBeVisible();
  await goTo(app.page, 'cases');
  await expect(app.page.getByRole('option')).toHaveCount(3);
});

for (const [name, damage] of [
  [
    'CURRENT is gone',
    (store: string) => {
      for (const one of readdirSync(store, { recursive: true, encoding: 'utf8' })) {
        if (one.endsWith('CURRENT')) rmSync(join(store, one));
      }
    },
  ],
  [
    'only the files of evidence are left',
    (store: string) => {
      for (const one of readdirSync(store)) {
        if (one.endsWith('.leveldb')) rmSync(join(store, one), { recursive: true });
      }
    },
  ],
] as const) {
  test(`a damaged database (${name}) is copied aside before it is opened, and rescued`, async () => {
    const hashes = await fileCase(app.page, '小鱼爱吃猫', [1, 2]);
    await mirrored(app.page);
    await app.quit();
    damage(storeFolder());
    const page = await app.start();
    await page.getByRole('button', { name: '从保险库恢复' }).click();
    await expect(page.getByRole('status')).toHaveText(/全部内容都回来了/);
    await page.getByRole('button', { name: '进入留底' }).click();
    await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();
    expect(await storedHashes(page)).toEqual([...hashes].sort());
    const kept = readdirSync(join(app.userData, 'rescued'), { recursive: true, encoding: 'utf8' });
    expect(kept.filter((one) => one.includes('.indexeddb.blob')).length).toBeGreaterThan(0);
  });
}

test('an original altered on the disk is brought back from the vault when it is opened', async () => {
  const { page } = app;
  const [sha256 = ''] = await fileCase(page, '小鱼爱吃猫', [1]);
  await mirrored(page);
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
  expect(await storedHashes(page)).toEqual([altered, sha256].sort());
  await page.keyboard.press('Escape');
  await showTab(page, '记录');
  await expect(page.getByText(/已用保险库里的原件换回/)).toBeVisible();
});

test('going on without a rebuild takes two answers and deletes nothing', async () => {
  await fileCase(app.page, '小鱼爱吃猫', [1]);
  await mirrored(app.page);
  await app.quit();
  await rm(storeFolder(), { recursive: true });
  const page = await app.start();
  await page.getByRole('button', { name: '不恢复，从空白开始' }).click();
  await page.getByRole('button', { name: '确定不恢复' }).click();
  await skipSetup(page);
  const kept = readdirSync(join(app.documents, 'Liudi')).filter((name) => name.startsWith('Vault-'));
  expect(kept).toHaveLength(1);
  expect(readdirSync(join(app.documents, 'Liudi', kept[0] ?? '', 'objects'))).toHaveLength(1);
});

test('killed during intake and while mirroring: nothing confirmed is lost, in the database or in the vault', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '小鱼爱吃猫' });
  await showTab(page, '凭证');
  const noise = Buffer.alloc(1_500_000, 7);
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

test('the vault is taken away and comes back, or is deleted: work goes on, and it catches up', async () => {
  const { page } = app;
  const hashes = [...(await fileCase(page, '甲', [1]))];
  await mirrored(page);
  await rename(app.documents, `${app.documents}-away`);
  hashes.push(...(await fileCase(page, '乙', [2])));
  await expect(page.locator('[data-mirror="missing"]')).toContainText('保险库不在');
  await rename(`${app.documents}-away`, app.documents);
  await mirrored(page);
  await rm(vault(), { recursive: true });
  hashes.push(...(await fileCase(page, '丙', [3])));
  await mirrored(page);
  for (const sha256 of hashes) {
    await expect
      .poll(() => existsSync(join(vault(), 'objects', sha256.slice(0, 2), sha256)), { timeout: 20_000 })
      .toBe(true);
  }
  await mirrored(page);
  await app.quit();
  await rm(storeFolder(), { recursive: true });
  const again = await app.start();
  await again.getByRole('button', { name: '从保险库恢复' }).click();
  await expect(again.getByRole('status')).toHaveText(/全部内容都回来了/);
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
