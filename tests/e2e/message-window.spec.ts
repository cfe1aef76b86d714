import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openNewCase, showTab, skipSetup } from '../helpers/seller';

const keys = 'Ctrl+Shift+Space';

let app: LiudiApp;
test.afterEach(() => app.close());

const small = async () => (await app.windows()).find(({ url }) => url.endsWith('/message.html'));
const isShown = async () => (await small())?.isVisible ?? false;

/** The message is filled by live reading; Enter on a half-read one would only go to its blank. */
async function copyFirst(page: Page, filled: RegExp): Promise<void> {
  await expect(page.getByLabel('要发的话')).toHaveText(filled);
  await page.keyboard.press('Enter');
}

test('R123 messages over any program: keys with the main window hidden, pinyin initials, Enter, filled text on the clipboard', async () => {
  app = await launchApp();
  await skipSetup(app.page);
  await openNewCase(app.page, {
    buyerId: '小鱼干$&',
    orderNo: '4100000000000000021',
    description: '勺子断了',
  });
  app.answerDialog({ kind: 'message', response: 0 });
  await app.closeWindow();
  await expect.poll(async () => (await app.windows())[0]?.isVisible).toBe(false);

  await app.pressShortcut(keys);
  const page = await app.pageAt('/message.html');
  await expect.poll(isShown).toBe(true);
  expect((await small())?.isAlwaysOnTop).toBe(true);
  await expect(page.getByText('填自')).toBeVisible();
  await expect(page.getByRole('button', { name: /小鱼干\$&/ })).toBeVisible();

  // As locked up as the main window.
  const rights = await page.evaluate(() => [
    'require' in globalThis || 'process' in globalThis,
    window.open('https://example.invalid/') === null,
    Object.keys(globalThis).includes('desktop'),
  ]);
  expect(rights).toEqual([false, true, true]);

  // 先道歉，再解决: its first letters; the reason comes from the case, the answer's time is asked for.
  await page.keyboard.type('xdq');
  await expect(page.getByRole('option', { selected: true })).toContainText('先道歉，再解决');
  await copyFirst(page, /“勺子断了”/);
  await expect(page.getByLabel('答复时间')).toBeFocused();
  expect(await app.clipboardText()).toBe('');
  expect(await isShown()).toBe(true);
  await page.keyboard.type('今晚{8}点$&');
  await page.keyboard.press('Enter');
  await expect.poll(isShown).toBe(false);
  expect(await app.clipboardText()).toContain('核实“勺子断了”，今晚{8}点$&前给您');

  // Called again it is the same page; Esc puts it away; the use is in the case's history.
  await app.pressShortcut(keys);
  await expect.poll(isShown).toBe(true);
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(isShown).toBe(false);
  await app.showWindow();
  await showTab(app.page, '记录');
  await expect(app.page.getByText('先道歉，再解决')).toBeVisible();
});

test('keys that another program has are said, and others can be taken', async () => {
  app = await launchApp({ takenShortcuts: [keys] });
  await skipSetup(app.page);
  await expect(app.pressShortcut(keys)).rejects.toThrow('does not have the keys');
  await goTo(app.page, 'settings');
  const card = app.page.getByRole('region', { name: '话术小窗' });
  await expect(card.getByRole('alert')).toContainText('别的软件占用了这组键');
  await card.getByRole('button', { name: '换一组键' }).click();
  await app.page.keyboard.press('Control+c');
  await expect(card.getByText(/每个软件都在用/)).toBeVisible();
  await app.page.keyboard.press('Control+Alt+m');
  await expect(card.getByText('可以用')).toBeVisible();
  await expect(card.getByRole('alert')).toHaveCount(0);
  await app.pressShortcut('Ctrl+Alt+M');
  await expect.poll(isShown).toBe(true);
});
