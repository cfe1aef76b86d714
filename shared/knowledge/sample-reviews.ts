import type { Platform } from '../domain/platform';
import type { PenaltyKind } from '../domain/penalty';
import type { ReviewTopic } from '../domain/review';

/** A review of the sample shop; times are minutes from the moment the sample is loaded. */
export type SampleReview = {
  readonly platform: Platform;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly product: string;
  readonly stars: number;
  readonly text: string;
  readonly pictures: boolean;
  readonly writtenIn: number;
  readonly issue: boolean;
  readonly topic: ReviewTopic;
  /** The public answer, and when it was published; null for none. */
  readonly reply: string;
  readonly publishedIn: number | null;
};

const day = 24 * 60;

export const sampleReviews: readonly SampleReview[] = [
  {
    platform: 'taobao',
    buyerId: '云朵收纳盒',
    orderNo: '2609183318842000731',
    product: '帆布收纳箱 米白 大号',
    stars: 5,
    text: '收到比图片还厚实，装了两床被子没变形，边角的线也走得很密。',
    pictures: true,
    writtenIn: -3 * day,
    issue: false,
    topic: 'other',
    reply: '谢谢您的认可！大号能装两床春秋被，收纳前晾干再放更不容易受潮。',
    publishedIn: -2 * day,
  },
  {
    platform: 'taobao',
    buyerId: '栗子不加糖',
    orderNo: '2609213318842004462',
    product: '针织开衫 雾蓝 M',
    stars: 5,
    text: '颜色好看，版型也不错，就是袖子有点长，要是有小一码就好了。',
    pictures: false,
    writtenIn: -day,
    issue: true,
    topic: 'size',
    reply: '',
    publishedIn: null,
  },
  {
    platform: 'pdd',
    buyerId: '山间一阵风',
    orderNo: '261112-700318842251',
    product: '保温杯 500ml 墨绿',
    stars: 2,
    text: '盖子有点漏水，问了客服半天才回，失望。',
    pictures: true,
    writtenIn: -300,
    issue: true,
    topic: 'quality',
    reply: '',
    publishedIn: null,
  },
];

export const samplePenalties: readonly {
  readonly platform: Platform;
  readonly kind: PenaltyKind;
  readonly reason: string;
  readonly orderNo: string;
  readonly atIn: number;
  readonly untilIn: number;
  readonly appealIn: number;
}[] = [
  {
    platform: 'pdd',
    kind: 'resource',
    reason: '一笔订单被判虚假发货，限制资源位 1 天',
    orderNo: '261112-700318842251',
    atIn: -600,
    untilIn: day - 600,
    appealIn: 2 * day,
  },
];
