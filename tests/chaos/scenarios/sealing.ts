import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { LiudiApp } from '../../helpers/launch-app';
import { goTo } from '../../helpers/seller';
import { killEach } from '../kill-each';
import type { Scenario } from '../scenario';
import { longMs, reachHome } from '../shop';
import { vaultFolder } from '../store';

const passphrase = '下雨天也不收衣服';

const card = (page: Page) => page.getByRole('region', { name: '应用锁与加密' });

/** Originals of the vault that lie sealed, and that lie plain. */
function forms(app: LiudiApp): { readonly sealed: number; readonly plain: number } {
  const names = readdirSync(join(vaultFolder(app), 'objects'), { recursive: true, encoding: 'utf8' });
  return {
    sealed: names.filter((name) => /[0-9a-f]{64}\.sealed-[0-9a-f]{16}$/.test(name)).length,
    plain: names.filter((name) => /[0-9a-f]{64}$/.test(name)).length,
  };
}

/** The lock was told to go: its rows are being opened, or it is gone already. */
function isGoing(app: LiudiApp): boolean {
  const file = join(app.userData, 'lock.json');
  return !existsSync(file) || readFileSync(file, 'utf8').includes('"rows":"opening"');
}

async function setUp({ page }: LiudiApp): Promise<void> {
  await goTo(page, 'settings');
  await card(page).getByRole('button', { name: '设置口令' }).click();
  const dialog = page.getByRole('dialog', { name: '设置口令并加密' });
  await dialog.getByLabel('新口令').fill(passphrase);
  await dialog.getByLabel('再输一遍').fill(passphrase);
  await dialog.getByLabel(/我明白/).check();
  await dialog.getByRole('button', { name: '设置口令' }).click();
  await page.getByLabel('我已打印或抄好').check({ timeout: longMs });
  await page.getByRole('button', { name: '开始加密' }).click();
}

/** Opens what is locked, after a kill of main or of nothing but the window. */
async function unlock(page: Page): Promise<void> {
  const home = page.getByRole('navigation');
  const field = page.getByLabel('口令', { exact: true });
  await home.or(field).first().waitFor({ timeout: longMs });
  if (!(await field.isVisible())) return;
  await field.fill(passphrase);
  await page.getByRole('button', { name: '解锁' }).click();
}

/** The lock comes and is cut off, then it goes and is cut off: every original has to follow both times. */
export const sealing: readonly Scenario[] = killEach({
  name: 'sealing',
  during: 'rows and originals are sealed, and again while they are opened',
  photos: { count: 12, bytes: 800_000 },
  after: 'mirrored',
  begin: setUp,
  within: 2500,
  goOn: async (app, page) => {
    await unlock(page);
    await reachHome(app.page);
    await expect.poll(() => forms(app), { timeout: longMs }).toEqual({ sealed: 12, plain: 0 });
    await goTo(app.page, 'settings');
    await card(app.page).getByRole('button', { name: '关闭应用锁' }).click();
    const off = app.page.getByRole('dialog', { name: '关闭应用锁' });
    await off.getByLabel('现在的口令').fill(passphrase);
    await off.getByRole('button', { name: '关闭应用锁' }).click();
    await expect.poll(() => isGoing(app), { timeout: longMs }).toBe(true);
    await app.kill('both');
    const again = await app.start();
    await unlock(again);
    await reachHome(again);
    await expect.poll(() => forms(app), { timeout: longMs }).toEqual({ sealed: 0, plain: 12 });
    return 0;
  },
});
