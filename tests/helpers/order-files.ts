/** A CSV as a platform writes it, its lines joined. */
export function csvFile(lines: readonly string[], name = 'orders.csv'): File {
  return new File([`\ufeff${lines.join('\r\n')}\r\n`], name, { type: 'text/csv' });
}

/** Headings of Pinduoduo's order export of 2026. */
export const pddHead =
  '订单成交时间,商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),用户实付金额(元),商家实收金额(元),商品数量(件),身份证姓名,身份证号码,收货人,手机,发货时间,确认收货时间,商品id,商品规格,商家备注,售后状态,快递单号,快递公司';

/** One line of it. */
export function pddLine(
  orderNo: string,
  {
    title = '针织开衫',
    status = '待发货',
    paid = '99.00',
    waybill = '',
    refund = '无售后或售后取消',
    memo = '',
  } = {},
): string {
  return [
    '2026-11-20 10:05:06',
    title,
    `${orderNo}\t`,
    status,
    paid,
    '6.00',
    '0',
    '0',
    paid,
    paid,
    '2',
    '王小明',
    '330106199001011237',
    '王小明',
    '13800138000',
    '',
    '',
    '778899',
    '杏色 S',
    memo,
    refund,
    waybill === '' ? '' : `${waybill}\t`,
    waybill === '' ? '' : '中通快递',
  ].join(',');
}
