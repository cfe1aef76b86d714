import type { Script } from '../../domain/script';

/** Repair and wear. */
export const repairScripts: readonly Script[] = [
  {
    id: 'M23',
    code: 'weixiu',
    scene: 'repair',
    tone: 'warm',
    for: ['repair', 'damage'],
    tags: ['人为损坏', '维修', '报价'],
    title: { 'zh-CN': '使用损坏：可以修', en: 'Worn by use: we can repair it' },
    text: {
      'zh-CN':
        '亲，用着用着坏了确实心疼。看照片这是使用中造成的，不在退换范围里，不过我们可以帮您修：维修费 {维修费} 元，来回运费您承担。您同意的话把它寄回来，修好之前我会先拍照给您看。',
      en: 'I am sorry that it broke. The photos show wear from use, which returns do not cover, but we can repair it: ¥{repair fee}, freight both ways on your side. If you agree, send it in; I will show you pictures before it goes back.',
    },
    sources: ['M23', 'R162'],
  },
  {
    id: 'M19',
    code: 'dingzhi',
    scene: 'repair',
    tone: 'firm',
    for: ['repair', 'returnRefund'],
    tags: ['定制', '大件', '维保'],
    title: { 'zh-CN': '定制、大件：只做维保', en: 'Custom or large: repair only' },
    text: {
      'zh-CN':
        '亲，{商品} 属于定制或大件商品，下单页面写明了不支持无理由退换，还请理解。如果有质量问题我们负责到底：维修、换配件都可以安排，您把问题拍给我，我今天就联系师傅。',
      en: '{item} is made to order or a large item; as the page says, it cannot be returned without a reason. For any fault we stand by it: repair or new parts, whatever is needed. Please send me a picture and I will ask the technician today.',
    },
    sources: ['M19', 'R83', 'R98', 'R99'],
  },
  {
    id: 'R94.plan',
    code: 'weixiuanpai',
    scene: 'repair',
    tone: 'plain',
    for: ['repair'],
    tags: ['维修', '安排', '预计'],
    title: { 'zh-CN': '维修怎么安排', en: 'How the repair goes' },
    text: {
      'zh-CN': '亲，维修这样安排：{维修安排}，预计 {完成日期} 完成，费用 {维修费} 元。有变化我会提前告诉您。',
      en: 'Thank you for your patience. This is how the repair goes: {repair plan}. It should be finished on {finish date} and costs ¥{repair fee}. I will tell you beforehand if anything changes.',
    },
    sources: ['R94', 'R117'],
  },
];
