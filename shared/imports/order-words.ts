import type { OrderKind, OrderStage, RefundStage } from '../domain/order';
import type { FlagColor } from '../domain/order-note';

/* The words platforms use in their exports. All as `plainWord` leaves them. */

const stageWords: Readonly<Record<Exclude<OrderStage, 'unknown'>, readonly string[]>> = {
  // Before `shipped`: 已发货,退款成功 begins like 已发货.
  refunded: ['未发货,退款成功', '未发货退款成功', '已发货,退款成功', '已发货退款成功', '已取消,退款成功'],
  pendingPay: ['等待买家付款', '待支付', '待付款', '等待付款', '已下单待付款'],
  toShip: [
    '买家已付款,等待卖家发货',
    '待发货',
    '备货中',
    '等待出库',
    '待配货',
    '配货中',
    '已支付处理中',
    '清关中',
  ],
  onHold: ['锁定', '(锁定)', '调度中', '延迟付款确认', '等待付款确认'],
  partShipped: ['部分发货', '卖家部分发货'],
  shipped: ['卖家已发货,等待买家确认', '已发货', '等待确认收货', '待收货', '待签收'],
  received: ['已签收', '已收货'],
  success: ['交易成功', '已完成', '完成'],
  closed: ['交易关闭', '已关闭', '已取消', '(删除)'],
};

const refundWords: Readonly<Record<Exclude<RefundStage, 'unknown'>, readonly string[]>> = {
  none: ['无售后', '无售后或售后取消', '无退款申请', '没有申请退款'],
  done: ['退款成功', '同意退款,退款成功', '已全额退款', '换货成功', '售后完成', '完成'],
  closed: ['退款关闭', '售后关闭', '售后失败', '售后取消', '售后拒绝', '取消', '关闭', '拒绝', '买家撤销'],
  open: [
    '售后处理中',
    '售后待处理',
    '待商家处理',
    '待退货',
    '待买家退货',
    '待收退货',
    '待商家收货',
    '退款中',
    '待审核',
    '待用户寄回',
    '待收货',
    '平台介入中',
    '买家已经申请退款',
    '卖家已经同意退款',
    '买家已经退货',
    '卖家拒绝退款',
  ],
};

const kindWords: Readonly<Record<Exclude<OrderKind, 'normal'>, readonly string[]>> = {
  voucherPack: ['券包', '卡券', '优惠券包'],
  localLife: ['本地生活', '到店', '团购券', '同城'],
  eVoucher: ['电子凭证', '电子券', '虚拟商品', '码商'],
  auction: ['拍卖'],
  crossBorder: ['跨境', '保税', '直邮', '海淘'],
};

const colourWords: readonly (readonly [string, FlagColor])[] = [
  ['红', 'red'],
  ['橙', 'orange'],
  ['黄', 'yellow'],
  ['绿', 'green'],
  ['青', 'cyan'],
  ['蓝', 'blue'],
  ['紫', 'purple'],
  ['灰', 'none'],
];

/** A platform's word without blanks and with plain commas and brackets: they differ from year to year. */
function plainWord(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[，、]/g, ',');
}

function find<Name extends string>(
  words: Readonly<Partial<Record<Name, readonly string[]>>>,
  raw: string,
): Name | null {
  const word = plainWord(raw);
  const groups = Object.entries(words) as [Name, readonly string[]][];
  const exact = groups.find(([, known]) => known.includes(word));
  const begins = exact ?? groups.find(([, known]) => known.some((one) => word.startsWith(one)));
  return begins?.[0] ?? null;
}

/** How far an order has come by its platform's word. */
export function stageOf(status: string): OrderStage {
  return find(stageWords, status) ?? 'unknown';
}

/** What a platform's word says of after-sales; `none` for an empty one. */
export function refundStageOf(refund: string): RefundStage {
  return refund === '' ? 'none' : (find(refundWords, refund) ?? 'unknown');
}

/** The kind of an order by the words of its type; null when they say nothing special. */
export function kindOf(words: string): OrderKind | null {
  const text = plainWord(words);
  const found = Object.entries(kindWords).find(([, known]) => known.some((one) => text.includes(one)));
  return (found?.[0] as OrderKind | undefined) ?? null;
}

/** The colour a flag's label names; null when it names none. Numbers are not read: they differ between platforms. */
export function flagOf(label: string): FlagColor | null {
  return colourWords.find(([word]) => label.includes(word))?.[1] ?? null;
}
