/** What an order export can tell, in the order the mapping is shown. Only the order number has to be there. */
export const orderFields = [
  'orderNo',
  'title',
  'quantity',
  'paid',
  'freight',
  'sku',
  'buyerId',
  'status',
  'refund',
  'createdAt',
  'paidAt',
  'shippedAt',
  'doneAt',
  'courier',
  'waybill',
  'shop',
  'orderType',
  'subOrderNo',
  'itemId',
  'buyerMessage',
  'memo',
  'flag',
] as const;
export type OrderField = (typeof orderFields)[number];

/** Headings per field, best first: the first that is there and not empty counts, row by row. */
export type ColumnNames = Readonly<Partial<Record<OrderField, readonly string[]>>>;

/** Columns of a file per field, by their place (from 0), best first. */
export type Mapping = Readonly<Partial<Record<OrderField, readonly number[]>>>;

/**
 * Headings of columns that tell who somebody is. They are dropped before anything reads them: an after-sales desk
 * finds an order by its number, never by name, phone or address.
 */
const personal =
  /身份证|实名|真实姓名|(?:收件人|收货人|客户|订购人|联系人)(?:姓名)?$|(?:收件人|收货人|客户|订购人|联系人)(?:手机|电话|地址)|姓名|手机|联系电话|收货人?电话|购买手机号|地址|街道|^(?:省|市|区)$|省份|邮编|支付宝账号|纳税人|开户银行|银行账号|单位电话|发票抬头|发票\/|idname|idnumber|大头笔|联系方式/;
/** Fields of ours that sound like one of them. */
const harmless = /^(?:仓库|服务门店|是否修改过地址|地址修改时段|手机订单|是否手机订单)/;

/** Whether a heading (as `cleanHeading` leaves it) names a column that is never read. */
export function isPersonal(heading: string): boolean {
  return personal.test(heading) && !harmless.test(heading);
}
