import { expect, type Locator, type Page } from '@playwright/test';

/** What a seller does in the window, by the words on the screen. Used by the specs and by the tour. */

export type NewCase = {
  readonly buyerId: string;
  readonly orderNo?: string;
  /** Name of the shop or platform as the form offers it, e.g. `拼多多`. */
  readonly place?: string;
  readonly type?: string;
  readonly product?: string;
  readonly amount?: string;
  readonly description?: string;
  readonly appliedAt?: string;
  readonly nextAction?: string;
  readonly nextAt?: string;
};

/** Skips the first run: an empty shop in Chinese. */
export async function skipSetup(page: Page): Promise<void> {
  await page.getByRole('button', { name: '跳过' }).click();
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();
}

/**
 * Switches the patrol off, for specs about other alarms: its rounds ring every hour. Straight into the database,
 * which takes it up with the next change.
 */
export async function stopPatrol(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('liudi');
        opening.addEventListener('error', () => reject(new Error('no database')));
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('settings', 'readwrite');
          change.objectStore('settings').put({ key: 'patrol', value: { pending: false, reviews: false } });
          change.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
          change.addEventListener('abort', () => reject(new Error('not switched off')));
        });
      }),
  );
}

/** Picks an entry of an antd select with the keyboard, and sees that the field took it. */
export async function choose(page: Page, field: Locator, text: string): Promise<void> {
  const id = await field.getAttribute('id');
  const list = page.locator('.ant-select-dropdown', { has: page.locator(`[id="${id}_list"]`) });
  const active = list.locator('.ant-select-item-option-active');
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(active).toBeVisible();
  const longest = 60;
  for (let step = 0; step < longest; step += 1) {
    const words = await active.textContent();
    if (words?.includes(text) === true) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('.ant-select', { has: page.locator(`[id="${id}"]`) })).toContainText(text);
}

/** Opens the form with N and fills what is given; does not save. */
export async function fillNewCase(page: Page, input: NewCase): Promise<Locator> {
  const form = page.getByRole('dialog', { name: '新建售后单' });
  if (!(await form.isVisible())) await page.keyboard.press('n');
  await expect(form.getByLabel('买家ID')).toBeVisible();
  await form.getByLabel('买家ID').fill(input.buyerId);
  if (input.place !== undefined) await choose(page, form.getByLabel(/^(平台|店铺)$/), input.place);
  if (input.type !== undefined) await choose(page, form.getByLabel('类型'), input.type);
  const texts = [
    ['订单号', input.orderNo],
    ['货品', input.product],
    ['金额（元）', input.amount],
    ['发生了什么', input.description],
    ['买家申请时间', input.appliedAt],
    ['下一步做什么', input.nextAction],
    ['什么时候做', input.nextAt],
  ] as const;
  for (const [label, text] of texts) {
    if (text !== undefined) await form.getByLabel(label, { exact: true }).fill(text);
  }
  return form;
}

/** Opens a case and returns its number once it is on the screen. */
export async function openNewCase(page: Page, input: NewCase): Promise<string> {
  await fillNewCase(page, input);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: '新建售后单' })).toBeHidden();
  const header = page.locator('.case-header');
  await expect(header.locator('h1')).toContainText(input.buyerId.trim().slice(0, 8));
  return (await header.locator('.mono').first().textContent()) ?? '';
}

/** Goes to a screen of the left bar by its key. */
export async function goTo(
  page: Page,
  screen:
    | 'today'
    | 'cases'
    | 'evidence'
    | 'wrongShipments'
    | 'notes'
    | 'calendar'
    | 'scripts'
    | 'invoices'
    | 'reports'
    | 'settings',
): Promise<void> {
  await page.locator(`.rail-item[data-screen="${screen}"]`).click();
}

/** Opens a case from the list by its buyer. */
export async function openFromList(page: Page, buyerId: string): Promise<void> {
  await goTo(page, 'cases');
  await page.getByRole('option').filter({ hasText: buyerId }).first().click();
  await expect(page.locator('.case-header h1')).toContainText(buyerId);
}

/** Shows a tab of the open case. */
export async function showTab(page: Page, name: '处理' | '凭证' | '备注' | '记录'): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
}
