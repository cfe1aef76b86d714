import type { Script } from '../../domain/script';

/** Refunds: before shipping, in part, and running out of time. */
export const refundScripts: readonly Script[] = [
  {
    id: 'M10',
    code: 'bufen',
    scene: 'refund',
    tone: 'plain',
    for: ['partialRefund'],
    tags: ['部分退款', '怎么填'],
    title: { 'zh-CN': '部分退款怎么填', en: 'How to fill in a partial refund' },
    text: {
      'zh-CN':
        '亲，部分退款请这样填：您实付 {实付} 元，这次退 {退款} 元，所以“需要付给卖家”一栏填 {付给卖家} 元，类型选“仅退款”，货不用寄回。填错了先别提交，截图给我看一下。请在交易成功之前申请，晚了就只能走售后入口。',
      en: 'For the partial refund please enter: you paid ¥{paid}, we refund ¥{refund}, so “to be paid to the seller” is ¥{pay seller}. Choose “refund only”; nothing needs to be sent back. If in doubt send me a screenshot before you submit. Please apply before the trade is closed.',
    },
    sources: ['M10', 'R45', 'R46'],
  },
  {
    id: 'M11',
    code: 'weifahuo',
    scene: 'refund',
    tone: 'warm',
    for: ['unshippedRefund'],
    tags: ['未发货', '撤单', '追件'],
    title: { 'zh-CN': '未发货退款：可能已打包', en: 'Not shipped yet: it may be packed' },
    text: {
      'zh-CN':
        '亲，退款申请收到。我们白天统一打包、晚上统一点发货，您的包裹可能已经装好了。我去仓库查一下：没出库就直接撤单，已经交给快递就去追回，一般 1 至 2 个工作日，结果我会第一时间告诉您。',
      en: 'Thank you, I have your refund request. We pack during the day and confirm in the evening, so your parcel may be ready. I am checking: if it is still here we cancel it; if the courier has it we call it back, usually within 1 to 2 working days. I will tell you the result at once.',
    },
    sources: ['M11', 'R47', 'R48'],
  },
  {
    id: 'M26',
    code: 'jijiangdaoqi',
    scene: 'refund',
    tone: 'firm',
    for: ['inTransitRefund', 'returnRefund', 'refundOnly'],
    tags: ['即将逾期', '联系不上'],
    title: { 'zh-CN': '快到期了，一直联系不上您', en: 'Time is running out and we cannot reach you' },
    text: {
      'zh-CN':
        '亲，您的售后单 {截止时间} 就到期了，我们打过电话也发过消息，一直没联系上您。包裹到了请直接拒收，退回的物流一更新我们就同意退款；如果您已经不想退了，也请回我一句。',
      en: 'Your request runs out at {deadline}. We have called and written and could not reach you. When the parcel comes, please refuse it; as soon as the tracking shows it on its way back we agree to the refund. If you no longer want the refund, please let me know.',
    },
    sources: ['M26', 'R172'],
  },
  {
    id: 'M33',
    code: 'daifaqi',
    scene: 'refund',
    tone: 'plain',
    for: ['message', 'refundOnly', 'returnRefund'],
    tags: ['代客发起', '快手', '24小时'],
    title: { 'zh-CN': '已代您发起售后，请确认', en: 'Filed for you: please confirm' },
    text: {
      'zh-CN':
        '亲，订单 {订单号} 的售后我已经替您提交了，请在 24 小时内打开订单确认一下，超时会失效，需要重新发起。内容不对可以直接修改或取消。',
      en: 'I have filed the after-sales request for order {order no} for you. Please open the order and confirm it within 24 hours; after that it lapses and has to be filed again. You can change or cancel it there.',
    },
    sources: ['M33', 'R126', 'R129', 'R132'],
  },
];
