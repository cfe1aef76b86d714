/** What a case, its shop and its clocks can say for a blank. */
export const blankFacts = [
  'buyerId',
  'orderNo',
  'product',
  'amount',
  'description',
  'shopName',
  'signature',
  'returnAddress',
  'carriers',
  'postageLink',
  'deadline',
  'today',
  'caseNo',
] as const;
export type BlankFact = (typeof blankFacts)[number];

/**
 * The fact behind a blank's name, in both languages. Names not listed here are asked for.
 */
export const factOfBlank: ReadonlyMap<string, BlankFact> = new Map([
  ['买家ID', 'buyerId'],
  ['buyer ID', 'buyerId'],
  ['订单号', 'orderNo'],
  ['order no', 'orderNo'],
  ['商品', 'product'],
  ['item', 'product'],
  ['金额', 'amount'],
  ['amount', 'amount'],
  ['实付', 'amount'],
  ['paid', 'amount'],
  ['原因', 'description'],
  ['reason', 'description'],
  ['店铺', 'shopName'],
  ['shop', 'shopName'],
  ['署名', 'signature'],
  ['signature', 'signature'],
  ['退货地址', 'returnAddress'],
  ['return address', 'returnAddress'],
  ['可用快递', 'carriers'],
  ['carriers', 'carriers'],
  ['补邮费链接', 'postageLink'],
  ['postage link', 'postageLink'],
  ['link', 'postageLink'],
  ['截止时间', 'deadline'],
  ['deadline', 'deadline'],
  ['日期', 'today'],
  ['date', 'today'],
  ['售后单号', 'caseNo'],
  ['case no', 'caseNo'],
  // The short names that texts of steps may have.
  ['buyer', 'buyerId'],
  ['order', 'orderNo'],
  ['product', 'product'],
  ['caseNo', 'caseNo'],
]);

/** Blanks worked out from two others, all in yuan: what the buyer pays the seller is what was paid less the refund (R45). */
export const differences: readonly { readonly name: string; readonly from: string; readonly less: string }[] =
  [
    { name: '付给卖家', from: '实付', less: '退款' },
    { name: 'pay seller', from: 'paid', less: 'refund' },
    { name: 'paySeller', from: 'paid', less: 'refund' },
  ];

/** Blanks whose last value is offered again, because they belong to the shop and not to a buyer. */
export const rememberedBlanks: ReadonlySet<string> = new Set([
  '补邮费链接',
  'postage link',
  '收图邮箱',
  'mailbox',
  '赠品',
  'gift',
  '优惠券',
  'coupon',
  '拦截费',
  'intercept fee',
  '上班时间',
  'opening time',
  '小时',
  'hours',
]);
