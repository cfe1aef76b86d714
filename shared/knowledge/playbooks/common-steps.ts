import { answered, liable, not, step, w } from './define-playbook';
import { slots } from './slots';

/** Steps that several case types share. The same id in two types keeps its tick when a case changes its type. */

/** A request that came without a word before it (R39): asked for a word first, and kept in sight until there was one. */
export const unannounced: readonly ReturnType<typeof step>[] = [
  step('decision', 'announced', w('买家申请前联系过我们吗', 'Did the buyer write before applying?'), 'R39', {
    optional: true,
    options: [
      { id: 'yes', title: w('联系过', 'Yes') },
      {
        id: 'no',
        title: w('没打招呼就申请了', 'No, just applied'),
        note: w(
          '进“没打招呼”队列，联系上了才出来',
          'Stays in the list of unannounced requests until reached',
        ),
      },
    ],
  }),
  step('script', 'contact-first', w('请买家有事先联系', 'Ask to be told first'), 'R39', {
    when: answered('announced', 'no'),
    script: 'M8',
  }),
];

export const claimKind = step(
  'decision',
  'claim-kind',
  w('问清是哪一类问题', 'Find out what kind of problem it is'),
  'R4 R17 R18 R110 R119',
  {
    help: w(
      '先安抚，再问真正的原因；记在售后单里。',
      'Calm first, then ask for the real reason; note it in the case.',
    ),
    options: [
      { id: 'quality', title: w('质量问题', 'Quality fault'), set: { liability: 'shop' } },
      {
        id: 'mismatch',
        title: w('描述不符、发错', 'Not as described, wrong item'),
        set: { liability: 'shop' },
      },
      { id: 'noReason', title: w('不合适、不想要', 'Does not fit, not wanted'), set: { liability: 'buyer' } },
      { id: 'misuse', title: w('使用不当', 'Wear or misuse'), set: { liability: 'buyer' } },
    ],
  },
);

export const isFault = answered('claim-kind', 'quality', 'mismatch');

export const askPhotos = step(
  'script',
  'ask-photos',
  w('请买家发照片或视频', 'Ask for photos or a video'),
  'R20 R174',
  {
    when: isFault,
    optional: true,
    script: 'M27',
  },
);

export const faultPhotos = step(
  'evidence',
  'fault-photos',
  w('收下照片，看过再认可', 'File the photos, look, accept'),
  'R17 R19 R21 R22',
  {
    when: isFault,
    slots: [slots.fault],
    help: w(
      '拖进来自动用买家ID命名；认可之后才定处理。',
      'Drop them in, they are named by buyer ID; decide only after accepting.',
    ),
  },
);

/** Keeping the sale: what was offered and what came of it. */
export const retention = step(
  'decision',
  'retention',
  w('先试着挽留', 'Try to keep the sale first'),
  'R1 R100 R102 R115',
  {
    optional: true,
    help: w(
      '小额补偿、换一件、送券都可以；结果记下来。',
      'A small refund, another item or a coupon; note what came of it.',
    ),
    options: [
      { id: 'kept', title: w('挽留成功，不退了', 'Kept, no return') },
      { id: 'compensated', title: w('补偿后不退', 'Kept with compensation') },
      { id: 'declined', title: w('买家坚持', 'Buyer insists') },
      { id: 'notTried', title: w('不适合挽留', 'Not suitable') },
    ],
  },
);

export const kept = answered('retention', 'kept', 'compensated');

export const verdict = step(
  'decision',
  'verdict',
  w('定：同意、拒绝还是再问', 'Decide: agree, refuse or ask again'),
  'R23 R108 R120',
  {
    guard: 'decision',
    options: [
      {
        id: 'agree',
        title: w('同意', 'Agree'),
        event: 'aftersale.agreed',
        set: { waitingOn: 'buyer' },
        outcome: 'approved',
      },
      {
        id: 'refuse',
        title: w('拒绝（写明理由和规则）', 'Refuse (give reason and rule)'),
        event: 'aftersale.refused',
        set: { waitingOn: 'buyer' },
        outcome: 'rejected',
      },
      {
        id: 'askAgain',
        title: w('再问：材料不够', 'Ask again: not enough to go by'),
        set: { waitingOn: 'buyer' },
        undecided: true,
      },
      {
        id: 'platformRule',
        title: w('谈不拢，按平台规则', 'No agreement, by platform rule'),
        set: { waitingOn: 'platform' },
        outcome: 'platformRule',
      },
    ],
  },
);

export const extendTrade = step(
  'extendTrade',
  'extend-trade',
  w('延长交易 10 天', 'Extend the trade by 10 days'),
  'R24',
  {
    days: 10,
    help: w(
      '先延长，货在路上时交易不会自己结束。',
      'Extend first, so that the trade does not end while goods travel.',
    ),
  },
);

export const returnInfo = step(
  'sendReturnInfo',
  'return-info',
  w('把退货信息发给买家', 'Send the return details'),
  'R25 R26 R27 R178',
  {
    event: 'return.address_given',
    waitOn: 'buyer',
    help: w(
      '只收快递和 EMS，不收平邮；到付按店里规定拒签。',
      'Courier or EMS only, no surface mail; freight-collect as the shop decides.',
    ),
  },
);

export const slip = step('slip', 'slip', w('做退货说明单', 'Make the return slip'), 'R175 R177', {
  optional: true,
});

export const memo = step(
  'memo',
  'memo',
  w('写交易备注，点蓝旗', 'Write the order memo, blue flag'),
  'R28 R29 R61 R182',
  {
    help: w(
      '内容、处理人、日期三样都要有；原因写清，方便复盘。',
      'Content, who and date; state the reason for later review.',
    ),
  },
);

export const feedback = step(
  'note',
  'quality-feedback',
  w('把质量问题反馈出去', 'Report the fault to whoever makes it'),
  'R31 R157',
  {
    when: isFault,
    optional: true,
    fields: [
      { id: 'to', title: w('反馈给谁', 'Reported to'), type: 'text', required: true },
      { id: 'fault', title: w('什么问题、哪一批', 'What fault, which batch'), type: 'text', required: true },
    ],
  },
);

export const register = step('register', 'register', w('登记发错货', 'Log the wrong shipment'), 'R30 R104');

export const waybill = step(
  'deadline',
  'return-waybill',
  w('买家填了退货单号', 'Buyer entered the return waybill'),
  'R42 R181',
  {
    event: 'return.waybill_entered',
    waitOn: 'courier',
    goods: 'returning',
    help: w(
      '没填就提醒；单号、快递公司核对一遍再记。',
      'Remind when missing; check number and courier before recording.',
    ),
  },
);

export const returnSigned = step(
  'deadline',
  'return-signed',
  w('退货到仓签收', 'Return received at our door'),
  'R63 R179',
  {
    event: 'return.signed',
    waitOn: 'us',
    goods: 'returned',
  },
);

export const inspect = step('inspect', 'inspect', w('开箱质检', 'Open and inspect'), 'R38 R41 R179', {
  doneWhen: { inspected: ['pass', 'deduct', 'fail'] },
  help: w(
    '先核对面单和纸条是谁的，再按类目标准逐项验。',
    'First see whose parcel it is, then check item by item.',
  ),
});

export const refund = step('refund', 'refund', w('确认退款', 'Confirm the refund'), 'R8 R43 R44', {
  guard: 'refund',
  event: 'refund.succeeded',
  fields: [{ id: 'refund', title: w('退款', 'Refund'), type: 'money', required: true }],
  help: w(
    '1–2 个工作日内确认；金额按约定和扣款算好。',
    'Within 1–2 working days; amount as agreed, deduction taken off.',
  ),
});

export const freight = step(
  'note',
  'freight',
  w('运费怎么还，记下来', 'Record how the freight is repaid'),
  'R3 R12 R13 R176 R180',
  {
    when: liable('shop', 'supplier', 'staff', 'courier', 'shared'),
    optional: true,
    fields: [
      { id: 'amount', title: w('买家垫付', 'Advanced by the buyer'), type: 'money', required: true },
      {
        id: 'way',
        title: w('怎么还', 'How'),
        type: 'choice',
        required: true,
        choices: [
          { id: 'transfer', title: w('交易完成后转账', 'Transfer once the trade is done') },
          { id: 'credit', title: w('留作余款下次抵用', 'Keep as credit for the next order') },
          { id: 'insurance', title: w('退货补运费自动到账（72 小时）', 'Freight cover pays within 72 h') },
          { id: 'paid', title: w('已还', 'Already paid') },
        ],
      },
    ],
  },
);

export const ownFreight = step(
  'script',
  'own-freight',
  w('说明来回运费由买家承担', 'Explain that the buyer pays the freight'),
  'R14 R176',
  {
    when: liable('buyer'),
    optional: true,
    script: 'M2',
  },
);

export const contactBuyer = step(
  'contact',
  'contact-buyer',
  w('主动联系买家', 'Contact the buyer'),
  'R7 R39 R122',
  {
    help: w('旺旺不在线就打电话、发短信、加微信，不要等。', 'Not online? Phone, text, WeChat. Do not wait.'),
  },
);

export const notKept = not(kept);
