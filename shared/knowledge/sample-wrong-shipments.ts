import type { WrongShipmentInput } from '../domain/wrong-shipment';

/** A line of the sample shop's wrong-shipment log. `happenedIn` is in minutes from loading, negative is the past. */
export type SampleWrongShipment = Omit<WrongShipmentInput, 'caseId' | 'shopId' | 'happenedAt'> & {
  readonly happenedIn: number;
};

const daysAgo = (n: number): number => -n * 24 * 60;

type Draft = Pick<
  SampleWrongShipment,
  'platform' | 'buyerId' | 'orderNo' | 'shouldSend' | 'sent' | 'cause' | 'remedy' | 'costFen' | 'happenedIn'
> &
  Partial<SampleWrongShipment>;

function line(draft: Draft): SampleWrongShipment {
  return { kind: 'wrongItem', quantity: 1, causeNote: '', packedBy: '阿宁', ...draft };
}

/** Two months of mix-ups, oldest first; the same pair of sizes keeps coming back. */
export const sampleWrongShipments: readonly SampleWrongShipment[] = [
  line({
    platform: 'taobao',
    buyerId: '半夏微凉',
    orderNo: '2609283318842004471',
    shouldSend: '帆布鞋 白 38',
    sent: '帆布鞋 白 37',
    cause: 'lookAlike',
    causeNote: '鞋盒标签只差一个数字',
    remedy: 'exchange',
    costFen: 2_400,
    happenedIn: daysAgo(40),
  }),
  line({
    platform: 'pdd',
    buyerId: '多肉葡萄冻',
    orderNo: '261003-118842006671',
    kind: 'missing',
    shouldSend: '棉袜 5 双装 × 2',
    sent: '棉袜 5 双装 × 1',
    cause: 'miscount',
    remedy: 'reship',
    costFen: 680,
    happenedIn: daysAgo(36),
  }),
  line({
    platform: 'jd',
    buyerId: 'jd_北岸',
    orderNo: '301098731150',
    kind: 'wrongAddress',
    shouldSend: '保温杯 500ml，收件人改过地址',
    sent: '寄到了旧地址',
    cause: 'labelMixup',
    causeNote: '改地址的备注没看到',
    remedy: 'reship',
    costFen: 1_800,
    happenedIn: daysAgo(31),
  }),
  line({
    platform: 'douyin',
    buyerId: '阿楠的小日子',
    orderNo: '6932188420170088101',
    kind: 'extra',
    shouldSend: '手机壳 × 1',
    sent: '手机壳 × 2',
    cause: 'miscount',
    remedy: 'none',
    costFen: 590,
    happenedIn: daysAgo(27),
  }),
  line({
    platform: 'taobao',
    buyerId: 'tb88123_雨天',
    orderNo: '2611023318842009917',
    shouldSend: '帆布鞋 白 38',
    sent: '帆布鞋 白 37',
    cause: 'lookAlike',
    causeNote: '第二次拿错，38 码换到下层货架',
    remedy: 'exchange',
    costFen: 2_400,
    happenedIn: daysAgo(9) + 60,
  }),
  line({
    platform: 'kuaishou',
    buyerId: '东北大表姐',
    orderNo: '2632411150061188',
    shouldSend: '汤锅 24cm',
    sent: '汤锅 22cm',
    cause: 'supplier',
    causeNote: '厂家代发，外箱印的是 24cm',
    packedBy: '厂家',
    remedy: 'partialRefund',
    costFen: 1_500,
    happenedIn: daysAgo(6),
  }),
  line({
    platform: 'douyin',
    buyerId: '云朵收藏家',
    orderNo: '6932188420171300042',
    shouldSend: '手机壳 透明 15 Pro',
    sent: '手机壳 透明 15',
    cause: 'lookAlike',
    remedy: 'reship',
    costFen: 890,
    happenedIn: -5 * 60,
  }),
];
