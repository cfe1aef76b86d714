import type { Script } from '../../domain/script';

/** Sending goods back: where to, how, and what to put into the parcel. */
export const returningScripts: readonly Script[] = [
  {
    id: 'M3',
    code: 'dizhi',
    scene: 'returning',
    tone: 'plain',
    for: ['returnRefund', 'exchange', 'repair'],
    tags: ['退货地址', '到付', '快递'],
    title: { 'zh-CN': '退货地址和快递要求', en: 'Return address and carriers' },
    text: {
      'zh-CN':
        '亲，退货请寄：\n{退货地址}\n请用{可用快递}，平邮和快邮我们收不到；到付件仓库会拒收，运费请您先付。寄出后把单号填到退款页面，我们签收验货后马上处理。',
      en: 'Please send the goods back to:\n{return address}\nPlease use {carriers}; ordinary mail does not reach us, and parcels with freight to collect are refused, so please pay it first. Enter the waybill on the refund page; we act as soon as the parcel is here and checked.',
    },
    sources: ['M3', 'R25', 'R26', 'R27', 'R178'],
  },
  {
    id: 'M28',
    code: 'zhitiao',
    scene: 'returning',
    tone: 'warm',
    for: ['returnRefund', 'exchange'],
    tags: ['纸条', '垫付', '运费'],
    title: { 'zh-CN': '放张纸条，运费先垫付', en: 'Put in a slip, advance the freight' },
    text: {
      'zh-CN':
        '亲，质量问题来回运费都算我们的。请您先垫付寄到：\n{退货地址}\n包裹里放一张纸条，写上订单号 {订单号}、您的姓名和电话，仓库靠它认件。到付会被拒收。收到后运费连同货款一起处理。',
      en: 'For a quality fault all freight is ours. Please advance it and send the goods to:\n{return address}\nPut a slip into the parcel with the order number {order no}, your name and phone: our desk knows it by that. Freight to collect is refused. We settle the freight together with the goods once they are here.',
    },
    sources: ['M28', 'R12', 'R177'],
  },
  {
    id: 'M29',
    code: 'qitian',
    scene: 'returning',
    tone: 'warm',
    for: ['returnRefund'],
    tags: ['七天无理由', '退货'],
    title: { 'zh-CN': '七天无理由：寄到哪里', en: 'Seven-day return: where to send it' },
    text: {
      'zh-CN':
        '亲，七天无理由可以退的。吊牌、配件、赠品请一起放好，不影响二次销售就行，寄回运费需要您承担。地址：\n{退货地址}\n包裹里请放纸条写上会员名 {买家ID}。单号记得填到退款页面，{退货截止}前都来得及。',
      en: 'Yes, you can return it within the seven days. Please put in the tags, parts and gifts, fit to be sold again; the freight back is yours. Address:\n{return address}\nPlease add a slip with your name on the platform, {buyer ID}, and enter the waybill on the refund page, at the latest by {return by}.',
    },
    sources: ['M29', 'R154', 'R177'],
  },
  {
    id: 'M9',
    code: 'buzhou',
    scene: 'returning',
    tone: 'plain',
    for: ['returnRefund'],
    tags: ['步骤', '工作日'],
    title: { 'zh-CN': '退货退款的步骤', en: 'The steps of a return' },
    text: {
      'zh-CN':
        '亲，退货退款一共这几步：\n1. 在订单里申请退货退款，原因写完整\n2. 我们同意后给您退货地址\n3. 您寄出并在 {退货截止} 前填好退货单号\n4. 我们收到包裹验货，当天同意退款\n5. 退款 1 至 2 个工作日原路到账\n哪一步卡住了随时叫我。',
      en: 'A return and refund takes these steps:\n1. Apply on the order and give the full reason\n2. We accept and give you the address\n3. You send it and enter the waybill by {return by}\n4. We check the parcel and agree to the refund the same day\n5. The money is back within 1 to 2 working days\nPlease tell me whenever something is stuck.',
    },
    sources: ['M9', 'R43', 'R44'],
  },
  {
    id: 'M8',
    code: 'xianlianxi',
    scene: 'returning',
    tone: 'warm',
    for: ['returnRefund', 'refundOnly'],
    tags: ['申请退款', '退款关闭'],
    title: { 'zh-CN': '申请退款前先说一声', en: 'Please tell us before you apply' },
    text: {
      'zh-CN':
        '亲，要退换请先跟我说一声再申请，我帮您选对类型，少走弯路。原因请写完整；同意后请在 {退货截止} 前填退货单号，超时平台会自动关闭，再申请就麻烦了。',
      en: 'If you want to return something, please tell me before you apply: I will help you choose the right kind. Give the full reason, and after we accept enter the waybill by {return by}; later the platform closes the refund and applying again is hard.',
    },
    sources: ['M8', 'R39', 'R40', 'R42', 'R146'],
  },
  {
    id: 'R42.due',
    code: 'cuidanhao',
    scene: 'returning',
    tone: 'warm',
    for: ['returnRefund', 'exchange'],
    tags: ['退货单号', '快到期'],
    title: { 'zh-CN': '退货单号快到期了', en: 'The return waybill is nearly due' },
    text: {
      'zh-CN':
        '亲，您的退货申请还差一个退货单号，{截止时间}前没填的话平台会自动关闭退款。寄出了就把单号填到退款页面，还没寄也先跟我说一声，我帮您看怎么办。',
      en: 'Your return still lacks its waybill; if it is not entered by {deadline}, the platform closes the refund by itself. If you have sent it, please enter the number on the refund page; if not, just tell me and I will help.',
    },
    sources: ['R42', 'R181'],
  },
  {
    id: 'R42.closed',
    code: 'tuikuanguanbi',
    scene: 'returning',
    tone: 'plain',
    for: ['returnRefund'],
    tags: ['退款关闭', '重新申请', '小二'],
    title: { 'zh-CN': '退款关闭了怎么办', en: 'The refund was closed: what now' },
    text: {
      'zh-CN':
        '亲，退货单号没在期限内填，平台已经把这次退款关闭了。别着急，还有两条路：一、售后期内在订单里重新申请一次，我这边马上同意；二、订单已经交易成功、页面上没有入口的，请您联系平台小二帮忙开启，开好告诉我。',
      en: 'The waybill was not entered in time, so the platform has closed this refund. Please do not worry, there are two ways: 1. apply once more on the order while after-sales is open, I will agree at once; 2. if the trade has succeeded and the page no longer offers it, please ask the platform’s service to open it, and tell me.',
    },
    sources: ['R42'],
  },
];
