import type { Words } from '../../domain/playbook';

const named = (zh: string, en: string): Words => ({ zh, en });

/** What the seller reads beside the short names that a step's text may have in braces; other names stand for themselves. */
export const scriptVariables: Readonly<Record<string, Words>> = {
  buyer: named('买家ID', 'Buyer ID'),
  order: named('订单号', 'Order no.'),
  product: named('货品', 'Item'),
  paid: named('实付', 'Paid'),
  caseNo: named('售后单号', 'Case no.'),
  refund: named('退多少', 'Refund'),
  paySeller: named('支付给卖家', 'Pay to seller'),
  amount: named('金额', 'Amount'),
  link: named('补邮费链接', 'Postage link'),
  fees: named('费用', 'Fees'),
  fee: named('费用', 'Fee'),
  surcharge: named('加多少', 'Surcharge'),
  date: named('日期', 'Date'),
  time: named('时间', 'Time'),
  hours: named('几小时', 'Hours'),
  deadline: named('最晚', 'At the latest'),
  place: named('到了哪里', 'Place'),
  waybill: named('运单号', 'Waybill'),
  reason: named('原因', 'Reason'),
  result: named('结果', 'Result'),
  fault: named('不当之处', 'What went wrong'),
  plan: named('安排', 'Plan'),
  issue: named('提到的问题', 'The issue'),
  fix: named('做了什么', 'What was done'),
  title: named('抬头', 'Title'),
  way: named('送达方式', 'Delivery'),
};
