import type { ReviewTopic } from '../domain/review';

/** Words that show what a review is about (R53). The first topic that is named counts; all lower case. */
export const topicWords: readonly (readonly [ReviewTopic, readonly string[]])[] = [
  ['wrong', ['发错', '错发', '漏发', '少发', '少了', '没收到赠', 'wrong item', 'missing']],
  [
    'size',
    ['尺码', '尺寸', '偏大', '偏小', '大了', '小了', '不合身', '码数', 'too small', 'too big', 'size'],
  ],
  ['description', ['色差', '描述不符', '与图片', '和图片', '不一样', '货不对板', 'not as described']],
  [
    'packing',
    ['包装', '盒子', '压坏', '压扁', '挤压', '破损', '碎了', '漏液', 'packag', 'box was', 'broken'],
  ],
  ['logistics', ['物流', '快递', '发货', '送货', '太慢', '配送', 'shipping', 'delivery', 'courier']],
  ['service', ['客服', '态度', '不回', '没人理', '售后', 'service', 'no answer']],
  [
    'quality',
    [
      '质量',
      '瑕疵',
      '线头',
      '掉色',
      '异味',
      '气味',
      '起球',
      '坏了',
      '开裂',
      '松动',
      '做工',
      'quality',
      'smell',
    ],
  ],
];

/** Words by which a kind review says that something was wrong after all (R53). */
export const issueWords: readonly string[] = [
  '但是',
  '不过',
  '就是',
  '可惜',
  '美中不足',
  '有点',
  '稍微',
  '要是',
  '希望改进',
  '不足',
  '瑕疵',
  '差一点',
  '失望',
  '不满意',
  'but ',
  'however',
  'except',
  'unfortunately',
];

/** How pasted texts name the stars when they do not show them. */
export const starWords: readonly (readonly [stars: number, words: readonly string[]])[] = [
  [5, ['好评', '非常满意', '5星', '五星', '满分']],
  [4, ['4星', '四星']],
  [3, ['中评', '3星', '三星']],
  [2, ['2星', '二星', '两星']],
  [1, ['差评', '1星', '一星', '非常不满意']],
];
