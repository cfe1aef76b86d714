import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LaunchOptions, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, showTab, skipSetup } from '../helpers/seller';
import type { Count, Trial } from './scenario';
import { countBrokenHistories, lookInVault, readStore } from './store';

export type Killed = 'main' | 'window' | 'both';
export const victims: readonly Killed[] = ['main', 'window', 'both'];

/** Everything the app has confirmed on the screen in one trial. */
export type Ledger = {
  /** Case number and buyer. */
  readonly cases: Map<string, string>;
  readonly files: Set<string>;
};

/** Long enough for a machine that others use too: what is asked here is whether, not how soon. */
export const longMs = 180_000;

/** Starts an app with an empty shop, and ends it whatever happens. */
export async function withShop<T>(
  work: (app: LiudiApp, ledger: Ledger) => Promise<T>,
  options: LaunchOptions = {},
): Promise<T> {
  const app = await launchApp(options);
  // A window lost twice within a minute comes back only when the seller says so.
  app.onDialog(({ kind }) => (kind === 'message' ? { response: 0 } : undefined));
  try {
    await skipSetup(app.page);
    return await work(app, { cases: new Map(), files: new Set() });
  } finally {
    await app.close().catch(() => undefined);
  }
}

/** A folder of `count` pictures of about `bytes` bytes, each different; removed when the work is done. */
export async function withPhotos<T>(
  count: number,
  bytes: number,
  work: (folder: string, hashes: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'liudi-chaos-'));
  const head = Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
  ]);
  const hashes: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const content = Buffer.concat([head, randomBytes(32), Buffer.alloc(bytes, index % 256)]);
    writeFileSync(join(folder, `${index}.jpg`), content);
    hashes.push(createHash('sha256').update(content).digest('hex'));
  }
  try {
    return await work(folder, hashes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a case and notes it once it stands on the screen. */
export async function fileCase(page: Page, ledger: Ledger, buyerId: string): Promise<void> {
  const caseNo = await openNewCase(page, { buyerId, product: '连衣裙' });
  ledger.cases.set(caseNo, buyerId);
  await showTab(page, '凭证');
}

/** Drops a folder on the window; does not wait. */
export async function drop(page: Page, folder: string): Promise<void> {
  await dropPaths(page, [folder]);
}

/** Notes every file that stands on the screen now. */
export async function noteTiles(page: Page, ledger: Ledger): Promise<void> {
  const hashes = await page
    .locator('[data-sha256]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-sha256') ?? ''));
  for (const hash of hashes) if (hash !== '') ledger.files.add(hash);
}

export async function waitForTiles(page: Page, count: number): Promise<void> {
  await expect
    .poll(() => page.locator('[data-sha256]').count(), { timeout: longMs })
    .toBeGreaterThanOrEqual(count);
}

export async function mirrored(page: Page): Promise<void> {
  await page
    .locator('[data-mirror="done"]')
    .filter({ hasText: '已同步到保险库' })
    .waitFor({ timeout: longMs });
}

/** A random moment up to `ms` milliseconds from now: that is what chaos is about. */
export function aMoment(trial: Trial, ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.floor(trial.random() * ms)));
}

function hasWindow(app: LiudiApp): boolean {
  try {
    return !app.page.isClosed();
  } catch {
    return false;
  }
}

/** Kills, and starts again what does not come back by itself. */
export async function killAndStart(app: LiudiApp, what: Killed): Promise<Page> {
  await app.kill(what);
  if (what === 'main') await app.kill('both');
  if (what !== 'window') return await app.start();
  // On a busy machine it takes a while to come back by itself.
  await expect.poll(() => hasWindow(app), { timeout: longMs }).toBe(true);
  return app.page;
}

/**
 * Waits until the seller can work again. Where the app asks, the shop is brought back from the vault.
 * @returns how many rows and files came back
 */
export async function reachHome(page: Page): Promise<number> {
  const home = page.getByRole('navigation');
  const rescue = page.getByRole('button', { name: '从保险库恢复' });
  await home.or(rescue).first().waitFor({ timeout: longMs });
  if (!(await rescue.isVisible())) return 0;
  await rescue.click();
  const enter = page.getByRole('button', { name: '进入留底' });
  await enter.waitFor({ timeout: longMs });
  const lines = await page.locator('li[data-table]').allTextContents();
  await enter.click();
  await home.waitFor({ timeout: longMs });
  return lines.reduce((sum, text) => sum + Number(/(\d[\d,]*)/.exec(text)?.[1]?.replaceAll(',', '') ?? 0), 0);
}

/** Compares what was confirmed with what is there now, in the database and in the vault. */
export async function compare(app: LiudiApp, ledger: Ledger, healed = 0): Promise<Count> {
  const { page } = app;
  await mirrored(page);
  // A vault that starts anew says so only after its first file; what matters is that everything comes.
  const inVault = (): boolean => [...ledger.files].every((sha256) => lookInVault(app, sha256) !== 'missing');
  await expect
    .poll(inVault, { timeout: longMs })
    .toBe(true)
    .catch(() => undefined);
  const stored = await readStore(page);
  const buyers = new Map(stored.cases.map(({ caseNo, buyerId }) => [caseNo, buyerId]));
  const files = new Map(stored.files.map(({ sha256, hash }) => [sha256, hash]));
  const named = new Set(stored.evidence.map(({ sha256 }) => sha256));
  let [lost, altered] = [0, countBrokenHistories(stored.events)];
  for (const [caseNo, buyerId] of ledger.cases) {
    if (!buyers.has(caseNo)) lost += 1;
    else if (buyers.get(caseNo) !== buyerId) altered += 1;
  }
  for (const sha256 of ledger.files) {
    const hash = files.get(sha256) ?? null;
    const copy = lookInVault(app, sha256);
    if (!named.has(sha256) || hash === null || copy === 'missing') lost += 1;
    else if (hash !== sha256 || copy === 'altered') altered += 1;
  }
  // Also what was never confirmed must be what its name says, once it is there.
  for (const { sha256, hash } of stored.files) {
    if (!ledger.files.has(sha256) && hash !== null && hash !== sha256) altered += 1;
  }
  return { acked: ledger.cases.size + ledger.files.size, lost, altered, healed };
}
