import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { launchApp } from '../helpers/launch-app';
import { makeFolder } from './evidence-photos';

/** Place of the weekly page among the tabs. */
const week = 3;

/** In the first hours of a Monday all cases of the sample shop belong to the week before. */
async function showFilledWeek(page: Page): Promise<void> {
  const filled = page.getByRole('region', { name: '买家怎么说' });
  const empty = page.getByRole('heading', { name: '这一周没有登记售后单' });
  await expect(filled.or(empty).first()).toBeVisible();
  if (await empty.isVisible()) await page.getByRole('button', { name: '上一周' }).click();
}

test('R1 R4 R16 R31 R118 R157 R183 R184 the reports by keyboard: every page, a sheet of one page, no fault axe can find', async () => {
  const app = await launchApp();
  try {
    const { page } = app;
    await page.getByRole('button', { name: '先看看示例店铺' }).click();
    // Today says that a dress came back for the third time, and leads to it.
    await page.getByRole('region', { name: '同样的问题反复出现' }).getByRole('button').first().click();
    await expect(page.getByRole('button', { name: '给供应商的反馈单' })).toBeVisible();
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+r');
    await expect(page.getByRole('heading', { name: '统计', exact: true })).toBeVisible();
    await page.evaluate(axe.source);
    const tabs = page.getByRole('radiogroup', { name: '看哪一份' }).locator('label');
    for (const [index, words] of [
      '退款率与退货率',
      '真实原因',
      '改进事项',
      '买家怎么说',
      '做了什么，有没有用',
      '示例小铺 · 淘宝 · 好评率 %',
    ].entries()) {
      await tabs.nth(index).click();
      if (index === week) await showFilledWeek(page);
      await expect(page.getByRole('region', { name: words }).first()).toBeVisible();
      await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
      const faults = await page.evaluate(async () => {
        type Found = { violations: { id: string; nodes: { html: string }[] }[] };
        const tool = (globalThis as unknown as { axe: { run: (context: Document) => Promise<Found> } }).axe;
        const { violations } = await tool.run(document);
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join()}`,
        );
      });
      expect(faults, words).toEqual([]);
    }
    await tabs.nth(week).click();
    await showFilledWeek(page);
    const file = join(await makeFolder(), 'week.pdf');
    app.answerDialog({ kind: 'save', filePath: file });
    await page.getByRole('button', { name: '存为 PDF' }).click();
    const pages = async (): Promise<number> => {
      const data = new Uint8Array(await readFile(file));
      return (await getDocument({ data, verbosity: 0 }).promise).numPages;
    };
    await expect.poll(() => pages().catch(() => 0), { timeout: 40_000 }).toBe(1);
  } finally {
    await app.close();
  }
});
