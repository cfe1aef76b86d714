import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openFromList, openNewCase, skipSetup } from '../helpers/seller';

const start = Date.parse('2026-11-21T03:00:00Z');
const passphrase = '下雨天也不收衣服';
const later = '后来的买家李四光';
const phone = '13912345678';

let app: LiudiApp;
test.afterEach(() => app.close());

/** Files below a folder that hold a text. */
function filesWith(folder: string, text: string): string[] {
  const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) return false;
    const bytes = readFileSync(file);
    return wanted.some((one) => bytes.includes(one));
  });
}

async function unlock(page: Page, text: string): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(text);
  await page.getByRole('button', { name: '解锁' }).click();
}

/** The curtain is drawn first; then the page begins anew and asks. */
const locked = (page: Page) =>
  expect(page.getByRole('button', { name: '解锁' })).toBeVisible({ timeout: 60_000 });

test('the app lock: set up, encrypted, shut by key, by the computer and at start; locked it names nobody', async () => {
  // Deriving keys is slow on purpose, and slower on a busy machine.
  test.setTimeout(300_000);
  app = await launchApp({ now: start });
  app.page.setDefaultTimeout(40_000);
  await skipSetup(app.page);
  await openNewCase(app.page, { buyerId: '先来的买家', description: '加密之前的话' });

  // Without a passphrase Ctrl+L leads to where one is set.
  await app.page.keyboard.press('Control+l');
  const card = () => app.page.getByRole('region', { name: '应用锁与加密' });
  await card().getByRole('button', { name: '设置口令' }).click();
  const dialog = app.page.getByRole('dialog', { name: '设置口令并加密' });
  await dialog.getByLabel('新口令').fill(passphrase);
  await dialog.getByLabel('再输一遍').fill(`${passphrase}！`);
  await dialog.getByLabel(/我明白/).check();
  await dialog.getByRole('button', { name: '设置口令' }).click();
  await expect(dialog.getByText('两次输入的不一样。')).toBeVisible();
  await dialog.getByLabel('再输一遍').fill(passphrase);
  await dialog.getByRole('button', { name: '设置口令' }).click();
  const code = (await app.page.locator('.lock-code').textContent()) ?? '';
  expect(code).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
  await app.page.getByLabel('我已打印或抄好').check();
  await app.page.getByRole('button', { name: '开始加密' }).click();
  await expect(app.page.getByRole('heading', { name: '今日' })).toBeVisible({ timeout: 60_000 });

  await openFromList(app.page, '先来的买家');
  await openNewCase(app.page, {
    buyerId: later,
    description: `电话 ${phone}`,
    nextAction: '打给李四光',
    nextAt: '2026-11-21 11:30',
  });
  await expect(app.page.locator('.foot')).toContainText('保险库');

  // Locked by key: nothing of the shop is left on the page, and main refuses what a page could still ask.
  await app.page.keyboard.press('Control+l');
  await locked(app.page);
  const page = await app.page.content();
  for (const text of [later, '先来的买家', phone, '李四光']) expect(page).not.toContain(text);
  const refused = await app.page.evaluate(async () => {
    const { desktop } = globalThis as unknown as {
      desktop: Record<string, (...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>>;
    };
    const asked = [
      desktop['getRowKeys']?.(),
      desktop['beginRebuild']?.(),
      desktop['getVaultStatus']?.(),
      desktop['chooseSaveTarget']?.({ suggestedName: 'a.csv', kind: 'csv' }),
      desktop['printSlip']?.({}),
      desktop['turnOffLock']?.({ kind: 'passphrase', text: 'x' }),
    ];
    return (await Promise.all(asked.map(async (one) => await one))).map((one) => one?.error?.code);
  });
  expect(refused).toEqual(Array.from({ length: 6 }, () => 'locked'));
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.press('n');
  await locked(app.page);

  // It still rings, and says nothing.
  await app.moveClock(start + 31 * 60_000);
  await expect.poll(async () => (await app.notifications()).length).toBeGreaterThan(0);
  expect(JSON.stringify(await app.notifications())).not.toMatch(/李四光|后来的买家/);

  await unlock(app.page, '不是这个口令');
  await expect(app.page.getByRole('status')).toContainText('口令不对', { timeout: 60_000 });
  await unlock(app.page, passphrase);
  await openFromList(app.page, later);

  // The computer is locked.
  await app.emitPower('lock-screen');
  await locked(app.page);

  // At start; and nothing on the disk names who came after encryption began.
  await app.quit();
  expect(filesWith(app.userData, later)).toEqual([]);
  expect(filesWith(app.userData, phone)).toEqual([]);
  expect(filesWith(app.documents, later)).toEqual([]);
  await app.start();
  await locked(app.page);
  await app.page.getByRole('button', { name: '忘了口令，用恢复码' }).click();
  await app.page.getByLabel('恢复码', { exact: true }).fill(code.toLowerCase());
  await app.page.getByRole('button', { name: '解锁' }).click();
  await openFromList(app.page, later);

  // Turned off, everything is as before.
  await goTo(app.page, 'settings');
  await card().getByRole('button', { name: '关闭应用锁' }).click();
  const off = app.page.getByRole('dialog', { name: '关闭应用锁' });
  await off.getByLabel('现在的口令').fill(passphrase);
  await off.getByRole('button', { name: '关闭应用锁' }).click();
  await expect(app.page.getByRole('heading', { name: '今日' })).toBeVisible({ timeout: 60_000 });
  await openFromList(app.page, later);
});
