import type { Script } from '../../domain/script';

/** Asking for photos, videos and weights. */
export const evidenceScripts: readonly Script[] = [
  {
    id: 'M27',
    code: 'yaotu',
    scene: 'evidence',
    tone: 'warm',
    for: ['returnRefund', 'refundOnly', 'damage', 'wrongShipment', 'exchange', 'partialRefund'],
    tags: ['照片', '视频', '核实'],
    title: { 'zh-CN': '请发照片或视频', en: 'Please send a photo or video' },
    text: {
      'zh-CN':
        '亲，麻烦您把“{原因}”的地方拍一下发给我：一张整体、一张近处、一张带吊牌或快递面单的，能拍个小视频更好。收到我马上核对，确实是我们的问题，退换运费都由我们承担。',
      en: 'Could you please photograph “{reason}” for me: one picture of the whole, one close up, one with the tag or the waybill; a short video is even better. I will check at once, and if it is our fault, all freight is on us.',
    },
    sources: ['M27', 'R17', 'R174'],
  },
  {
    id: 'M5',
    code: 'fatu',
    scene: 'evidence',
    tone: 'plain',
    for: ['returnRefund', 'damage', 'shortage', 'wrongShipment'],
    tags: ['照片', '格式', '邮件'],
    title: { 'zh-CN': '照片怎么发', en: 'How to send photos' },
    text: {
      'zh-CN':
        '亲，发照片请按这个格式，我们能最快找到您的订单：\n1. 会员名：{买家ID}\n2. 订单号：{订单号}\n3. 问题：一句话说明\n4. 照片三张：整体、问题近照、外包装和面单\n直接在聊天里发，或发到 {收图邮箱}，邮件标题写您的会员名。',
      en: 'To let us find your order at once, please send the photos like this:\n1. Your name on the platform: {buyer ID}\n2. Order number: {order no}\n3. The problem in one sentence\n4. Three pictures: the whole, the fault close up, the outer box with the waybill\nSend them here in the chat, or to {mailbox} with your name as the subject.',
    },
    sources: ['M5', 'R20'],
  },
  {
    id: 'M4',
    code: 'chengzhong',
    scene: 'evidence',
    tone: 'plain',
    for: ['shortage'],
    tags: ['缺件', '称重', '电子秤'],
    title: { 'zh-CN': '请一起称重拍照', en: 'Please weigh everything together' },
    text: {
      'zh-CN':
        '亲，为了尽快给您补上，麻烦您帮个忙：把收到的东西、配件、纸箱和包装袋全部放到电子秤上，连同读数拍一张照片；再单独拍一下快递面单。您的订单可能分了几个包裹，也请看看是否都收到了。重量对得上我们立刻补发。',
      en: 'To send you what is missing as soon as we can, please help us: put the goods, the parts, the box and the bags on a scale together and photograph them with the reading; and take one picture of the waybill. Your order may have come in several parcels, please look whether all have arrived. Once the weight tells us, we send at once.',
    },
    sources: ['M4', 'R32', 'R33'],
  },
  {
    id: 'M21',
    code: 'posun',
    scene: 'evidence',
    tone: 'apology',
    for: ['damage'],
    tags: ['破损', '外包装', '快递'],
    title: { 'zh-CN': '运输破损：请留好包装', en: 'Damaged on the way: keep the packaging' },
    text: {
      'zh-CN':
        '亲，让您收到破损的东西，实在抱歉。请先不要扔掉内外包装，帮忙拍四样：外箱六面、里面的填充、破损的地方、快递面单；也请跟派件的快递员说一声，让他登记。损失由我们去跟快递谈，您这边我们按{处理办法}先办。',
      en: 'I am sorry it reached you damaged. Please keep the inner and outer packaging and photograph four things: all sides of the box, the filling, the damage, the waybill; and tell the courier who delivered it, so that it is on record. We settle the loss with the courier; for you we go ahead with {what we do}.',
    },
    sources: ['M21', 'R159', 'R160'],
  },
];
