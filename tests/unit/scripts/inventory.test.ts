import { expect, test } from 'vitest';
import { blanksIn } from '#shared/domain/script';
import { shippedScripts } from '#shared/knowledge/scripts/library';

/** REQUIREMENTS 1O: the message of each row and the variables it must carry, by their Chinese names. */
const inventory: Readonly<Record<string, readonly string[]>> = {
  M1: ['金额', '收款账号'],
  M2: ['补邮费链接', '金额'],
  M3: ['退货地址', '可用快递'],
  M4: [],
  M5: ['买家ID', '订单号'],
  M6: ['新单号', '退回原因'],
  M7: [],
  M8: ['退货截止'],
  M9: ['退货截止'],
  M10: ['实付', '退款', '付给卖家'],
  M11: [],
  M12: ['推荐链接'],
  M13: ['赠品'],
  M14: [],
  M15: ['规则原文'],
  M16: ['发票类型'],
  M17: ['发出运费', '拦截费'],
  M18: ['附加费', '退回原因'],
  M19: [],
  M20: ['优惠券'],
  M21: [],
  M22: ['金额'],
  M23: ['维修费'],
  M24: ['日期', '小时'],
  M25: ['地点'],
  M26: [],
  M27: [],
  M28: ['退货地址', '订单号'],
  M29: ['退货地址'],
  M30: [],
  M31: [],
  M32: ['商品'],
  M33: ['订单号'],
};

test('M1–M33 every message of the inventory ships in both languages with the blanks its row asks for', () => {
  expect(Object.keys(inventory)).toHaveLength(33);
  for (const [row, blanks] of Object.entries(inventory)) {
    const script = shippedScripts.find(({ id }) => id === row);
    if (script === undefined) throw new Error(`${row} is missing`);
    const [chinese, english] = [script.text['zh-CN'], script.text.en];
    expect(blanksIn(chinese), row).toEqual(expect.arrayContaining([...blanks]));
    // The English wording asks for as much as the Chinese one.
    expect(new Set(blanksIn(english)).size, row).toBe(new Set(blanksIn(chinese)).size);
    expect(Math.min(chinese.length, english.length), row).toBeGreaterThan(20);
    expect(script.sources, row).toContain(row);
  }
});
