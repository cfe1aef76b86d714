import type { Gate } from '../../domain/gate';
import type { Condition } from '../../domain/playbook';

/** The buyer says the goods are at fault (R17), or that they are not (R18). */
const isFault: Condition = { answer: 'claim-kind', in: ['quality', 'mismatch'] };
const noFault: Condition = { answer: 'claim-kind', in: ['noReason', 'misuse'] };
/** Types that are about a fault whatever is answered, and those in which the kind decides whether a picture is due. */
const alwaysFault: Condition = { field: 'type', in: ['damage', 'wrongShipment'] };
const asksKind: Condition = { field: 'type', in: ['returnRefund', 'exchange'] };
const isCancelled: Condition = { field: 'type', in: ['unshippedRefund', 'inTransitRefund'] };
/** Goods are to come back before money or other goods go out (R8). */
const comesBack: Condition = {
  any: [
    { field: 'type', in: ['returnRefund', 'exchange', 'refused'] },
    { answer: 'remedy', in: ['returnRefund', 'exchange'] },
  ],
};
/** The two ways of an exchange that send before the return: in advance (gate 3), or as a new order paid in full (R9). */
const sendsAhead: Condition = {
  all: [
    { field: 'type', in: ['exchange'] },
    { answer: 'exchange-way', in: ['advance', 'newOrder'] },
  ],
};

/** The six gates of REQUIREMENTS 1S, as data. Step, slot and option ids are the playbooks' common words. */
export const gates: readonly Gate[] = [
  {
    id: 'faultPhoto',
    title: { zh: '质量问题先看图', en: 'A quality claim needs a picture first' },
    why: {
      zh: '没有看过照片或视频就定，事后说不清是谁的问题。',
      en: 'Decided without a picture, nobody can tell later whose fault it was.',
    },
    rows: ['R17', 'R18', 'R174'],
    guards: [
      { action: 'decision', when: { any: [isFault, alwaysFault, { all: [asksKind, { not: noFault }] }] } },
    ],
    needs: [
      {
        id: 'kind',
        words: { zh: '先问清是哪一类问题', en: 'Find out first what kind of problem it is' },
        met: { any: [isFault, noFault, { not: asksKind }] },
      },
      {
        id: 'photo',
        words: { zh: '认可至少一张问题照片或视频', en: 'Accept at least one photo or video of the fault' },
        met: { any: [{ slot: 'fault-photo' }, { not: { any: [isFault, alwaysFault] } }] },
      },
    ],
  },
  {
    id: 'goodsBack',
    title: { zh: '先收货验货，再退款或换出', en: 'Goods back and inspected before refund or exchange' },
    why: {
      zh: '退换都以货退回并验过为准，先退了钱货就难追回。',
      en: 'Money paid before the goods are back is hard to get again.',
    },
    rows: ['R8', 'R41', 'R179'],
    guards: [
      { action: 'refund', when: comesBack },
      { action: 'sendOut', when: { all: [comesBack, { not: sendsAhead }] } },
    ],
    needs: [
      {
        id: 'back',
        words: { zh: '货已回仓（或记录了退货签收）', en: 'Goods are back (or the return is signed for)' },
        met: { any: [{ field: 'goods', in: ['returned'] }, { event: 'return.signed' }] },
      },
      {
        id: 'inspected',
        words: { zh: '质检通过，或扣款已谈好', en: 'Inspection passed, or a deduction agreed' },
        met: { inspected: ['pass', 'deduct'] },
      },
    ],
  },
  {
    id: 'advanceExchange',
    title: { zh: '先换后退只限店铺的错', en: 'Advance exchange only for the shop’s fault' },
    why: {
      zh: '买家还没退货就发新件，只在店铺有错、买家已给退货单号时破例。',
      en: 'Sending before the return is here is an exception: shop at fault and a return waybill given.',
    },
    rows: ['R10'],
    guards: [{ action: 'sendOut', when: { answer: 'exchange-way', in: ['advance'] } }],
    needs: [
      {
        id: 'fault',
        words: { zh: '责任方是店铺、供应商或员工', en: 'The shop, its supplier or staff is liable' },
        met: { field: 'liability', in: ['shop', 'supplier', 'staff'] },
      },
      {
        id: 'waybill',
        words: { zh: '买家的退货单号已记下', en: 'The buyer’s return waybill is recorded' },
        met: { event: 'return.waybill_entered' },
      },
    ],
  },
  {
    id: 'whereabouts',
    title: { zh: '撤单、截单先弄清货在哪', en: 'Know where the goods are before a cancel refund' },
    why: {
      zh: '没有仓库、厂家或快递的明确回复就退款，货款两空。',
      en: 'Refunding without a clear reply from warehouse, maker or courier loses goods and money.',
    },
    rows: ['R47', 'R78', 'R90'],
    guards: [
      { action: 'cancelRefund' },
      { action: 'refund', when: isCancelled },
      // Whatever the case is: what nobody can find is not refunded, unless it is lost for certain (R78).
      {
        action: 'refund',
        when: {
          all: [{ field: 'goods', in: ['unknown'] }, { not: { field: 'type', in: ['lost'] } }],
        },
      },
    ],
    needs: [
      {
        id: 'known',
        words: { zh: '货品状态不是“去向不明”', en: 'The goods state is not “unknown”' },
        met: { not: { field: 'goods', in: ['unknown'] } },
      },
      {
        id: 'reply',
        words: {
          zh: '已有明确回复：已撤下、已截回或已见退回轨迹',
          en: 'A clear reply: stopped, intercepted, or a return track',
        },
        met: {
          any: [
            { answer: 'stop-reply', in: ['stopped', 'returning'] },
            { event: 'intercept.returning' },
            { not: isCancelled },
          ],
        },
      },
    ],
  },
  {
    id: 'supplierProof',
    title: { zh: '供应商承担的，先有图有回复', en: 'Supplier pays: picture and reply first' },
    why: {
      zh: '补发和赔偿做了，厂家却不认账；先要到带 LOGO 的图和对话截图。',
      en: 'Without a picture with the logo and a reply on record, the supplier will not pay.',
    },
    rows: ['R76', 'R81'],
    guards: [
      { action: 'chargeSupplier' },
      { action: 'sendOut', when: { field: 'liability', in: ['supplier'] } },
      // Compensation that the supplier is to pay in the end.
      {
        action: 'refund',
        when: {
          all: [
            { field: 'liability', in: ['supplier'] },
            {
              any: [
                { field: 'type', in: ['partialRefund'] },
                { answer: 'remedy', in: ['partialRefund'] },
              ],
            },
          ],
        },
      },
    ],
    needs: [
      {
        id: 'logo',
        words: { zh: '带 LOGO 的包装照片或视频', en: 'Photo or video of the packaging with its logo' },
        // What was never sent has no packaging to show.
        met: { any: [{ slot: 'logo-photo' }, { field: 'type', in: ['outOfStock', 'unshippedRefund'] }] },
      },
      {
        id: 'reply',
        words: { zh: '供应商回复的对话截图', en: 'Screenshot of the supplier’s reply' },
        met: { slot: 'supplier-reply' },
      },
    ],
  },
  {
    id: 'liableConfirmed',
    title: { zh: '损失由谁认，要有截图', en: 'A loss needs the liable party’s confirmation' },
    why: {
      zh: '丢件、破损的损失没有责任方的确认，日后索赔没有凭据。',
      en: 'Without the liable party’s word on record there is nothing to claim on later.',
    },
    rows: ['R87', 'R88', 'R95', 'R96'],
    guards: [{ action: 'bookLoss' }],
    needs: [
      {
        id: 'confirmation',
        words: {
          zh: '责任方确认损失的对话截图',
          en: 'Screenshot in which the liable party confirms the loss',
        },
        met: { slot: 'liable-confirmation' },
      },
    ],
  },
];
