import type { ContactChannel, ContactResult } from '../domain/contact';
import type { Words } from '../domain/playbook';

/** One way to reach a buyer, as a rung of the ladder. */
export type LadderRung = {
  readonly channel: ContactChannel;
  /** Tries without an answer before the next rung. */
  readonly tries: number;
  /** Hours to wait after a try before the next one. */
  readonly waitHours: number;
  /** Only by day: nobody is called at night. */
  readonly byDay: boolean;
  /** What it is called when nobody answers there. */
  readonly missed: ContactResult;
  readonly hint: Words;
  readonly rows: readonly string[];
};

const rung = (
  channel: ContactChannel,
  tries: number,
  waitHours: number,
  byDay: boolean,
  zh: string,
  en: string,
): LadderRung => ({
  channel,
  tries,
  waitHours,
  byDay,
  missed: channel === 'phone' ? 'noAnswer' : 'messageLeft',
  hint: { zh, en },
  rows: ['R7', 'R86'],
});

/** Every rung a ladder can have, in the order most shops climb (R86: 旺旺留言，再电话、短信、加微信). */
export const ladderRungs: readonly LadderRung[] = [
  rung(
    'chat',
    2,
    2,
    false,
    '先在旺旺/平台聊天留言，写清找买家什么事',
    'Leave a chat message that says what it is about',
  ),
  rung('phone', 2, 4, true, '换个时间再打一次', 'Call a second time at another hour'),
  rung('sms', 1, 4, true, '短信写清店名、订单和要买家做什么', 'Name shop and order and say what is needed'),
  rung('wechat', 1, 12, false, '用订单手机号加微信，验证里写店名', 'Add by phone number, name the shop'),
  rung('alipay', 1, 12, false, '用付款的支付宝账号留言', 'Write to the Alipay account that paid'),
  rung('mail', 1, 24, false, '有邮箱的再发一封', 'Write a mail if there is an address'),
  rung('other', 1, 24, false, '其他办法：快递转告、地址寄信', 'Any other way: through the courier, a letter'),
];

/** The ladder a shop starts with; each shop may put its own in order. */
export const shippedLadder: readonly ContactChannel[] = ['chat', 'phone', 'sms', 'wechat', 'alipay'];
