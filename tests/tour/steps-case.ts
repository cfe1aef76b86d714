import { expect } from '@playwright/test';
import { normalizeBuyerId } from '#shared/domain/buyer-id';
import { fillNewCase, openNewCase, showTab } from '../helpers/seller';
import { waitForDraft } from '../helpers/wait-for-draft';
import { readTiles } from './steps-evidence';
import { takeScreenshot, type Stage } from './stage';
import type { Platform } from '#shared/domain/platform';

const platformNames: Readonly<Record<Platform, string>> = {
  taobao: '淘宝',
  tmall: '天猫',
  jd: '京东',
  pdd: '拼多多',
  douyin: '抖店',
  kuaishou: '快手小店',
  xhs: '小红书',
  '1688': '1688',
  wechat: '微信小店',
  xianyu: '闲鱼',
  other: '其他平台',
};

/** First run: one shop on the platform asked for, a signature and a return address. */
export async function setUp(stage: Stage): Promise<void> {
  const { page } = stage.app;
  await expect(page.getByRole('heading', { name: '先认识一下你的店铺' })).toBeVisible();
  await page.getByRole('button', { name: platformNames[stage.args.platform], exact: true }).click();
  await page.getByLabel('备注署名').fill('阿宁');
  await page.getByLabel('收件人').fill('某某服饰 售后');
  await page.getByLabel('电话').fill('13800000000');
  await page.getByLabel('地址', { exact: true }).fill('浙江省杭州市某区某路 100 号 2 幢 301');
  await takeScreenshot(stage, 'setup');
  await page.getByRole('button', { name: /^开始使用/ }).click();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  await takeScreenshot(stage, 'today-empty');
}

/** An earlier case of the buyer, then the one the tour is about: they have to find each other. */
export async function openCase(stage: Stage): Promise<void> {
  const { app, args, reporter } = stage;
  const { page } = app;
  const buyerId = normalizeBuyerId(args.buyerId);
  const note = (caseNo: string, orderNo: string): void => {
    reporter.report.cases.push({ caseNo, buyerId, platform: args.platform, orderNo });
  };
  note(
    await openNewCase(page, {
      buyerId: args.buyerId,
      type: '换货',
      description: '尺码不合，换大一号',
      nextAction: '等买家寄回',
      nextAt: '+3d',
    }),
    '',
  );
  await fillNewCase(page, {
    buyerId: args.buyerId,
    orderNo: args.orderNo,
    type: '仅退款',
    product: '连衣裙 雾蓝 M × 1',
    amount: '128.00',
    description: '收到两天后袖口开线，买家发来照片，要求退款。',
    appliedAt: '20小时前',
    nextAction: '回复买家',
    nextAt: '+1h',
  });
  await expect(page.getByText(/这位买家已有 1 个售后单/)).toBeVisible();
  await takeScreenshot(stage, 'new-case');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: '新建售后单' })).toBeHidden();
  await expect(page.locator('.case-header h1')).toHaveAttribute('title', buyerId);
  const orderNo = (await page.locator('.context .key-values .mono').first().textContent()) ?? '';
  note((await page.locator('.case-header .mono').first().textContent()) ?? '', orderNo);
  await expect(page.locator('.context-history')).toContainText(reporter.report.cases[0]?.caseNo ?? '?');
  await takeScreenshot(stage, 'case');
}

/** Half a memo on the screen, then SIGKILL of everything at once: case, photos and the half memo have to be back. */
export async function killAndRestart(stage: Stage): Promise<void> {
  const { app, reporter } = stage;
  const before = await readTiles(app.page);
  const mine = reporter.report.cases.at(-1)?.caseNo ?? '';
  const halfWritten = '写到一半的备注';
  await showTab(app.page, '备注');
  await app.page.getByLabel('内容', { exact: true }).fill(halfWritten);
  await waitForDraft(app.page, halfWritten);
  await app.kill('both');
  const page = await app.start();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(mine);
  await expect(page.locator('[cmdk-item]').first()).toContainText(mine);
  await page.keyboard.press('Enter');
  await showTab(page, '备注');
  await expect(page.getByLabel('内容', { exact: true })).toHaveValue(halfWritten);
  await takeScreenshot(stage, 'after-kill');
  await showTab(page, '凭证');
  await expect.poll(async () => (await readTiles(page)).join()).toBe(before.join());
  reporter.report.survivedKill = true;
}
