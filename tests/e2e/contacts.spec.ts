import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { launchApp } from '../helpers/launch-app';
import { openNewCase, skipSetup } from '../helpers/seller';
import { makeFolder } from './evidence-photos';

async function readText(path: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

test('R86 a buyer who cannot be reached: the ladder by keyboard, then the record as a PDF with every attempt', async () => {
  const app = await launchApp();
  try {
    const { page } = app;
    await skipSetup(page);
    const caseNo = await openNewCase(page, {
      buyerId: '小鱼爱吃猫',
      orderNo: '123456789',
      product: '连衣裙',
    });
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog', { name: '联系 小鱼爱吃猫' });
    const tries = dialog.getByRole('list', { name: '联系记录' }).getByRole('listitem');
    await expect(dialog.getByRole('status').first()).toContainText('现在试：旺旺/在线');
    await dialog.getByPlaceholder('说了什么').fill('问退货地址');
    await page.keyboard.press('Control+Enter');
    await expect(tries).toHaveCount(1);
    await dialog.getByRole('button', { name: /^电话/ }).click();
    await dialog.getByRole('radio', { name: '号码不对' }).click();
    await dialog.getByPlaceholder('号码或账号（选填）').fill('13800138000');
    await page.keyboard.press('Control+Enter');
    await expect(tries).toHaveCount(2);
    await dialog.getByRole('button', { name: '记为无法联系' }).click();
    await dialog.getByLabel('没试完就记为无法联系的原因').fill('平台只剩一小时');
    await dialog.getByRole('button', { name: '记为无法联系' }).click();
    await expect(dialog.getByText(/记为无法联系$/)).toBeVisible();

    const file = join(await makeFolder(), 'record.pdf');
    app.answerDialog({ kind: 'save', filePath: file });
    await dialog.getByRole('button', { name: '存为 PDF' }).click();
    await expect
      .poll(() => readText(file).catch(() => ''), { timeout: 20_000 })
      .toContain('无法联系买家记录');
    const text = (await readText(file)).replaceAll(/\s/g, '');
    const wanted = [
      '小鱼爱吃猫',
      caseNo,
      '123456789',
      '旺旺/在线',
      '问退货地址',
      '电话',
      '号码不对',
      '138****8000',
    ];
    expect(wanted.filter((part) => !text.includes(part.replaceAll(/\s/g, '')))).toEqual([]);
    expect(text).not.toContain('13800138000');
  } finally {
    await app.close();
  }
});
