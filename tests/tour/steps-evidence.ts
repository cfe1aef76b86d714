import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { isSystemJunk } from '#shared/domain/file-check';
import { dropPaths } from '../helpers/drop-paths';
import { goTo, showTab } from '../helpers/seller';
import { hashFile } from './photo-files';
import { takeScreenshot, type Stage } from './stage';
import type { Manifest } from '#shared/vault/manifest';

const perFileMs = 4000;

/** Hashes of the pieces on the open case's evidence tab, sorted. */
export async function readTiles(page: Page): Promise<readonly string[]> {
  const hashes = await page
    .locator('.evidence-tile')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-sha256') ?? ''));
  return hashes.sort();
}

async function readRejected(page: Page): Promise<readonly { originalName: string; reason: string }[]> {
  return page.locator('.evidence-intake li[data-reason]').evaluateAll((rows) =>
    rows.map((row) => ({
      originalName: row.querySelector('bdi')?.textContent ?? '',
      reason: `${row.getAttribute('data-reason') ?? ''}: ${row.querySelector('span')?.textContent ?? ''}`,
    })),
  );
}

/**
 * Drops the folder itself on the window. Every file in it has to turn up: as a tile with the hash Node computed, as
 * known bytes, or in the list of refused files with a reason.
 */
export async function dropPhotos(stage: Stage): Promise<void> {
  const { app, args, photos, reporter } = stage;
  const { page } = app;
  const wanted = photos.filter((one) => !isSystemJunk(one.name));
  const hashed = await Promise.all(
    wanted.map(async (one) => ({ ...one, sha256: await hashFile(one.path).catch(() => null) })),
  );
  await showTab(page, '凭证');
  await dropPaths(page, [args.photos]);
  await expect
    .poll(
      async () => {
        const tiles = new Set(await readTiles(page));
        const refused = new Set((await readRejected(page)).map((one) => one.originalName));
        return hashed
          .filter((one) => !(one.sha256 !== null && tiles.has(one.sha256)) && !refused.has(one.name))
          .map((one) => one.name)
          .slice(0, 5);
      },
      { timeout: 60_000 + perFileMs * wanted.length, message: 'files of the folder that did not turn up' },
    )
    .toEqual([]);
  reporter.report.rejected.push(...(await readRejected(page)));
  await takeScreenshot(stage, 'evidence');
  const dismiss = page.locator('.evidence-intake').getByRole('button', { name: '知道了' });
  if (await dismiss.isVisible()) await dismiss.click();
  await readDuplicates(stage);
  await showTab(page, '凭证');
  await expect(page.locator('.evidence-placeholder.pending')).toHaveCount(0, {
    timeout: 60_000 + perFileMs * wanted.length,
  });
  await takeScreenshot(stage, 'evidence-thumbnails');
}

/** What the history says about bytes that were there already. */
async function readDuplicates({ app: { page }, reporter }: Stage): Promise<void> {
  await showTab(page, '记录');
  await expect(page.locator('.timeline-ok')).toBeVisible();
  const lines = await page.locator('.timeline li span').allTextContents();
  for (const line of lines) {
    const [, originalName, of] = /^(.*) 与已有的 (.*) 完全相同，没有重复存$/s.exec(line) ?? [];
    if (originalName !== undefined && of !== undefined) reporter.report.duplicates.push({ originalName, of });
  }
}

/** Opens the first piece, sees its hash confirmed, saves the original out and compares every byte. */
export async function checkViewer(stage: Stage): Promise<void> {
  const { app, outPath } = stage;
  const { page } = app;
  const first = page.locator('.evidence-tile').first();
  if ((await first.count()) === 0) return;
  const sha256 = await first.getAttribute('data-sha256');
  await first.click();
  await expect(page.getByText('与原件一致')).toBeVisible({ timeout: 60_000 });
  await takeScreenshot(stage, 'viewer');
  const copy = outPath('original-copy.tmp');
  app.answerDialog({ kind: 'save', filePath: copy });
  await page.getByRole('button', { name: '另存原件' }).click();
  await expect.poll(() => hashFile(copy).catch(() => null), { timeout: 60_000 }).toBe(sha256);
  rmSync(copy);
  await page.keyboard.press('Escape');
}

/** Exports the tree, then reads every file back and compares it with the photo it came from. */
export async function exportArchive(stage: Stage): Promise<void> {
  const { app, args, photos, reporter } = stage;
  const { page } = app;
  await goTo(page, 'evidence');
  await takeScreenshot(stage, 'archive');
  app.answerDialog({ kind: 'open', filePaths: [args.out] });
  await page.getByRole('button', { name: '导出文件夹' }).click();
  const told = page.getByText(/^已导出 \d+ 个文件到/);
  await expect(told).toBeVisible({ timeout: 60_000 + perFileMs * photos.length });
  const folder = /“(.+)”/.exec((await told.textContent()) ?? '')?.[1] ?? '';
  const root = join(args.out, folder);
  const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')) as Manifest;
  expect(manifest.leftOut).toEqual([]);
  const sources = new Set(await Promise.all(photos.map((one) => hashFile(one.path).catch(() => ''))));
  for (const { path, fileName, originalName, sha256, size } of manifest.files) {
    const file = join(root, path);
    expect(await hashFile(file), `${path} differs from its manifest`).toBe(sha256);
    expect(sources.has(sha256), `${path} is none of the photos`).toBe(true);
    reporter.report.evidence.push({
      fileName,
      originalName,
      sha256,
      size,
      path: relative(args.out, file).replaceAll('\\', '/'),
    });
  }
}
