import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { goTo, openNewCase, showTab } from '../helpers/seller';
import { makeFolder } from './evidence-photos';

let app: LiudiApp;

// One shop for all: each spec opens a case of its own.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  app = await launchApp();
  await setUpWithAddress(app.page);
});
test.afterAll(async () => {
  await app.close();
});

async function setUpWithAddress(page: Page): Promise<void> {
  await page.getByRole('button', { name: '拼多多', exact: true }).click();
  await page.getByLabel('备注署名').fill('阿宁');
  await page.getByLabel('收件人').fill('某某服饰 售后');
  await page.getByLabel('电话').fill('13800000000');
  await page.getByLabel('地址', { exact: true }).fill('浙江省杭州市某区某路 100 号');
  await page.getByRole('button', { name: /^开始使用/ }).click();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
}

async function readPdf(path: string): Promise<{ pages: number; size: readonly number[]; text: string }> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  const first = await pdf.getPage(1);
  const { items } = await first.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  const { width, height } = first.getViewport({ scale: 25.4 / 72 });
  return { pages: pdf.numPages, size: [Math.round(width), Math.round(height)], text };
}

const evil = '<img src=x onerror=alert(1)>';

test('R25 R26 R27 R175 R177 the slip as PDF: one page of the right size, every part, real Chinese text', async () => {
  const { page } = app;
  const caseNo = await openNewCase(page, {
    buyerId: `小鱼${evil}`,
    orderNo: '1234567890123456789',
    product: evil,
  });
  await page.getByRole('button', { name: /^退货说明单/ }).click();
  const dialog = page.getByRole('dialog', { name: '退货说明单' });
  const folder = await makeFolder();
  for (const [paper, width, height] of [
    ['100×150', 100, 150],
    ['A6', 105, 148],
    ['A5', 148, 210],
  ] as const) {
    await dialog.getByText(paper, { exact: true }).click();
    const file = join(folder, `${width}.pdf`);
    app.answerDialog({ kind: 'save', filePath: file });
    await dialog.getByRole('button', { name: '存为 PDF' }).click();
    await expect
      .poll(() => readPdf(file).catch(() => null), { timeout: 40_000 })
      .toMatchObject({
        pages: 1,
        size: [width, height],
      });
    const text = (await readPdf(file)).text.replaceAll(/\s/g, '');
    const wanted = [
      '退货说明单',
      '请把这张单放进包裹',
      '小鱼',
      evil,
      '1234567890123456789',
      caseNo,
      '某某服饰售后',
      '13800000000',
      '浙江省杭州市某区某路100号',
      '顺丰、中通',
      '不收平邮',
      '到付',
      '现金',
      '运单号',
    ];
    expect(wanted.filter((part) => !text.includes(part.replaceAll(/\s/g, '')))).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('R177 the slip copied as a picture carries a QR code that reads as the case number', async () => {
  const { page } = app;
  const caseNo = await openNewCase(page, { buyerId: '小鱼爱吃猫', orderNo: '1' });
  await page.getByRole('button', { name: /^退货说明单/ }).click();
  await page.getByRole('button', { name: '复制图片' }).click();
  await expect(page.getByText('说明单图片已复制')).toBeVisible();
  const picture = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
    // The code stands in the upper right; fewer pixels are quicker to hand over and just as readable.
    const [width, height] = [400, 300];
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.drawImage(
      bitmap,
      bitmap.width / 2,
      0,
      bitmap.width / 2,
      (bitmap.width / 2) * (height / width),
      0,
      0,
      width,
      height,
    );
    const { data } = pen.getImageData(0, 0, width, height);
    return { width, height, bytes: btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')) };
  });
  const pixels = Uint8ClampedArray.from(Buffer.from(picture.bytes, 'base64'));
  expect(jsQR(pixels, picture.width, picture.height)?.data).toBe(caseNo);
  await page.getByRole('button', { name: '复制文字' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(caseNo);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('R30 a wrong shipment is logged from the case and exported so that Excel keeps every digit', async () => {
  const { page } = app;
  const caseNo = await openNewCase(page, { buyerId: '=cmd|calc', orderNo: '1234567890123456789' });
  await page.keyboard.press('w');
  const form = page.getByRole('dialog', { name: '登记发错货' });
  await form.getByLabel('该发', { exact: true }).fill('雾蓝 M');
  await form.getByLabel('实发', { exact: true }).fill('雾蓝 L');
  await form.getByLabel('损失', { exact: true }).fill('12.345');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText(/看不懂这个金额/)).toBeVisible();
  await form.getByLabel('损失', { exact: true }).fill('12.30');
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await goTo(page, 'wrongShipments');
  await expect(page.getByText('¥12.30').first()).toBeVisible();
  const file = join(await makeFolder(), 'wrong.csv');
  app.answerDialog({ kind: 'save', filePath: file });
  await page.getByRole('button', { name: '导出 Excel 表' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain(caseNo);
  const csv = await readFile(file, 'utf8');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv).toContain('1234567890123456789');
  // A cell that begins with an equals sign would be a formula.
  expect(csv).not.toMatch(/(^|,)"?=/m);
});

test('R28 R29 a memo is composed, copied in one go and ticked once it is on the platform', async () => {
  const { page } = app;
  await openNewCase(page, { buyerId: '小鱼爱吃猫', orderNo: '1' });
  await showTab(page, '备注');
  await page.getByLabel('内容', { exact: true }).fill('退货退款 袖口开线');
  const preview = page.locator('.notes-preview');
  await expect(preview).toContainText(/退货退款 袖口开线 \/ 阿宁 \/ \d{4}-\d{2}-\d{2}/);
  await expect(preview).toContainText('/ 1000 字节');
  await page.keyboard.press('Control+Shift+C');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^退货退款 袖口开线 \/ 阿宁/);
  await page.getByLabel('已粘贴到平台').click();
  await expect(page.locator('.case-header')).toContainText('蓝旗 · 已粘贴到平台');
});
