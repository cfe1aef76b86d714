import type { ClaimReason } from '../domain/claim-reason';
import type { BearerShare, Outcome } from '../domain/outcome';
import type { Platform } from '../domain/platform';
import type { ScoreKind } from '../domain/report-records';

/** What was said and found in a case of the sample shop, by its order; and how it was closed, if it was. */
export type SampleReason = {
  readonly orderNo: string;
  readonly stated: ClaimReason;
  readonly found?: ClaimReason;
  readonly closing?: {
    readonly outcome: Outcome;
    readonly statedReason: string;
    readonly satisfaction: number | null;
    readonly satisfactionNote: string;
    readonly improvement: string;
    readonly shares: readonly BearerShare[];
  };
};

const supplier = [{ bearer: 'supplier', percent: 100 }] as const;

export const sampleReasons: readonly SampleReason[] = [
  {
    orderNo: '260618-511920476603',
    stated: 'size',
    found: 'size',
    closing: {
      outcome: 'settled',
      statedReason: 'S 码偏小',
      satisfaction: 4,
      satisfactionNote: '换得挺快',
      improvement: '详情页写明偏小半码',
      shares: [
        { bearer: 'buyer', percent: 50 },
        { bearer: 'shop', percent: 50 },
      ],
    },
  },
  {
    orderNo: '2610053318842006615',
    stated: 'quality',
    found: 'quality',
    closing: {
      outcome: 'settled',
      statedReason: '杯子釉面有小点',
      satisfaction: 5,
      satisfactionNote: '补了 10 元，很爽快',
      improvement: '请厂家把有小点的挑出来',
      shares: supplier,
    },
  },
  {
    orderNo: '261109-880231776540',
    stated: 'quality',
    found: 'quality',
    closing: {
      outcome: 'refundNoReturn',
      statedReason: '洗了一次袖口就开线',
      satisfaction: 4,
      satisfactionNote: '退款很快，就是衣服可惜了',
      improvement: '到货抽检袖口走线',
      shares: supplier,
    },
  },
  {
    orderNo: '261114-330917264481',
    stated: 'notAsDescribed',
    found: 'quality',
    closing: {
      outcome: 'approved',
      statedReason: '袖口线头没收好，和图片不一样',
      satisfaction: 3,
      satisfactionNote: '希望发货前看一眼',
      improvement: '到货抽检袖口走线',
      shares: supplier,
    },
  },
  { orderNo: '2611023318842009917', stated: 'wrongItem', found: 'wrongItem' },
  { orderNo: 'P702611140088123456', stated: 'noReason' },
  { orderNo: '301126884207', stated: 'notReceived', found: 'notReceived' },
  { orderNo: '261119-023188420017', stated: 'quality', found: 'quality' },
  { orderNo: '2632411190077410', stated: 'damage' },
  { orderNo: '301127440918', stated: 'damage' },
  { orderNo: '261120-310077641920', stated: 'missing' },
  { orderNo: '6932188420171300042', stated: 'wrongItem', found: 'wrongItem' },
];

/** Orders sold by each shop in a month: this one and the one before. */
export const sampleSold: readonly {
  readonly platform: Platform;
  readonly orders: readonly [number, number];
}[] = [
  { platform: 'pdd', orders: [168, 214] },
  { platform: 'taobao', orders: [96, 131] },
  { platform: 'tmall', orders: [54, 61] },
  { platform: 'jd', orders: [47, 58] },
  { platform: 'douyin', orders: [83, 77] },
  { platform: 'kuaishou', orders: [39, 44] },
];

/** What the back offices showed week by week, oldest first, the last one yesterday; hundredths. */
export const sampleScores: readonly {
  readonly platform: Platform;
  readonly kind: ScoreKind;
  readonly weeks: readonly number[];
}[] = [
  { platform: 'taobao', kind: 'goodRate', weeks: [9870, 9865, 9880, 9890, 9905] },
  { platform: 'pdd', kind: 'goodRate', weeks: [9740, 9755, 9730, 9690, 9650] },
  { platform: 'taobao', kind: 'description', weeks: [482, 482, 483, 484, 484] },
  { platform: 'douyin', kind: 'experience', weeks: [8120, 8150, 8090, 8210, 8260] },
];

/** What is being done about it: the cases come from the product. Days are from loading. */
export const sampleActions: readonly {
  readonly product: string;
  readonly reason: ClaimReason;
  readonly text: string;
  readonly dueIn: number;
  readonly doneIn: number | null;
}[] = [
  {
    product: '连衣裙 雾蓝 M',
    reason: 'quality',
    text: '到货抽检袖口走线，每批 10 件',
    dueIn: 5,
    doneIn: null,
  },
  {
    product: '帆布鞋 白 38',
    reason: 'wrongItem',
    text: '37 码和 38 码分开两层放，贴大号码标签',
    dueIn: -6,
    doneIn: -7,
  },
];
