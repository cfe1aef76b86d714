import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import type { LiudiApp } from '../helpers/launch-app';
import { openNewCase, showTab } from '../helpers/seller';
import { drawPhoto, hashOf, put } from './evidence-photos';

/** Where the vault lies by default. */
export const vaultFolder = (app: LiudiApp): string => join(app.documents, 'Liudi', 'Vault');
export const tiles = (page: Page) => page.locator('[data-sha256]');

/** The browser's IndexedDB folder in the profile. */
export function storeFolderOf(app: LiudiApp): string {
  const found = readdirSync(app.userData, { recursive: true, encoding: 'utf8' }).find((name) =>
    /(?:^|[/\\])IndexedDB$/.test(name),
  );
  if (found === undefined) throw new Error('no IndexedDB folder');
  return join(app.userData, found);
}

/** Waits until the footer says that the vault has everything. */
export async function mirrored(page: Page): Promise<void> {
  await expect(page.locator('[data-mirror="done"]')).toContainText('已同步到保险库', { timeout: 60_000 });
}

/** A new case with photos drawn from these seeds. @returns their hashes */
export async function fileCaseFrom(
  folder: string,
  page: Page,
  buyerId: string,
  seeds: readonly number[],
): Promise<readonly string[]> {
  await openNewCase(page, { buyerId, product: `${buyerId} 的货` });
  await showTab(page, '凭证');
  const paths: string[] = [];
  for (const seed of seeds) {
    paths.push(await put(folder, `${buyerId}/${seed}.jpg`, await drawPhoto(page, { seed })));
  }
  await dropPaths(page, paths);
  await expect(tiles(page)).toHaveCount(seeds.length);
  return Promise.all(paths.map(hashOf));
}

/** SHA-256 of the bytes the database really holds, as the page reads them. */
export function storedHashes(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('failed')));
      });
    const db = await done(indexedDB.open('liudi'));
    const rows = (await done(db.transaction('blobs').objectStore('blobs').getAll())) as { blob: Blob }[];
    db.close();
    const hashes = await Promise.all(
      rows.map(async ({ blob }) => {
        const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
        return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      }),
    );
    return hashes.sort();
  });
}
