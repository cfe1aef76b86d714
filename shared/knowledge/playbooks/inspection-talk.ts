import { answered, back, byway, step, to, w } from './define-playbook';
import { slots } from './slots';

/** Freight collect at the door (R27). */
export const codCheck = step('decision', 'cod', w('是不是到付', 'Freight collect?'), 'R26 R27', {
  optional: true,
  options: [
    { id: 'no', title: w('不是', 'No') },
    { id: 'accepted', title: w('到付，按规定收下', 'Yes, accepted as the shop decides') },
    { id: 'refused', title: w('到付，拒签', 'Yes, refused') },
  ],
});

/** The goods came back not as agreed: a deduction, back to the buyer, or the platform decides. */
export const failedTalk = byway(
  'dispute',
  w('质检有异议', 'Inspection disputed'),
  [
    step(
      'decision',
      'deduction',
      w('跟买家谈扣款或退回', 'Talk about a deduction or sending it back'),
      'R41 R89 R92',
      {
        options: [
          {
            id: 'agreed',
            title: w('扣款谈妥', 'Deduction agreed'),
            note: w('重新质检时写上扣款，退款自动扣掉', 'Inspect again with it: the refund takes it off'),
          },
          { id: 'sendBack', title: w('原件寄回买家', 'Goods go back to the buyer') },
          {
            id: 'rule',
            title: w('谈不拢，按平台规则', 'No agreement: platform rule'),
            set: { waitingOn: 'platform' },
            outcome: 'platformRule',
          },
        ],
      },
    ),
    step('note', 'sent-back', w('寄回买家的单号', 'Waybill of the parcel back to the buyer'), 'R41 R89', {
      when: answered('deduction', 'sendBack'),
      waitOn: 'buyer',
      goods: 'inTransit',
      fields: [{ id: 'waybill', title: w('运单号', 'Waybill'), type: 'waybill', required: true }],
    }),
    step('evidence', 'talk-proof', w('留下协商记录', 'Keep a record of the talk'), 'R11 R173', {
      slots: [slots.talk],
      optional: true,
    }),
  ],
  [
    back(
      'check',
      w('重新质检，写上扣款', 'Inspect again with the deduction'),
      answered('deduction', 'agreed'),
    ),
    to('done', answered('deduction', 'sendBack', 'rule')),
  ],
);

export const inspectedFine = { inspected: ['pass', 'deduct'] } as const;
export const toDispute = to('dispute', { inspected: ['fail'] });
