import { describe, expect, test } from 'vitest';
import {
  cleanCell,
  cleanHeading,
  looksLikeOrderNo,
  readCount,
  readId,
  readMoney,
  readTime,
} from '#shared/imports/clean-cell';
import { isPersonal } from '#shared/imports/order-fields';
import { flagOf, kindOf, refundStageOf, stageOf } from '#shared/imports/order-words';

test.each([
  ['="2610053318842006615"', '2610053318842006615'],
  ['2610053318842006615\t', '2610053318842006615'],
  ["'13800138000", '13800138000'],
  ['\ufeff 蓝色\u00a0大号 ', '蓝色 大号'],
  ['--', ''],
  ['无', ''],
  ['无规格', '无规格'],
  ['=""', ''],
])('a cell %s is %s', (raw, text) => {
  expect(cleanCell(raw)).toBe(text);
});

describe('order numbers', () => {
  test.each([
    ['="2610053318842006615"', '2610053318842006615'],
    ['No:260618-511920476603123', '260618-511920476603123'],
    ['２６１００５３３１８８４２００６６１５', '2610053318842006615'],
    ['301126884207.0', '301126884207'],
    [' P7026 1114 0088', 'P702611140088'],
  ])('%s is %s, every digit of it', (raw, id) => {
    expect(readId(raw)).toEqual({ kind: 'id', id, doubtful: false });
  });
  test('one a spreadsheet has spoiled is refused, one that may be is told', () => {
    expect(readId('2.61005E+18')).toEqual({ kind: 'damaged', text: '2.61005E+18' });
    expect(readId('="2.61E18"')).toMatchObject({ kind: 'damaged' });
    expect(readId('2610053318842000000')).toMatchObject({ kind: 'id', doubtful: true });
    expect(readId('-')).toEqual({ kind: 'empty' });
  });
  test('totals and remarks are none', () => {
    expect(['合计', '共3单', 'abc', '12'].filter(looksLikeOrderNo)).toEqual([]);
  });
});

test('amounts go to fen without a floating point number', () => {
  expect(['¥1,299.90', '99.00元', '0.005', '12.345', '无退款申请', '-3.5', ''].map(readMoney)).toEqual([
    129_990,
    9_900,
    1,
    1_235,
    null,
    -350,
    null,
  ]);
  expect(['2', '3.0', '1,000件', '两件', '-1'].map(readCount)).toEqual([2, 3, 1000, null, null]);
});

test('times are Shanghai’s in every form exports are seen in', () => {
  const wanted = Date.parse('2026-11-20T02:05:06Z');
  const forms = [
    '2026-11-20 10:05:06',
    '2026/11/20 10:05:06',
    '2026年11月20日 10:05:06',
    '2026.11.20 10:05:06',
  ];
  expect(forms.map(readTime)).toEqual(forms.map(() => wanted));
  expect(readTime('2026/1/2 9:05')).toBe(Date.parse('2026-01-02T01:05:00Z'));
  expect(readTime('46346.5')).toBe(Date.parse('2026-11-20T04:00:00Z'));
  expect(['2026-13-01', '昨天', '12', '2026-02-30 10:00:00'].map(readTime)).toEqual([null, null, null, null]);
});

test('headings are compared without blanks, brackets and 帐', () => {
  expect(cleanHeading(' 收货地址 ')).toBe('收货地址');
  expect(cleanHeading('商品总价（元）')).toBe('商品总价(元)');
  expect(cleanHeading('下单帐号')).toBe('下单账号');
});

test('columns about persons are known, those of ours are not taken for them', () => {
  const dropped = [
    '身份证号码',
    '收件人身份证姓名',
    '实名姓名',
    '收货人姓名',
    '收件人手机号',
    '手机',
    '省',
    '详细地址',
    '修改后的收货地址',
    '订购人身份证号/ID Number',
    '客户姓名',
    '卖家真实姓名(新)',
    '买家支付宝账号',
  ];
  const kept = [
    '买家会员名',
    '下单帐号',
    '用户编号',
    '手机订单',
    '仓库地址',
    '商品名称',
    '是否修改过地址',
    '买家留言',
  ];
  expect(dropped.filter((one) => !isPersonal(cleanHeading(one)))).toEqual([]);
  expect(kept.filter((one) => isPersonal(cleanHeading(one)))).toEqual([]);
});

test('words of every platform', () => {
  expect(
    [
      '卖家已发货，等待买家确认',
      '卖家已发货,等待买家确认',
      '已发货，退款成功',
      '(删除)等待出库',
      '(锁定)等待出库',
      '已发货，待收货',
      '随便',
    ].map(stageOf),
  ).toEqual(['shipped', 'shipped', 'refunded', 'closed', 'onHold', 'shipped', 'unknown']);
  expect(['', '无售后或售后取消', '售后处理中', '同意退款，退款成功', '售后关闭'].map(refundStageOf)).toEqual(
    ['none', 'none', 'open', 'done', 'closed'],
  );
  expect(['电子凭证订单', '本地生活', '券包', '普通订单'].map(kindOf)).toEqual([
    'eVoucher',
    'localLife',
    'voucherPack',
    null,
  ]);
  expect([flagOf('红旗'), flagOf('加急')]).toEqual(['red', null]);
});
