import type { Script } from '../../domain/script';

/** Who pays which freight, and how it comes back. */
export const freightScripts: readonly Script[] = [
  {
    id: 'M1',
    code: 'dianfu',
    scene: 'freight',
    tone: 'apology',
    for: ['returnRefund', 'exchange', 'damage'],
    tags: ['运费', '垫付', '质量问题'],
    title: { 'zh-CN': '质量问题：运费我们承担', en: 'Quality fault: the freight is ours' },
    text: {
      'zh-CN':
        '亲，这是我们的质量问题，来回运费都由我们承担，给您添麻烦了。寄回的 {金额} 元请您先垫一下，交易完成后退到您的 {收款账号}；您要是愿意，也可以记在这里，下次下单直接抵掉。',
      en: 'This is our fault, so all freight is ours, and I am sorry for the trouble. Please advance the ¥{amount}; once the trade is closed we pay it to your {account}. If you prefer, we keep it as credit for your next order.',
    },
    sources: ['M1', 'R12', 'R13'],
  },
  {
    id: 'M2',
    code: 'buyoufei',
    scene: 'freight',
    tone: 'firm',
    for: ['exchange', 'returnRefund'],
    tags: ['补邮费', '链接', '现金'],
    title: { 'zh-CN': '非质量问题：请拍补邮费链接', en: 'Not a fault: please use the postage link' },
    text: {
      'zh-CN':
        '亲，这次不是质量问题，换货的来回运费需要您承担，一共 {金额} 元。请拍这个链接补一下：{补邮费链接}。千万不要把现金放进包裹，丢了谁也说不清。收到您寄回的货，我们当天发出。',
      en: 'As this is not a fault, the freight of the exchange is yours, ¥{amount} altogether. Please pay it here: {postage link}. Never put cash into the parcel: nobody could tell what became of it. We send the new one the day yours arrives.',
    },
    sources: ['M2', 'R14', 'R15', 'R176'],
  },
  {
    id: 'R15.pay',
    code: 'buchajia',
    scene: 'freight',
    tone: 'plain',
    for: ['exchange'],
    tags: ['补差价', '换货', '预售'],
    title: { 'zh-CN': '换贵的：请补差价', en: 'A dearer item: the difference to pay' },
    text: {
      'zh-CN':
        '亲，换成“{换成}”，差价 {差价} 元（{件数} 件），{运费说明}，一共需要补 {补多少} 元。我把补差价的链接发您，拍下付款就行；收到您寄回的货，我们当天发出。',
      en: 'For “{new item}” the difference is ¥{difference} ({pieces} pcs); {freight note}. Altogether ¥{to pay} is to be paid. I will send you a payment link, please pay there; we ship the day your parcel arrives.',
    },
    sources: ['R14', 'R15'],
  },
  {
    id: 'R15.back',
    code: 'tuichajia',
    scene: 'freight',
    tone: 'warm',
    for: ['exchange'],
    tags: ['退差价', '换货'],
    title: { 'zh-CN': '换便宜的：差价退您', en: 'A cheaper item: the difference comes back' },
    text: {
      'zh-CN':
        '亲，换成“{换成}”，差价 {差价} 元（{件数} 件），{运费说明}，算下来退您 {退多少} 元。收到您寄回的货、检查没问题就退给您，同时发出新的。',
      en: 'Thank you. For “{new item}” the difference is ¥{difference} ({pieces} pcs); {freight note}. That leaves ¥{to return} for you, paid back when your parcel is here and checked, and the new item is sent at the same time.',
    },
    sources: ['R15'],
  },
  {
    id: 'M7',
    code: 'shoucibucha',
    scene: 'freight',
    tone: 'warm',
    for: ['undeliverable'],
    tags: ['补差', 'EMS', '首次'],
    title: { 'zh-CN': '首次补差我们承担', en: 'The first surcharge is on us' },
    text: {
      'zh-CN':
        '亲，您那边普通快递送不到，需要改发 EMS，差价 {金额} 元这次我们承担。下次下单请您直接选 EMS，或者先跟我说一声，免得来回耽误时间。',
      en: 'Our usual courier does not reach your place, so we send by EMS; the difference of ¥{amount} is on us this time. Next time please choose EMS, or tell me first, so that no time is lost.',
    },
    sources: ['M7', 'R37'],
  },
  {
    id: 'M30',
    code: 'bubu',
    scene: 'freight',
    tone: 'plain',
    for: ['returnRefund'],
    tags: ['退货补运费', '自寄', '72小时'],
    title: { 'zh-CN': '退货补运费：自己寄', en: 'Freight cover: you send it yourself' },
    text: {
      'zh-CN':
        '亲，这件有退货补运费。您自己寄的话请先付快递费，在退款页面填好单号；退货确认后 72 小时内平台会把运费补给您，金额以平台规定为准。',
      en: 'This item has freight cover. If you send it yourself, please pay the courier and enter the waybill on the refund page; within 72 hours of the return being confirmed the platform pays the freight, in the amount its rules say.',
    },
    sources: ['M30', 'R180'],
  },
  {
    id: 'M31',
    code: 'shangmen',
    scene: 'freight',
    tone: 'plain',
    for: ['returnRefund'],
    tags: ['退货补运费', '上门取件'],
    title: { 'zh-CN': '退货补运费：上门取件', en: 'Freight cover: picked up at your door' },
    text: {
      'zh-CN':
        '亲，这件有退货补运费，推荐选“上门取件”：在退款页面约好时间，快递员上门，不用您先付钱。请把东西和配件装好，单号系统会自动填上。',
      en: 'This item has freight cover. I suggest “pick-up at the door”: choose a time on the refund page, the courier comes, and you pay nothing first. Please have the goods and parts packed; the waybill is entered by itself.',
    },
    sources: ['M31', 'R180'],
  },
];
