import { answered, back, byway, definePlaybook, stage, step, to, w } from './define-playbook';
import { wrapUpNoted } from './last-stages';
import * as common from './common-steps';

const { contactBuyer, memo } = common;

const toldCourier = step('note', 'tell-courier', w('回复配送商', 'Answer the courier'), 'R84 R86 R109', {
  waitOn: 'courier',
  fields: [{ id: 'what', title: w('回复内容', 'What was said'), type: 'text', required: true }],
});
export const undeliverable = definePlaybook({
  version: 3,
  key: 'undeliverable',
  name: w('超区/停发/无网点', 'Cannot be delivered'),
  about: w(
    '超区、停发、不可抗力或没有网点：谁付差价，还要不要，换 EMS 重发。',
    'Out of area, suspended, force majeure or no outlet: who pays, still wanted, resend by EMS.',
  ),
  rows: 'R34 R35 R36 R37 R82 R83 R84 R85 R86',
  bearer: 'shop',
  stages: [
    stage(
      'ask',
      w('原因', 'Why'),
      [
        step('decision', 'why', w('为什么送不到', 'Why it cannot be delivered'), 'R34 R82 R84 R85 R86', {
          options: [
            {
              id: 'noOutlet',
              title: w('没有网点，已退回', 'No outlet, came back'),
              event: 'delivery.problem',
              set: { goods: 'returned' },
            },
            { id: 'outOfArea', title: w('超区', 'Out of area'), event: 'delivery.problem' },
            { id: 'suspended', title: w('停发', 'Suspended'), event: 'delivery.problem' },
            { id: 'forceMajeure', title: w('不可抗力', 'Force majeure'), event: 'delivery.problem' },
            {
              id: 'unreachable',
              title: w('联系不上买家', 'Buyer cannot be reached'),
              event: 'delivery.unreachable',
            },
          ],
        }),
        contactBuyer,
      ],
      [
        to('resend', answered('why', 'noOutlet')),
        to('reach', answered('why', 'unreachable')),
        to('agree', answered('why', 'outOfArea', 'suspended', 'forceMajeure')),
      ],
    ),
    byway(
      'agree',
      w('与买家商量', 'Agree with the buyer'),
      [
        step(
          'note',
          'surcharge',
          w('加多少，谁出，比例', 'How much more, who pays, in which shares'),
          'R82',
          {
            when: answered('why', 'outOfArea'),
            fields: [
              { id: 'amount', title: w('超区费', 'Surcharge'), type: 'money', required: true },
              {
                id: 'profit',
                title: w('这单大致利润', 'Rough margin of the order'),
                type: 'money',
                required: false,
              },
              { id: 'share', title: w('买家 / 店铺各多少', 'Buyer / shop'), type: 'text', required: true },
            ],
          },
        ),
        step('note', 'force-record', w('记下不可抗力的情况', 'Record the force majeure'), 'R84', {
          when: answered('why', 'forceMajeure'),
          waitOn: 'buyer',
          remind: { words: w('问物流：恢复了没有', 'Ask whether it is over'), field: 'until' },
          fields: [
            {
              id: 'what',
              title: w('什么情况（天气、封路、管控）', 'What happened (weather, road closed)'),
              type: 'text',
              required: true,
            },
            { id: 'where', title: w('货停在哪', 'Where the goods are'), type: 'text', required: true },
            { id: 'fee', title: w('拒收退回要多少', 'Cost of a refusal'), type: 'money', required: true },
            { id: 'until', title: w('预计到什么时候', 'Expected until'), type: 'time', required: true },
          ],
        }),
        step(
          'script',
          'fee-notice',
          w('告知买家：拒收会产生退回费用', 'Tell the buyer what refusing costs'),
          'R84',
          {
            when: answered('why', 'forceMajeure'),
            script: 'M18.fee',
          },
        ),
        step('script', 'notice', w('告知买家', 'Tell the buyer'), 'R82 R85', {
          when: answered('why', 'outOfArea', 'suspended'),
          optional: true,
          script: 'M18',
        }),
        step('decision', 'choice', w('买家怎么选', 'What the buyer wants'), 'R82 R83 R84 R85', {
          options: [
            { id: 'pay', title: w('加费继续送', 'Pay and deliver') },
            { id: 'wait', title: w('等恢复再发', 'Wait') },
            { id: 'cancel', title: w('不要了，转售后', 'Cancel: go on as a refund') },
            { id: 'shop', title: w('店铺承担，继续送', 'Shop pays, deliver'), set: { liability: 'shop' } },
          ],
        }),
        step('note', 'large-rule', w('大件退换规则已告知', 'Told the rule for large items'), 'R83', {
          optional: true,
          when: answered('choice', 'cancel'),
          help: w(
            '大件拆封、安装过不影响二次销售才能退；发出和退回的运费、搬运费按责任方算，先说清再转售后。',
            'Large items only come back fit to be sold again; carriage both ways and carrying are paid by whoever is liable. Say so first.',
          ),
        }),
        toldCourier,
        memo,
      ],
      [
        to('done', answered('choice', 'pay', 'shop')),
        to('hold', answered('choice', 'wait')),
        to('convert', answered('choice', 'cancel')),
        back('agree', w('买家改主意了，重新商量', 'Buyer changed their mind: talk again')),
      ],
    ),
    byway(
      'convert',
      w('转售后', 'Go on as after-sales'),
      [
        step(
          'decision',
          'go-on',
          w('货现在在哪，转成哪一种', 'Where are the goods: go on as'),
          'R83 R84 R85',
          {
            options: [
              {
                id: 'notSent',
                title: w('还没发出：未发货退款', 'Not sent: refund before shipping'),
                set: { type: 'unshippedRefund' },
              },
              {
                id: 'onWay',
                title: w('还在路上：在途退款/拦截', 'On its way: in-transit refund'),
                set: { type: 'inTransitRefund', goods: 'inTransit' },
              },
              {
                id: 'comingBack',
                title: w('已在退回：拒收/返货', 'Coming back: refused'),
                set: { type: 'refused', goods: 'returning' },
              },
              {
                id: 'delivered',
                title: w('大件已送到：退货退款', 'Large item delivered: return and refund'),
                set: { type: 'returnRefund', goods: 'received' },
              },
            ],
          },
        ),
      ],
      [to('done')],
    ),
    byway(
      'hold',
      w('等恢复', 'On hold'),
      [
        step('note', 'resume', w('记下预计恢复时间', 'Note when it resumes'), 'R80 R85', {
          waitOn: 'courier',
          remind: { words: w('问恢复发货了没有', 'Ask whether delivery has resumed'), field: 'when' },
          fields: [{ id: 'when', title: w('预计', 'Expected'), type: 'time', required: true }],
        }),
        step('deadline', 'sent-after-hold', w('恢复后已发出', 'Sent after it resumed'), 'R85', {
          event: 'order.shipped',
        }),
      ],
      [to('done'), back('agree', w('等太久，重新商量', 'Too long: talk again'))],
    ),
    byway(
      'reach',
      w('找到买家', 'Reach the buyer'),
      [
        step(
          'contact',
          'ladder',
          w('旺旺、电话、短信、微信挨个试', 'Chat, phone, text, WeChat in turn'),
          'R7 R86 R165',
          {
            help: w(
              '买家常在晚上上线的，约在那个时间再试。',
              'Some buyers come online late: try again at that hour.',
            ),
          },
        ),
        step('note', 'right-contact', w('记下正确的联系方式', 'Note the right contact'), 'R86', {
          fields: [
            { id: 'contact', title: w('电话 / 地址', 'Phone / address'), type: 'text', required: true },
          ],
        }),
        { ...toldCourier, id: 'tell-courier-contact' },
      ],
      [to('done'), back('ask', w('还是送不到', 'Still not delivered'))],
    ),
    byway(
      'resend',
      w('换 EMS 重发', 'Resend by EMS'),
      [
        step('note', 'ems', w('填 EMS 单，各项都填齐', 'Fill the EMS form completely'), 'R34 R77', {
          waitOn: 'courier',
          goods: 'inTransit',
          fields: [
            {
              id: 'carrier',
              title: w('换成哪家', 'New carrier'),
              type: 'choice',
              required: true,
              choices: [
                { id: 'ems', title: w('EMS', 'EMS') },
                { id: 'post', title: w('邮政快递包裹', 'China Post parcel') },
                { id: 'sf', title: w('顺丰', 'SF Express') },
                { id: 'other', title: w('其他送得到的快递', 'Another that delivers there') },
              ],
            },
            { id: 'waybill', title: w('新单号', 'New waybill'), type: 'waybill', required: true },
            {
              id: 'filled',
              title: w('面单各项，逐项核对', 'Every field of the form, one by one'),
              type: 'checks',
              required: true,
              choices: [
                { id: 'receiver', title: w('收件人', 'Receiver') },
                { id: 'phone', title: w('电话', 'Phone') },
                { id: 'address', title: w('详细地址', 'Full address') },
                { id: 'goods', title: w('品名', 'Goods') },
                { id: 'count', title: w('数量', 'Count') },
                { id: 'value', title: w('价值', 'Value') },
                { id: 'sender', title: w('寄件人和电话', 'Sender and phone') },
              ],
            },
          ],
        }),
        step('decision', 'first-time', w('补差价：是第一次吗', 'Surcharge: the first time?'), 'R37', {
          options: [
            { id: 'first', title: w('首次，店铺承担', 'First: shop pays'), set: { liability: 'shop' } },
            { id: 'again', title: w('不是首次，买家承担', 'Again: buyer pays'), set: { liability: 'buyer' } },
            { id: 'none', title: w('没有差价', 'No surcharge') },
          ],
        }),
        {
          ...memo,
          id: 'memo-resend',
          title: w(
            '一键备注：退回重发，署名、蓝旗、延长交易',
            'One key: memo, name, blue flag, extend the trade',
          ),
          macro: {
            memo: w(
              '因快递不到退回，已改发{ems.carrier}，新单号 {ems.waybill}',
              'Came back, courier does not deliver there; sent again by {ems.carrier}, {ems.waybill}',
            ),
            flag: 'undeliverable',
            extend: 'extend-trade',
          },
          rows: ['R35', 'R29'],
          help: w(
            '一下做完：备注写好并复制，去后台粘贴；旗帜和延长交易也在后台点一下。',
            'All in one: the memo is written and copied to paste in the back office; set flag and extension there too.',
          ),
        },
        { ...common.extendTrade, rows: ['R35', 'R24'] },
        step(
          'script',
          'resent',
          w('告诉买家新单号和原因', 'Tell the buyer the new waybill number and why'),
          'R36 R37',
          {
            script: 'M6',
          },
        ),
      ],
      [to('done')],
    ),
    wrapUpNoted,
  ],
});
