import type { Script } from '../../domain/script';

/** Reviews: inviting, thanking, explaining, reporting. None offers anything for stars (R55, R168). */
export const reviewScripts: readonly Script[] = [
  {
    id: 'M32',
    code: 'yaoping',
    scene: 'review',
    tone: 'warm',
    for: ['review'],
    tags: ['评价', '邀请'],
    title: { 'zh-CN': '邀请评价（中性）', en: 'Review invitation (neutral)' },
    text: {
      'zh-CN':
        '亲，{商品} 的售后已经处理好了，谢谢您的耐心。您要是方便，可以在订单里写写真实的使用感受，好的、不好的都欢迎，我们会一条条看。',
      en: 'The matter with {item} is settled; thank you for your patience. If you have a moment, please tell others on the order page how it really was, good or bad. We read every word.',
    },
    sources: ['M32', 'R69'],
  },
  {
    id: 'M32.thanks',
    code: 'xieping',
    scene: 'review',
    tone: 'warm',
    for: ['review'],
    tags: ['评价', '感谢', '回评'],
    title: { 'zh-CN': '感谢好评', en: 'Thanks for a kind review' },
    text: {
      'zh-CN':
        '谢谢您抽时间写下这些。您提到的“{评价内容}”我们记下了，会继续做好。{商品} 使用中有任何问题，随时来找我们。',
      en: 'Thank you for taking the time. We have noted what you say about “{review}” and will keep it up. Should anything come up with {item}, we are here.',
    },
    sources: ['M32', 'R51', 'R52'],
  },
  {
    id: 'M32.explain',
    code: 'jieshi',
    scene: 'review',
    tone: 'apology',
    for: ['review'],
    tags: ['评价', '解释', '差评'],
    title: { 'zh-CN': '评价解释', en: 'Answering a poor review' },
    text: {
      'zh-CN':
        '给您添麻烦了，抱歉。您说的“{评价内容}”我们核实过：{核实结果}。针对这一点，我们已经{改进办法}。您这单的问题也请直接联系我们，一定给您处理好。',
      en: 'We are sorry for the trouble. We looked into “{review}”: {finding}. We have since {improvement}. Please contact us about your order as well; we will set it right.',
    },
    sources: ['M32', 'R50', 'R70'],
  },
  {
    id: 'M32.report',
    code: 'jubao',
    scene: 'review',
    tone: 'plain',
    for: ['review'],
    tags: ['评价', '投诉', '广告'],
    title: { 'zh-CN': '向平台投诉评价', en: 'Reporting a review to the platform' },
    text: {
      'zh-CN':
        '订单 {订单号} 的评价不符合评价规范，申请核实处理。\n评价内容：{评价内容}\n问题：{投诉理由}\n证据：聊天记录截图、订单和物流记录见附件。',
      en: 'The review of order {order no} breaks the review rules; please check it.\nReview: {review}\nProblem: {complaint reason}\nEvidence: chat screenshots, order and tracking records attached.',
    },
    sources: ['M32', 'R71'],
  },
];
