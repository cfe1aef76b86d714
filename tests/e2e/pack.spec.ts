import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp } from '../helpers/launch-app';
import { openFromList, openNewCase, showTab, skipSetup } from '../helpers/seller';
import { isRoot } from '../host/browser-flags';
import { findHeadlessBrowser } from '../host/find-browser';
import { utf8Names } from '../host/utf8-names';
import { drawPhoto, hashOf, makeFolder, put } from './evidence-photos';

const evil = '<img src=x onerror=alert(1)>';

/** A picture that no packing makes small: more than the 2 MB a form takes. */
async function drawNoise(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1100, 900);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    const picture = pen.createImageData(1100, 900);
    for (let at = 0; at < picture.data.length; at += 4) {
      for (let color = 0; color < 3; color += 1) picture.data[at + color] = Math.random() * 256;
      picture.data[at + 3] = 255;
    }
    pen.putImageData(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}

async function pdfText(path: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  return text.replaceAll(/\s/g, '');
}

/** Opens the pack's own reader from the disk, in a browser that knows nothing of the app, and picks the folder. */
async function readerOf(browser: Browser, pack: string, withoutSubtle: boolean): Promise<Page> {
  const page = await browser.newPage();
  if (withoutSubtle)
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'crypto', { value: {} });
    });
  page.on('dialog', () => {
    throw new Error('a text ran as a script');
  });
  await page.goto(pathToFileURL(join(pack, '验证.html')).href);
  await page.locator('#folder').setInputFiles(pack);
  return page;
}

/** A browser that has nothing to do with the app. */
async function plainBrowser(): Promise<Browser> {
  const found = await findHeadlessBrowser();
  if (found === null) throw new Error('no browser');
  return chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...utf8Names(process.env), ...found.env } as Record<string, string>,
    chromiumSandbox: !isRoot(),
    args: ['--disable-gpu'],
  });
}

async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

test('R66 R131 a pack in three clicks, kept over SIGKILL, the same again; its reader names a changed byte', async () => {
  test.setTimeout(300_000);
  const folder = await makeFolder();
  const app = await launchApp();
  const browser = await plainBrowser();
  try {
    await skipSetup(app.page);
    await openNewCase(app.page, {
      buyerId: '小鱼爱吃猫',
      place: '拼多多',
      orderNo: '1234567890123456789',
      description: `买家说少发一件，电话 13800138000 ${evil}`,
      amount: '59.90',
    });
    await showTab(app.page, '凭证');
    const large = await put(folder, '大图.png', await drawNoise(app.page));
    const small = await put(folder, '小图.jpg', await drawPhoto(app.page));
    await dropPaths(app.page, [large, small]);
    await expect(app.page.locator('.evidence-tile')).toHaveCount(2);

    await app.page.getByRole('button', { name: /^举证包/ }).click();
    let dialog = app.page.getByRole('dialog', { name: '举证包' });
    await expect(dialog.getByText('图片 3 张、每张 2 MB 以内')).toBeVisible();
    const captions = dialog.getByRole('textbox', { name: /^说明：/ });
    await captions.first().fill(`外包装 ${evil}`);
    await captions.first().press('Alt+ArrowDown');
    await expect(captions.nth(1)).toHaveValue(`外包装 ${evil}`);
    // Kept with the last keystroke, durably: a new start finds it.
    await expect(dialog.getByLabel('提交的文字')).toHaveValue(/138\*\*\*\*8000/);
    await expect(dialog.getByLabel('提交的文字')).not.toHaveValue(/13800138000/);
    await app.page.waitForFunction(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('liudi');
          opening.addEventListener('success', () => {
            const rows = opening.result.transaction('drafts').objectStore('drafts').getAll();
            rows.addEventListener('success', () => {
              opening.result.close();
              resolve(
                rows.result.some(
                  ({ key, value }) => String(key).startsWith('pack:') && value.order.length === 2,
                ),
              );
            });
          });
        }),
    );
    await app.kill('both');
    await app.start();
    await openFromList(app.page, '小鱼爱吃猫');
    await app.page.keyboard.press('e');
    dialog = app.page.getByRole('dialog', { name: '举证包' });
    await expect(dialog.getByRole('textbox', { name: /^说明：/ }).nth(1)).toHaveValue(`外包装 ${evil}`);

    const text = dialog.getByLabel('提交的文字');
    await text.fill(`${await text.inputValue()}\n联系 13900139000`);
    app.answerDialog({ kind: 'open', filePaths: [folder] });
    await dialog.getByRole('button', { name: '存为文件夹' }).click();
    await expect(app.page.getByText(/举证包已存到/)).toBeVisible({ timeout: 60_000 });
    const name = (await readdir(folder)).find((one) => one.startsWith('举证包_')) ?? '';
    const pack = join(folder, name);
    expect((await readdir(pack)).sort()).toEqual(
      [
        'manifest.json',
        'originals',
        'pictures',
        'sha256.txt',
        '举证文字.txt',
        '举证说明.pdf',
        '验证.html',
      ].sort(),
    );
    expect(await readdir(join(pack, 'pictures'))).toEqual(['01.jpg', '02.jpg']);
    const shrunk = await readFile(join(pack, 'pictures', '02.jpg'));
    expect(shrunk.length).toBeLessThanOrEqual(2 * 1024 * 1024);
    expect([...shrunk.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const originals = await Promise.all(
      (await readdir(join(pack, 'originals'))).map((one) => hashOf(join(pack, 'originals', one))),
    );
    expect(originals.sort()).toEqual([await hashOf(large), await hashOf(small)].sort());
    const printed = await pdfText(join(pack, '举证说明.pdf'));
    expect(printed).toContain('1234567890123456789');
    expect(printed).toContain('138****8000');
    expect(printed).toContain(`外包装${evil.replaceAll(/\s/g, '')}`);
    expect(printed).toContain(await hashOf(large));
    const handed = await readFile(join(pack, '举证文字.txt'), 'utf8');
    expect(handed).not.toContain('13800138000');
    expect(handed).toContain('联系 139****9000');

    // Once with the reader's own SHA-256, once with the browser's.
    const whole = await readerOf(browser, pack, true);
    await expect(whole.locator('#verdict')).toHaveText(/没有改动：9 个文件全部一致/);
    await expect(whole.locator('#about')).toContainText(await hashOf(join(pack, 'manifest.json')));
    await expect(whole.locator('#list')).toContainText(evil);
    await whole.close();
    await flipByte(join(pack, 'pictures', '02.jpg'));
    await rm(join(pack, 'pictures', '01.jpg'));
    await put(pack, 'pictures/03.jpg', 'added');
    const broken = await readerOf(browser, pack, false);
    await expect(broken.locator('#verdict')).toHaveText(/改动 1 个，缺少 1 个，多出 1 个，一致 7 个/);
    await expect(broken.locator('li.changed')).toContainText('pictures/02.jpg');
    await expect(broken.locator('li.missing')).toContainText('pictures/01.jpg');
    await expect(broken.locator('li.added')).toContainText('pictures/03.jpg');
    await broken.close();
    const manifest = join(pack, 'manifest.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"lines": ', '"lines": 1'));
    const reader = await readerOf(browser, pack, false);
    await expect(reader.locator('li.changed').first()).toContainText('清单本身被改动过');

    await app.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await showTab(app.page, '凭证');
    const packs = app.page.getByRole('region', { name: '做过的举证包' });
    for (const zip of ['1.zip', '2.zip']) {
      app.answerDialog({ kind: 'save', filePath: join(folder, zip) });
      await packs.getByRole('button', { name: '再存 ZIP' }).click();
      await expect(app.page.getByText(`举证包已存为 ${zip}`)).toBeVisible();
    }
    expect(await hashOf(join(folder, '1.zip'))).toBe(await hashOf(join(folder, '2.zip')));
    app.answerDialog({ kind: 'save', filePath: join(folder, 'list.txt') });
    await packs.getByRole('button', { name: '哈希清单' }).click();
    await expect(app.page.getByText('哈希清单已存为 list.txt')).toBeVisible();
    expect(await readFile(join(folder, 'list.txt'), 'utf8')).toContain(
      `${await hashOf(small)}  pictures/01.jpg\n`,
    );
    await packs
      .locator('input[type=file]')
      .setInputFiles(await put(folder, '时间戳.tsr', Buffer.from([0x30, 0x82, 1, 2, 3, 4, 5])));
    await expect(packs.getByText(/^时间戳 小鱼爱吃猫_\d{8}_文档_01\.tsr$/)).toBeVisible();
    await showTab(app.page, '记录');
    await expect(app.page.getByText(/做举证包 举证包_.*指纹 [0-9a-f]{64}/)).toBeVisible();
    await expect(app.page.getByText(/导入时间戳证明/)).toBeVisible();
  } finally {
    await browser.close();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
