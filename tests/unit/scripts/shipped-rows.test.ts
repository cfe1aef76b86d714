import { expect, test } from 'vitest';
import { blanksIn } from '#shared/domain/script';
import { valuesFor } from '#shared/domain/script-values';
import { factOfBlank } from '#shared/knowledge/scripts/blanks';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { noReasonRules } from '#shared/knowledge/decide/no-reason';
import { memoTemplates } from '#shared/knowledge/memo-templates';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import type { Step } from '#shared/domain/playbook';

/** The Chinese text of a shipped message that names the row it answers. */
function says(id: string, row: string): string {
  const script = shippedScripts.find((one) => one.id === id);
  expect(script?.sources, id).toContain(row);
  expect(script?.text.en.length, id).toBeGreaterThan(60);
  return script?.text['zh-CN'] ?? '';
}
function step(key: string, id: string): Step {
  const found = shippedPlaybooks.find((one) => one.key === key)?.steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${key} has no step ${id}`);
  return found;
}

test('R20 how to send photos: buyer ID, order number, the fault, three views, and where to', () => {
  const text = says('M5', 'R20');
  expect(blanksIn(text)).toEqual(expect.arrayContaining(['买家ID', '订单号']));
  expect(text).toMatch(/问题/);
  expect(text).toMatch(/3|三/);
});

test('R174 a photo or a video of the fault is asked for, and the steps of wrong and damaged goods use it', () => {
  expect(says('M27', 'R174')).toMatch(/照片|拍.*视频/s);
  expect(step('wrongShipment', 'ask-photos').rows).toContain('R174');
});

test('R113 first answers lie ready: one while looking, one for when nobody is at the desk', () => {
  expect(says('M12.off', 'R113')).toMatch(/不在.*订单号.*照片/s);
  expect(says('R113.wait', 'R113').length).toBeGreaterThan(20);
  const codes = shippedScripts.map(({ code }) => code);
  expect(codes.every((code) => /^[a-z0-9]{2,}$/.test(code))).toBe(true);
});

test('R124 not signed yet: open it before the courier, refuse what is wrong, apply as not received', () => {
  expect(says('R124.check', 'R124')).toMatch(/开箱.*拒签.*未收到货、仅退款/s);
  expect(says('M25', 'R124')).toMatch(/拒收/);
  expect(step('inTransitRefund', 'please-refuse').script).toBe('M25');
  // What was refused at the door has a procedure of its own.
  expect(step('refused', 'why-refused').rows).toContain('R124');
});

test('R159 damaged on the way: keep the inner and outer packaging, tell the courier, with a step to tick', () => {
  expect(says('M21', 'R159')).toMatch(/包装.*快递/s);
  expect(step('damage', 'keep-packaging')).toMatchObject({ script: 'M21', rows: ['R88', 'R159', 'R174'] });
});

test('R170 an intercept is recorded with its time, and the buyer told of its day and hours', () => {
  expect(blanksIn(says('M24', 'R170'))).toEqual(expect.arrayContaining(['日期', '小时']));
  expect(step('inTransitRefund', 'intercept-started').event).toBe('intercept.started');
  expect(step('inTransitRefund', 'tell-intercept').script).toBe('M24');
  expect(memoTemplates.find(({ source }) => source === 'R170')?.text['zh-CN']).toContain('{运单号}');
});

test('R178 the shop’s return address fills its blank in every message that has one', () => {
  const text = says('M3', 'R178');
  expect(factOfBlank.get('退货地址')).toBe('returnAddress');
  const address = '王师傅 13800138000 浙江省杭州市西湖区1号';
  expect(valuesFor(text, new Map(), { returnAddress: address }).get('退货地址')).toBe(address);
  expect(blanksIn(text)).toContain('退货地址');
});

test('R83 the rule for large items is told in its own step, and the case goes on as a return', () => {
  const rule = step('undeliverable', 'large-rule');
  expect(rule.help?.zh).toMatch(/大件.*不影响二次销售.*运费/s);
  const ways = step('undeliverable', 'go-on').options?.map(({ set }) => set?.type);
  expect(ways).toContain('returnRefund');
  expect(noReasonRules.find(({ goods }) => goods === 'large')?.why.zh).toMatch(/没安装/);
  expect(says('M19', 'R83')).toMatch(/大件/);
});
