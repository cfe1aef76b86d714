import type { Script } from '../../domain/script';

/** A parcel on its way that should come back. */
export const interceptScripts: readonly Script[] = [
  {
    id: 'M17',
    code: 'zaitufei',
    scene: 'intercept',
    tone: 'plain',
    for: ['inTransitRefund'],
    tags: ['在途退款', '拦截费', '挽留'],
    title: { 'zh-CN': '在途退款的费用', en: 'What an in-transit refund costs' },
    text: {
      'zh-CN':
        '亲，包裹已经在路上了，现在退款会产生发出运费 {发出运费} 元和拦截费 {拦截费} 元。您要是愿意收下试试，不合适再按七天无理由退；如果确定不要，这两笔需要您承担，您同意的话我马上通知快递拦截。',
      en: 'The parcel is already on its way; a refund now costs the outbound freight of ¥{outbound freight} and the intercept fee of ¥{intercept fee}. You could take it and see, and return it within the seven days; or, if you are sure, we intercept it now with these two costs on your side. Please tell me which you prefer.',
    },
    sources: ['M17', 'R90', 'R101'],
  },
  {
    id: 'M24',
    code: 'lanjie',
    scene: 'intercept',
    tone: 'plain',
    for: ['inTransitRefund'],
    tags: ['拦截', '进度'],
    title: { 'zh-CN': '已发起拦截', en: 'The intercept is under way' },
    text: {
      'zh-CN':
        '亲，{日期} 已经通知快递拦截，快递那边一般 {小时} 小时内有结果。拦下来我们立刻同意退款；没拦住我也会马上告诉您下一步怎么办。',
      en: 'Thank you for telling us. On {date} we told the courier to intercept the parcel; the result usually comes within {hours} hours. If they catch it, we agree to the refund at once; if not, I will tell you right away what to do.',
    },
    sources: ['M24', 'R170'],
  },
  {
    id: 'M25',
    code: 'jushou',
    scene: 'intercept',
    tone: 'warm',
    for: ['inTransitRefund', 'refused'],
    tags: ['拦截失败', '拒收'],
    title: { 'zh-CN': '没拦住：请拒收', en: 'Not caught: please refuse delivery' },
    text: {
      'zh-CN':
        '亲，快递没能拦住，包裹已经到 {地点}。派送时请您直接拒收，不要签字、不要拆开；物流一显示退回，我们就优先给您退款。要是已经代收了也告诉我，我给您退货地址。',
      en: 'The courier could not catch it; the parcel is at {place}. Please refuse it at the door, without signing or opening it. As soon as the tracking shows it coming back, your refund goes first. If somebody has taken it in already, tell me and I will send you the return address.',
    },
    sources: ['M25', 'R124', 'R171'],
  },
  {
    id: 'R124.check',
    code: 'yanhuo',
    scene: 'intercept',
    tone: 'warm',
    for: ['refused', 'inTransitRefund', 'message'],
    tags: ['开箱验货', '拒签', '未收到货'],
    title: { 'zh-CN': '签收前先验货，不对就拒签', en: 'Look before signing, refuse what is wrong' },
    text: {
      'zh-CN':
        '亲，包裹快到了。签收前请当着快递的面开箱看一眼：货对、没破损再签收。要是有问题，先拍照，当场拒签让快递退回，不用您寄、也不用付运费；然后在订单里申请“未收到货、仅退款”，原因选实际的那一项，物流显示退回我们就处理。',
      en: 'Your parcel is nearly there. Before you sign, please open it in front of the courier: sign only if the goods are right and whole. If anything is wrong, take a picture first and refuse it on the spot; it comes back by itself, with no freight for you. Then apply in the order for a refund as “not received”, with the true reason, and we act once the tracking shows it coming back.',
    },
    sources: ['R124'],
  },
];
