import { readFile, stat } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { goTo, showTab } from '../helpers/seller';
import { takeScreenshot, type Stage } from './stage';

/** Logs a wrong shipment from the case, sees it in the month's list and exports the list for Excel. */
export async function logWrongShipment(stage: Stage): Promise<void> {
  const { app, outPath, reporter } = stage;
  const { page } = app;
  await showTab(page, '处理');
  await page.locator('.case-header h1').click();
  await page.keyboard.press('w');
  const form = page.getByRole('dialog', { name: '登记发错货' });
  await form.getByLabel('该发', { exact: true }).fill('连衣裙 雾蓝 M');
  await form.getByLabel('实发', { exact: true }).fill('连衣裙 雾蓝 L');
  await form.getByLabel('打包人', { exact: true }).fill('阿宁');
  await form.getByLabel('损失', { exact: true }).fill('12.50');
  await takeScreenshot(stage, 'wrong-shipment-form');
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await goTo(page, 'wrongShipments');
  await expect(page.getByText('连衣裙 雾蓝 L').first()).toBeVisible();
  await takeScreenshot(stage, 'wrong-shipments');
  const csv = outPath('wrong-shipments.csv');
  app.answerDialog({ kind: 'save', filePath: csv });
  await page.getByRole('button', { name: '导出 Excel 表' }).click();
  await expect.poll(() => readFile(csv, 'utf8').catch(() => '')).toContain('12.50');
  reporter.report.csv = 'wrong-shipments.csv';
}

/** Composes the memo that was half written before the crash, copies it, and ticks it as pasted. */
export async function writeNote(stage: Stage): Promise<void> {
  const { app, reporter } = stage;
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(reporter.report.cases.at(-1)?.caseNo ?? '');
  await expect(page.locator('[cmdk-item]').first()).toContainText(
    reporter.report.cases.at(-1)?.caseNo ?? '?',
  );
  await page.keyboard.press('Enter');
  await showTab(page, '备注');
  await page.getByLabel('内容', { exact: true }).fill('仅退款 质量问题 袖口开线');
  await takeScreenshot(stage, 'note');
  await page.getByRole('button', { name: /^保存并复制/ }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('袖口开线 / 阿宁 / ');
  const pasted = page.getByLabel('已粘贴到平台').first();
  await pasted.click();
  await expect(pasted).toBeChecked();
  await expect(page.locator('.case-header')).toContainText('已粘贴到平台');
}

/** Shows the slip on its papers and saves it as PDF through the system's dialog. */
export async function makeSlip(stage: Stage): Promise<void> {
  const { app, outPath, reporter } = stage;
  const { page } = app;
  await page.locator('.case-header h1').click();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: '退货说明单' });
  await expect(dialog.getByRole('button', { name: '存为 PDF' })).toBeEnabled();
  for (const paper of ['A5', 'A6', '100×150']) {
    await dialog.getByText(paper, { exact: true }).click();
    await takeScreenshot(stage, `slip-${paper.replace('×', 'x').toLowerCase()}`);
  }
  const pdf = outPath('slip.pdf');
  app.answerDialog({ kind: 'save', filePath: pdf });
  await dialog.getByRole('button', { name: '存为 PDF' }).click();
  await expect
    .poll(async () => (await stat(pdf).catch(() => null))?.size ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(2000);
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  reporter.report.slipPdf = 'slip.pdf';
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}
