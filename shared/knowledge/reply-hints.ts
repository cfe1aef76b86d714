import type { ReviewTopic } from '../domain/review';
import type { Words } from '../domain/playbook';

/** Something worth naming in a public answer: it is read by those who have not bought yet (R52). */
export type ReplyHint = {
  readonly id: string;
  readonly topic: ReviewTopic | 'any' | 'praise';
  readonly title: Words;
  /** Sentence put into the draft; `{…}` is left for the seller to fill. */
  readonly sentence: Words;
  /** Any of these in the draft means that it is named already; lower case. */
  readonly named: readonly string[];
};

const hint = (
  id: string,
  topic: ReplyHint['topic'],
  title: readonly [string, string],
  sentence: readonly [string, string],
  named: readonly string[],
): ReplyHint => ({
  id,
  topic,
  title: { zh: title[0], en: title[1] },
  sentence: { zh: sentence[0], en: sentence[1] },
  named,
});

/** Neutral in wording: facts about the goods and what was done, never an offer for stars (R55, R168). */
export const replyHints: readonly ReplyHint[] = [
  hint(
    'material',
    'quality',
    ['材质和做工', 'Material and make'],
    [
      '材质是{材质}，出厂前逐件检查。',
      'It is made of {material} and checked piece by piece before it leaves.',
    ],
    ['材质', '面料', '逐件', 'made of', 'checked'],
  ),
  hint(
    'warranty',
    'quality',
    ['保修和退换', 'Warranty and returns'],
    [
      '有质量问题按规则退换，运费由我们承担。',
      'Faulty goods are taken back or replaced by the rules; we pay the freight.',
    ],
    ['退换', '保修', '质保', 'warranty', 'taken back'],
  ),
  hint(
    'size-chart',
    'size',
    ['尺码建议', 'Which size to choose'],
    [
      '尺码可以对照详情页的尺码表，拿不准请告诉客服身高体重。',
      'Please compare the size chart; when in doubt tell us height and weight.',
    ],
    ['尺码表', '尺寸表', '身高', 'size chart'],
  ),
  hint(
    'real-photo',
    'description',
    ['实物和图片', 'Goods and pictures'],
    [
      '图片在自然光下实拍，不同屏幕会有轻微色差。',
      'The pictures are taken in daylight; screens differ a little.',
    ],
    ['实拍', '自然光', '色差', 'daylight'],
  ),
  hint(
    'packing',
    'packing',
    ['现在怎么包装', 'How we pack now'],
    [
      '已经改用{包装方式}包装，减少路上的损坏。',
      'We now pack with {packing} so that less is damaged on the way.',
    ],
    ['包装', 'pack'],
  ),
  hint(
    'dispatch',
    'logistics',
    ['发货时间和快递', 'Dispatch and courier'],
    [
      '每天{截单时间}前的订单当天发出，发{快递}。',
      'Orders before {cut-off} leave the same day by {courier}.',
    ],
    ['发货', '当天发', '快递', 'same day', 'courier'],
  ),
  hint(
    'hours',
    'service',
    ['客服在线时间', 'When somebody is there'],
    ['客服在线时间是{在线时间}，留言会逐条回复。', 'We are there {hours} and answer every message.'],
    ['在线', '逐条', 'answer every'],
  ),
  hint(
    'check',
    'wrong',
    ['现在怎么核对', 'How orders are checked now'],
    [
      '现在打包前会按订单再核对一遍，错发漏发由我们补发。',
      'Each order is checked once more before packing; what was wrong or missing we send.',
    ],
    ['核对', '补发', 'checked once more'],
  ),
  hint(
    'use',
    'praise',
    ['使用小提示', 'How to use it well'],
    ['使用时{使用提示}，会更耐用。', 'It lasts longer when you {tip}.'],
    ['使用', '耐用', 'lasts'],
  ),
  hint(
    'contact',
    'any',
    ['请对方联系客服', 'Ask them to get in touch'],
    [
      '这单的问题请直接联系我们，一定给您处理好。',
      'Please contact us about your order; we will set it right.',
    ],
    ['联系我们', '联系客服', 'contact us'],
  ),
];
