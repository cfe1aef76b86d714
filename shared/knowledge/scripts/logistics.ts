import type { Script } from '../../domain/script';

/** Parcels that do not arrive, or come back to us. */
export const logisticsScripts: readonly Script[] = [
  {
    id: 'M6',
    code: 'chongfa',
    scene: 'logistics',
    tone: 'plain',
    for: ['undeliverable', 'reship'],
    tags: ['无网点', 'EMS', '重发'],
    title: { 'zh-CN': '快递不到，已改发 EMS', en: 'Sent again by EMS' },
    text: {
      'zh-CN':
        '亲，您的包裹被退回来了，原因是：{退回原因}。我们今天已经改发 EMS，新单号 {新单号}，收货时间也帮您延长了。EMS 会慢一两天，请您留意电话。',
      en: 'Your parcel came back to us: {return reason}. Today we sent it again by EMS, new waybill {new waybill}, and extended the time to confirm. EMS takes a day or two longer; please keep your phone at hand.',
    },
    sources: ['M6', 'R35', 'R36'],
  },
  {
    id: 'M6.apology',
    code: 'chongfadaoqian',
    scene: 'logistics',
    tone: 'apology',
    for: ['undeliverable', 'reship'],
    tags: ['无网点', 'EMS', '重发', '道歉'],
    title: { 'zh-CN': '选错快递，道歉并重发', en: 'Our mistake: sorry, and sent again' },
    text: {
      'zh-CN':
        '亲，非常抱歉，是我们选快递时没查清楚，包裹因为“{退回原因}”退回来了，害您多等。今天已经改发 EMS，新单号 {新单号}，多出来的费用全部由我们承担，收货时间也帮您延长了。',
      en: 'I am very sorry: we chose the courier without checking, and the parcel came back because of “{return reason}”. It went out again by EMS today, new waybill {new waybill}; all extra cost is ours, and the time to confirm is extended.',
    },
    sources: ['M6', 'R36'],
  },
  {
    id: 'M18',
    code: 'chaoqu',
    scene: 'logistics',
    tone: 'warm',
    for: ['undeliverable'],
    tags: ['超区', '停发', '不可抗力'],
    title: { 'zh-CN': '超区、停发、不可抗力', en: 'Out of area, suspended, force majeure' },
    text: {
      'zh-CN':
        '亲，跟您说一声：因为{退回原因}，您的地址暂时不能正常派送。可以选：一、加 {附加费} 元改走能到的快递；二、等恢复后再发，我会盯着；三、先退款。现在拒收会产生退回费用，所以麻烦您先选一个，我马上去办。',
      en: 'A word about your parcel: because of {return reason} it cannot be delivered to your address as usual. You may choose: 1. another courier for ¥{surcharge} more; 2. wait until it works again, I keep an eye on it; 3. a refund. Refusing the parcel costs return freight, so please choose first and I will act at once.',
    },
    sources: ['M18', 'R82', 'R84', 'R85'],
  },
  {
    id: 'M18.fee',
    code: 'bukekangli',
    scene: 'logistics',
    tone: 'warm',
    for: ['undeliverable', 'refused'],
    tags: ['不可抗力', '拒收', '退回费用'],
    title: { 'zh-CN': '不可抗力：拒收会有退回费用', en: 'Force majeure: refusing costs the way back' },
    text: {
      'zh-CN':
        '亲，跟您说明一下：因为{退回原因}，包裹暂时停在{地点}，预计{恢复时间}能恢复派送，这不是谁的过错，请您体谅。恢复后第一时间给您送；如果您现在拒收或退掉，快递会收退回费用 {退回费} 元，需要您承担。您看是再等等，还是退回，我马上回复快递。',
      en: 'A word about your parcel: because of {return reason} it waits at {place} and should move again by {resumes on}. Nobody is at fault, and I am sorry for the wait. It comes to you first thing then. If you refuse or return it now, the courier charges ¥{way back} for the way back, which would be yours. Tell me whether to wait or send it back, and I answer the courier at once.',
    },
    sources: ['R84'],
  },
  {
    id: 'M18.delay',
    code: 'wuliu',
    scene: 'logistics',
    tone: 'apology',
    for: ['message', 'lost'],
    tags: ['物流', '延迟', '查件'],
    title: { 'zh-CN': '物流慢了，帮您查件', en: 'Late parcel: we are asking' },
    text: {
      'zh-CN':
        '亲，让您久等了。单号 {新单号} 现在停在 {地点}，我已经联系快递催派，{答复时间}前给您回话；如果确认丢件，我们直接补发或退款，不让您吃亏。',
      en: 'Thank you for waiting. Parcel {new waybill} is at {place}; I have asked the courier to hurry and will write to you by {reply time}. If it turns out lost, we send a new one or refund you.',
    },
    sources: ['M18', 'R87', 'R93'],
  },
  {
    id: 'R6.stock',
    code: 'quehuo',
    scene: 'logistics',
    tone: 'apology',
    for: ['outOfStock'],
    tags: ['缺货', '换款', '等货'],
    title: { 'zh-CN': '缺货：等、换、退', en: 'Out of stock: wait, swap or refund' },
    text: {
      'zh-CN':
        '亲，很抱歉，您拍的 {商品} 刚刚查到没货了。您看：一、等到 {到货日期} 补货后第一个给您发；二、换同价的其他款；三、马上退款。您说了算，今天就给您办好。',
      en: 'I am sorry: {item} has just turned out to be sold out. You may 1. wait until {back on}, yours goes first; 2. take another one at the same price; 3. have your money back at once. Tell me which, and it is done today.',
    },
    sources: ['R6', 'R74'],
  },
  {
    id: 'R125.sent',
    code: 'yifachu',
    scene: 'logistics',
    tone: 'warm',
    for: ['exchange', 'reship'],
    tags: ['新单号', '补发', '换货'],
    title: { 'zh-CN': '换货补发：新单号', en: 'Sent again: the new waybill' },
    text: {
      'zh-CN': '亲，给您补的货今天已经发出，单号 {新单号}，耽误您了，很抱歉。收到有任何问题直接找我。',
      en: 'Your new parcel left today, waybill {new waybill}. I am sorry for the delay. If anything is wrong with it, just write to me.',
    },
    sources: ['R36', 'R125'],
  },
];
