import type { CaseInput } from '../domain/case';
import type { EvidenceKind } from '../domain/evidence';
import type { FlagColor } from '../domain/order-note';
import type { Platform } from '../domain/platform';

/** Distances in time from the moment the sample is loaded, in minutes; negative is the past. */
const hours = (n: number): number => n * 60;
const days = (n: number): number => n * 24 * 60;

/** Platforms the sample shop sells on, one shop each. */
export const samplePlatforms = [
  'pdd',
  'taobao',
  'tmall',
  'jd',
  'douyin',
  'kuaishou',
  'xhs',
] as const satisfies readonly Platform[];

export const sampleShopName = '示例小铺';
export const sampleSignature = '阿宁';

export const sampleAddress = {
  label: '示例仓库',
  recipient: '示例小铺售后（阿宁）',
  phone: '13800000000',
  address: '浙江省杭州市余杭区示例路 66 号 2 幢 101',
} as const;

/** A picture drawn when the sample is loaded; `look` picks what is drawn. */
export type SamplePicture = {
  readonly name: string;
  readonly kind: Extract<EvidenceKind, 'photo' | 'chat' | 'weighing'>;
  readonly look: 'dress' | 'seam' | 'vase' | 'box' | 'chat' | 'scale';
  readonly caption: string;
};

/** A case of the sample shop. Times are minutes from loading. */
export type SampleCase = Omit<CaseInput, 'shopId' | 'events' | 'nextActionAt'> & {
  readonly createdIn: number;
  readonly nextIn: number | null;
  readonly eventsIn: Readonly<Record<string, number>>;
  readonly closedIn: number | null;
  readonly note: { readonly content: string; readonly flag: FlagColor; readonly pasted: boolean } | null;
  readonly pictures: readonly SamplePicture[];
};

type Draft = Pick<
  SampleCase,
  | 'platform'
  | 'buyerId'
  | 'orderNo'
  | 'type'
  | 'product'
  | 'amountFen'
  | 'description'
  | 'nextAction'
  | 'createdIn'
> &
  Partial<SampleCase>;

function sampleCase(draft: Draft): SampleCase {
  return {
    liability: 'unknown',
    goods: 'received',
    waitingOn: 'us',
    nextIn: null,
    eventsIn: {},
    closedIn: null,
    note: null,
    pictures: [],
    ...draft,
  };
}

/** What a busy week of a one-person shop looks like: oldest first, so that case numbers run on. */
export const sampleCases: readonly SampleCase[] = [
  sampleCase({
    platform: 'pdd',
    buyerId: '小鱼爱吃猫',
    orderNo: '260618-511920476603',
    type: 'exchange',
    product: '针织开衫 杏色 S × 1',
    amountFen: 9_900,
    description: '买家说 S 码偏小，换 M 码。来回运费各担一半。',
    liability: 'buyer',
    goods: 'returned',
    nextAction: '',
    createdIn: days(-150),
    closedIn: days(-144),
  }),
  sampleCase({
    platform: 'taobao',
    buyerId: '旧时光杂货',
    orderNo: '2610053318842006615',
    type: 'partialRefund',
    product: '陶瓷马克杯 两只装',
    amountFen: 1_000,
    description: '一只杯子釉面有小点，补偿 10 元优惠，买家满意。',
    liability: 'supplier',
    nextAction: '',
    createdIn: days(-12),
    closedIn: days(-11),
    note: { content: '部分退款 釉面小点 补 10 元', flag: 'green', pasted: true },
  }),
  sampleCase({
    platform: 'pdd',
    buyerId: '豆豆的麻麻',
    orderNo: '261109-880231776540',
    type: 'refundOnly',
    product: '连衣裙 雾蓝 M × 1',
    amountFen: 12_800,
    description: '洗了一次袖口就开线，退款不退货。',
    liability: 'supplier',
    nextAction: '',
    createdIn: days(-11),
    closedIn: days(-10),
  }),
  sampleCase({
    platform: 'taobao',
    buyerId: 'tb88123_雨天',
    orderNo: '2611023318842009917',
    type: 'exchange',
    product: '帆布鞋 白 38 × 1',
    amountFen: 1_200,
    description: '发成 37 码，换货的运费买家先垫了 12 元，答应交易成功后退到支付宝。',
    liability: 'shop',
    nextAction: '退回垫付运费',
    nextIn: days(-1),
    createdIn: days(-9),
    note: { content: '换货 尺码发错 垫付运费 12 元待退', flag: 'blue', pasted: true },
  }),
  sampleCase({
    platform: 'pdd',
    buyerId: '一只橘猫呀',
    orderNo: '261114-330917264481',
    type: 'returnRefund',
    product: '连衣裙 雾蓝 M × 1',
    amountFen: 12_800,
    description: '袖口线头没收好，和图片不一样，已退货退款。',
    liability: 'supplier',
    goods: 'returned',
    nextAction: '',
    createdIn: days(-7),
    closedIn: days(-4),
  }),
  sampleCase({
    platform: 'xhs',
    buyerId: '小红薯6F2A',
    orderNo: 'P702611140088123456',
    type: 'returnRefund',
    product: '双肩包 奶咖色 × 1',
    amountFen: 16_800,
    description: '七天无理由，已同意退货，退货说明单已发给买家。',
    liability: 'buyer',
    goods: 'returning',
    waitingOn: 'buyer',
    nextAction: '等买家寄回并填写运单号',
    nextIn: days(4),
    createdIn: days(-3),
  }),
  sampleCase({
    platform: 'jd',
    buyerId: 'jd_海盐汽水',
    orderNo: '301126884207',
    type: 'lost',
    product: '保温杯 500ml 墨绿 × 1',
    amountFen: 7_990,
    description: '物流停在中转站 5 天没有更新，快递承认丢件。',
    liability: 'courier',
    goods: 'unknown',
    waitingOn: 'courier',
    nextAction: '催快递确认丢件赔付并截图',
    nextIn: hours(26),
    createdIn: days(-3) + 40,
  }),
  sampleCase({
    platform: 'pdd',
    buyerId: '小鱼爱吃猫',
    orderNo: '261119-023188420017',
    type: 'returnRefund',
    product: '连衣裙 雾蓝 M × 1',
    amountFen: 12_800,
    description: '收到两天后袖口开线，买家发来两张照片，要求退货退款。',
    liability: 'supplier',
    nextAction: '回复退货退款申请',
    eventsIn: { 'aftersale.applied': hours(-48) - 42 },
    createdIn: hours(-47),
    note: { content: '退货退款 质量问题 袖口开线', flag: 'blue', pasted: true },
    pictures: [
      { name: '微信图片_20261119.jpg', kind: 'photo', look: 'dress', caption: '连衣裙 雾蓝 M' },
      { name: '微信图片_20261119(1).jpg', kind: 'photo', look: 'seam', caption: '袖口开线' },
      { name: '聊天截图.png', kind: 'chat', look: 'chat', caption: '买家：袖口这里开线了' },
    ],
  }),
  sampleCase({
    platform: 'kuaishou',
    buyerId: '山里人家',
    orderNo: '2632411180099231',
    type: 'reship',
    product: '竹编收纳筐 大号 × 2',
    amountFen: 5_600,
    description: '只收到一只，厂家说分两箱发，等厂家给第二箱的单号。',
    liability: 'supplier',
    goods: 'inTransit',
    waitingOn: 'supplier',
    nextAction: '问厂家第二箱的运单号',
    nextIn: days(2),
    createdIn: hours(-44),
  }),
  sampleCase({
    platform: 'kuaishou',
    buyerId: '老铁_大山',
    orderNo: '2632411190077410',
    type: 'damage',
    product: '不锈钢汤锅 24cm × 1',
    amountFen: 4_600,
    description: '锅沿磕了一个小坑，等了 2 天，第 2 次请买家补视频。',
    waitingOn: 'buyer',
    nextAction: '请买家补充瑕疵视频',
    nextIn: hours(5),
    createdIn: hours(-40),
  }),
  sampleCase({
    platform: 'tmall',
    buyerId: '柚子皮皮22',
    orderNo: '3611203318842001188',
    type: 'inTransitRefund',
    product: '四件套 1.8m 灰豆绿',
    amountFen: 21_000,
    description: '发货后买家不要了，已发起拦截，快递约好回复。',
    liability: 'buyer',
    goods: 'inTransit',
    waitingOn: 'courier',
    nextAction: '联系快递确认拦截结果',
    nextIn: hours(4),
    createdIn: hours(-26),
  }),
  sampleCase({
    platform: 'jd',
    buyerId: 'jd_lin2009',
    orderNo: '301127440918',
    type: 'intervention',
    product: '玻璃花瓶 大号 × 1',
    amountFen: 35_900,
    description: '买家说收到就碎了，平台已介入，要外包装照片和称重照片。',
    goods: 'damaged',
    nextAction: '提交平台举证',
    nextIn: 78,
    createdIn: hours(-22),
    pictures: [
      { name: 'IMG_20261120_184233.jpg', kind: 'photo', look: 'vase', caption: '花瓶碎片' },
      { name: 'IMG_20261120_184301.jpg', kind: 'weighing', look: 'scale', caption: '包裹称重 2.35 kg' },
    ],
  }),
  sampleCase({
    platform: 'pdd',
    buyerId: '阿梨梨不吃梨',
    orderNo: '261120-310077641920',
    type: 'shortage',
    product: '棉袜 5 双装 × 1',
    amountFen: 3_580,
    description: '买家说少了一双，要退一双的钱。发货清单写的是 5 双。',
    nextAction: '核对发货清单后回复',
    eventsIn: { 'aftersale.applied': hours(-20) },
    createdIn: hours(-19),
  }),
  sampleCase({
    platform: 'douyin',
    buyerId: '用户7719_阿May',
    orderNo: '6932188420171209881',
    type: 'returnRefund',
    product: '女士衬衫 白 L × 1',
    amountFen: 8_990,
    description: '退件 SF1402 已到店，等质检。',
    goods: 'returned',
    nextAction: '质检退件后确认退款',
    nextIn: hours(7) + 5,
    createdIn: hours(-17),
    pictures: [{ name: '退件开箱.jpg', kind: 'photo', look: 'box', caption: '退件开箱' }],
  }),
  sampleCase({
    platform: 'douyin',
    buyerId: '云朵收藏家',
    orderNo: '6932188420171300042',
    type: 'wrongShipment',
    product: '手机壳 透明 15 Pro × 1',
    amountFen: 2_990,
    description: '要 15 Pro，发成了 15。补发一个，原件不用退。',
    liability: 'shop',
    nextAction: '补发 15 Pro 并告诉买家单号',
    nextIn: hours(6),
    createdIn: hours(-6),
    note: { content: '补发 型号发错 15 → 15 Pro', flag: 'red', pasted: false },
  }),
  sampleCase({
    platform: 'xhs',
    buyerId: 'momo番茄',
    orderNo: 'P702611200065432109',
    type: 'review',
    product: '香薰蜡烛 无花果',
    amountFen: null,
    description: '三星评价：味道淡。先问清使用情况，再写解释。',
    waitingOn: 'buyer',
    nextAction: '联系买家了解使用情况',
    nextIn: hours(30),
    createdIn: hours(-3),
  }),
];
