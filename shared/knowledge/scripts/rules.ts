import type { Script } from '../../domain/script';

/** Limits, invoices and words before the sale. */
export const ruleScripts: readonly Script[] = [
  {
    id: 'M15',
    code: 'guize',
    scene: 'rules',
    tone: 'firm',
    for: ['complaint', 'intervention', 'returnRefund'],
    tags: ['平台规则', '超出范围'],
    title: { 'zh-CN': '超出平台规则', en: 'Beyond the platform’s rules' },
    text: {
      'zh-CN':
        '亲，您的要求我认真看过了，这一项平台有规定，我这里没办法越过去：“{规则原文}”。规则允许的我都尽力给您办，能做到的是：{处理办法}。您看这样行吗？',
      en: 'I have read your request with care. The platform has a rule about it that I cannot go around: “{rule}”. Whatever it allows I will gladly do; what I can offer is {what we do}. Would that help?',
    },
    sources: ['M15', 'R108', 'R120'],
  },
  {
    id: 'M16',
    code: 'fapiao',
    scene: 'invoice',
    tone: 'plain',
    for: ['invoice'],
    tags: ['发票', '抬头', '报销'],
    title: { 'zh-CN': '开发票要确认的', en: 'What an invoice needs' },
    text: {
      'zh-CN':
        '亲，发票可以开，请确认：1. 抬头和税号；2. 类型：{发票类型}；3. 电子版发到哪个邮箱，纸质的寄到哪里（邮费另算）。发票按实际商品和实付金额开。提醒一下：确认收货之前请先不要拿去报销，万一退货要作废重开。',
      en: 'We gladly make out an invoice. Please confirm 1. title and tax number; 2. kind: {invoice kind}; 3. the mailbox for an electronic one or the address for paper (postage extra). It names the real goods and the amount paid. One request: please do not hand it in before you confirm receipt, as a return would void it.',
    },
    sources: ['M16', 'R67', 'R68', 'R103', 'R105'],
  },
  {
    id: 'M12',
    code: 'jiudeng',
    scene: 'presale',
    tone: 'warm',
    for: ['message'],
    tags: ['售前', '久等', '推荐'],
    title: { 'zh-CN': '让您久等了', en: 'Thank you for waiting' },
    text: {
      'zh-CN':
        '亲，让您久等了，刚刚在忙发货，您别见怪。按您说的，我觉得这几款合适：{推荐链接}。您看中哪款，我再给您讲讲尺码和细节。',
      en: 'Thank you for waiting, I was busy shipping. From what you say these would suit you: {links}. Tell me which you like and I will explain sizes and details.',
    },
    sources: ['M12', 'R113', 'R114'],
  },
  {
    id: 'M12.off',
    code: 'xiaban',
    scene: 'presale',
    tone: 'warm',
    for: ['message'],
    tags: ['自动回复', '下班', '夜间'],
    title: { 'zh-CN': '不在线时的自动回复', en: 'Automatic reply when away' },
    text: {
      'zh-CN':
        '亲，现在不在电脑前，{上班时间}回来会按顺序回复每一条。售后问题请先留下：订单号、遇到的问题、照片，这样我一上线就能直接处理。',
      en: 'I am away from the desk and will answer every message in turn from {opening time}. For after-sales please leave the order number, what happened and photos, so that I can act as soon as I am back.',
    },
    sources: ['M12', 'R113'],
  },
  {
    id: 'M13',
    code: 'yijia',
    scene: 'presale',
    tone: 'warm',
    for: ['message'],
    tags: ['议价', '赠品'],
    title: { 'zh-CN': '买家讲价', en: 'The buyer bargains' },
    text: {
      'zh-CN':
        '亲，理解您想买得实惠。这款价格确实不算低，贵在料子和做工，用得久。价格我没法再动，不过可以随单送您{赠品}，也请看看店里正在做的活动，能叠加的我都帮您算上。',
      en: 'Thank you for asking; I understand that you want good value. It is not the cheapest: the material and the making are what you pay for, and it lasts. I cannot change the price, but I will add {gift} to your order and count in every offer that applies.',
    },
    sources: ['M13', 'R115'],
  },
  {
    id: 'R105.fixed',
    code: 'fapiaobugai',
    scene: 'invoice',
    tone: 'firm',
    for: ['invoice'],
    tags: ['发票', '项目', '金额'],
    title: { 'zh-CN': '发票项目和金额不能改', en: 'Items and amounts of an invoice are fixed' },
    text: {
      'zh-CN': '亲，发票项目只能是实际商品和送装服务费，金额按实付开，这是规定，我没办法改，请您理解。',
      en: 'An invoice can only name the goods and the delivery service, with the amount really paid. That is the rule and I cannot change it. Thank you for understanding.',
    },
    sources: ['R105', 'R120'],
  },
  {
    id: 'R113.wait',
    code: 'chadaole',
    scene: 'calm',
    tone: 'warm',
    for: ['message'],
    tags: ['久等', '查询', '结果'],
    title: { 'zh-CN': '久等了，帮您查到了', en: 'Thank you for waiting: what I found' },
    text: {
      'zh-CN': '亲，让您久等了。帮您查到：{查询结果}。有变化我第一时间告诉您。',
      en: 'Thank you for waiting. This is what I found: {what I found}. I will tell you at once when something changes.',
    },
    sources: ['R93', 'R113', 'R114', 'R123'],
  },
];
