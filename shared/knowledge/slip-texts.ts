import type { ReturnSlip } from '../domain/return-slip';

/**
 * The fixed words of a return slip in one language. `{name}` is filled in, `**…**` is printed bold. Data only: the
 * layout knows where a text goes, never what it says.
 */
export type SlipTexts = {
  readonly title: string;
  readonly hint: string;
  readonly buyer: string;
  readonly order: string;
  readonly product: string;
  readonly handling: string;
  readonly returnTo: string;
  /** `{recipient}` and `{phone}`. */
  readonly recipient: string;
  /** For the buyer to fill in by hand: a return without name and phone cannot be matched (R177). */
  readonly sender: string;
  readonly senderName: string;
  readonly senderPhone: string;
  readonly caseNo: string;
  /** `{year}`, `{month}`, `{day}`. */
  readonly day: string;
  /** Used when a shop named no carriers of its own (R26). */
  readonly defaultCarriers: string;
  readonly rules: {
    /** `{lastDay}`. */
    readonly sendBy: string;
    readonly sendSoon: string;
    /** `{carriers}` (R26, R27). */
    readonly carriers: string;
    /** The same where some of them may come freight collect. */
    readonly carriersCod: string;
    readonly freight: string;
    readonly complete: string;
  };
  /** First line of the text version, for a buyer who has no printer (R177). */
  readonly chatHint: string;
  readonly chatSender: string;
  readonly separator: string;
};

/** Sources: R14 no cash in the parcel, R25 address, R26 carriers, R27 COD, R175 notice, R177 slip in the parcel. */
export const slipTexts: Readonly<Record<ReturnSlip['language'], SlipTexts>> = {
  'zh-CN': {
    title: '退货说明单',
    hint: '请把这张单放进包裹',
    buyer: '买家ID',
    order: '订单号',
    product: '商品',
    handling: '处理',
    returnTo: '退回地址',
    recipient: '{recipient} 收　{phone}',
    sender: '寄件人（请手写）',
    senderName: '姓名',
    senderPhone: '电话',
    caseNo: '售后单号',
    day: '{month} 月 {day} 日',
    defaultCarriers: '快递与 EMS',
    rules: {
      sendBy: '最晚 **{lastDay}** 寄出，并在订单里填写运单号。',
      sendSoon: '请尽快寄出，并在订单里填写运单号。',
      carriers: '只收**{carriers}**，不收平邮；到付件会被拒收。',
      carriersCod: '只收**{carriers}**，不收平邮；没有写可到付的，到付件会被拒收。',
      freight: '运费请先垫付，验货后按约定退还；包裹里不要放现金。',
      complete: '吊牌、配件、赠品请一起寄回，商品保持完好。',
    },
    chatHint: '【退货说明单】退货请按下面的说明寄回，并在包裹里放一张纸条，写上订单号、姓名和联系电话。',
    chatSender: '纸条上也请写：姓名、联系电话',
    separator: '：',
  },
  en: {
    title: 'Return slip',
    hint: 'Put this slip in the parcel',
    buyer: 'Buyer ID',
    order: 'Order no.',
    product: 'Item',
    handling: 'Handling',
    returnTo: 'Return to',
    recipient: '{recipient}　{phone}',
    sender: 'Sender (by hand)',
    senderName: 'Name',
    senderPhone: 'Phone',
    caseNo: 'Case no.',
    day: '{day} {monthName} {year}',
    defaultCarriers: 'courier or EMS',
    rules: {
      sendBy: 'Send by **{lastDay}** at the latest, then enter the waybill number in your order.',
      sendSoon: 'Send soon, then enter the waybill number in your order.',
      carriers: 'Accepted: **{carriers}**. No surface mail; freight-collect (COD) parcels are refused.',
      carriersCod:
        'Accepted: **{carriers}**. No surface mail; other freight-collect (COD) parcels are refused.',
      freight: 'Please advance the freight; it is repaid as agreed after inspection. No cash in the parcel.',
      complete: 'Send tags, accessories and gifts back together; keep the goods intact.',
    },
    chatHint:
      'Return slip. Please return as follows and put a note with order number, name and phone in the parcel.',
    chatSender: 'Also write on the note: your name and phone',
    separator: ': ',
  },
};

/** English month names for {@link SlipTexts.day}. */
export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');
