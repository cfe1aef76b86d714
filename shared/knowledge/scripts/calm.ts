import type { Script } from '../../domain/script';

/** First words to an upset buyer, and what goes with them. */
export const calmScripts: readonly Script[] = [
  {
    id: 'M14.first',
    code: 'xianhui',
    scene: 'calm',
    tone: 'apology',
    for: [],
    tags: ['安抚', '第一句', '收到'],
    title: { 'zh-CN': '第一句：收到，马上看', en: 'First words: received, looking now' },
    text: {
      'zh-CN': '亲，消息收到了，给您添麻烦了，真不好意思。我这就看您的订单，几分钟内回您。',
      en: 'I have your message, and I am sorry for the trouble. I am looking at your order now and will answer in a few minutes.',
    },
    sources: ['M14', 'R113', 'R116', 'R119'],
  },
  {
    id: 'M14',
    code: 'baoqian',
    scene: 'calm',
    tone: 'apology',
    for: ['complaint', 'review', 'damage', 'wrongShipment', 'shortage'],
    tags: ['安抚', '道歉', 'sorry'],
    title: { 'zh-CN': '先道歉，再解决', en: 'Apologise first, then solve it' },
    text: {
      'zh-CN':
        '亲，真的很抱歉，这次让您不舒心了。您先别着急，这件事由我一直跟到底：我现在就去核实“{原因}”，{答复时间}前给您一个明确的处理办法。',
      en: 'I am truly sorry about this. Please do not worry: I will see it through myself. I am checking “{reason}” right now and will give you a definite answer by {reply time}.',
    },
    sources: ['M14', 'R116', 'R117'],
  },
  {
    id: 'M14.repeat',
    code: 'chongfu',
    scene: 'calm',
    tone: 'apology',
    for: ['complaint', 'returnRefund', 'exchange'],
    tags: ['安抚', '多次联系', '补偿'],
    title: { 'zh-CN': '买家问了好几次', en: 'The buyer had to ask again and again' },
    text: {
      'zh-CN':
        '亲，让您为同一件事来问了好几次，是我们没做好，向您认真道个歉。您前面说的我都看过了，不用再讲一遍。接下来我会{处理办法}，{答复时间}前办好并给您留言；另外为您准备了{补偿}，一点心意。',
      en: 'I am sorry you had to ask about the same thing so often; that is our fault. I have read everything you wrote, there is no need to repeat it. Next I will {what we do}; it will be done by {reply time} and I will write to you. Please also accept {compensation}.',
    },
    sources: ['M14', 'R164'],
  },
  {
    id: 'M14.abuse',
    code: 'lengjing',
    scene: 'calm',
    tone: 'warm',
    for: ['complaint'],
    tags: ['安抚', '辱骂', '冷静'],
    title: { 'zh-CN': '买家说重话时', en: 'When the words get rough' },
    text: {
      'zh-CN':
        '亲，能感觉到您很生气，换成我也会着急。前面如果有哪句话说得不合适，我先向您道歉。我们把问题解决掉最要紧：您希望退款、换货还是补发？您说一个，我马上去办。',
      en: 'I can tell how upset you are, and I would be too. If anything we said was out of place, I apologise. Solving this matters most: would you like a refund, an exchange or a new parcel? Say which, and I will start at once.',
    },
    sources: ['M14', 'R163'],
  },
  {
    id: 'M20',
    code: 'xiaoxiaci',
    scene: 'calm',
    tone: 'apology',
    for: ['damage', 'partialRefund'],
    tags: ['小瑕疵', '优惠券'],
    title: { 'zh-CN': '小瑕疵：道歉加优惠券', en: 'Small flaw: apology and coupon' },
    text: {
      'zh-CN':
        '亲，照片收到了，“{原因}”确实是我们出货时没看仔细，非常抱歉。如果不影响使用，给您补一张 {优惠券} 元的优惠券，下次可以直接用；如果您介意，我们照样给您退换，运费由我们出。您看哪样合适？',
      en: 'Thank you for the photos. “{reason}” slipped through our check, and I am sorry. If it does not disturb you, I would like to give you a coupon of ¥{coupon}; if it does, we take it back or exchange it and pay the freight. Which do you prefer?',
    },
    sources: ['M20', 'R156'],
  },
  {
    id: 'M22',
    code: 'fentan',
    scene: 'calm',
    tone: 'apology',
    for: ['damage', 'lost'],
    tags: ['索赔', '分担'],
    title: { 'zh-CN': '快递没赔下来，我们分担', en: 'The courier did not pay: we share it' },
    text: {
      'zh-CN':
        '亲，这几天我们一直在跟快递交涉：{做过什么}，但他们没有同意赔付。不能让您一个人吃亏，这次我们承担 {金额} 元，今天就安排给您，您看可以吗？',
      en: 'I am sorry. All these days we have been after the courier ({what we tried}), and they refused to pay. You should not bear it alone: we take ¥{amount} and arrange it today. Is that all right with you?',
    },
    sources: ['M22', 'R161'],
  },
];
