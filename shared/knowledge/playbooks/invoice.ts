import { answered, back, byway, definePlaybook, stage, step, to, w } from './define-playbook';
import { wrapUpNoted } from './last-stages';
import * as common from './common-steps';

const { memo } = common;

export const invoice = definePlaybook({
  version: 2,
  key: 'invoice',
  name: w('发票', 'Invoice'),
  about: w(
    '确认抬头、票种和送达，登记，开好发出；金额不夸大，项目只有两种。',
    'Title, type and delivery, log it, issue, send; no inflated amount, only two kinds of item.',
  ),
  rows: 'R67 R68 R103 R104 R105',
  bearer: 'shop',
  stages: [
    stage(
      'confirm',
      w('确认', 'Confirm'),
      [
        step('decision', 'invoice-kind', w('普票还是专票', 'Ordinary or special invoice?'), 'R67 R68 R103', {
          options: [
            { id: 'electronic', title: w('普票 · 电子', 'Ordinary, electronic'), event: 'invoice.applied' },
            { id: 'paper', title: w('普票 · 纸质', 'Ordinary, paper'), event: 'invoice.applied' },
            { id: 'special', title: w('专票', 'Special VAT'), event: 'invoice.applied' },
            { id: 'receipt', title: w('收据、改金额改项目（不开）', 'Receipt, other amount or item (no)') },
          ],
        }),
        step('note', 'title', w('抬头和税号', 'Title and tax number'), 'R67 R68 R103', {
          when: answered('invoice-kind', 'electronic', 'paper', 'special'),
          fields: [
            { id: 'title', title: w('抬头', 'Title'), type: 'text', required: true },
            { id: 'tax', title: w('税号', 'Tax number'), type: 'text', required: false },
          ],
        }),
        step(
          'note',
          'special-fields',
          w('专票：地址电话、开户行账号', 'Special: address, phone, bank, account'),
          'R68',
          {
            when: answered('invoice-kind', 'special'),
            fields: [
              {
                id: 'address',
                title: w('注册地址、电话', 'Registered address, phone'),
                type: 'text',
                required: true,
              },
              { id: 'bank', title: w('开户行、账号', 'Bank and account'), type: 'text', required: true },
            ],
          },
        ),
        step('note', 'postage', w('寄送地址和运费谁付', 'Where to, and who pays the postage'), 'R67 R68', {
          when: answered('invoice-kind', 'paper', 'special'),
          fields: [
            { id: 'to', title: w('地址', 'Address'), type: 'text', required: true },
            { id: 'postage', title: w('运费', 'Postage'), type: 'money', required: false },
          ],
        }),
        step(
          'script',
          'not-before',
          w('提醒：签收确认前先别报销', 'Remind: do not claim it before receipt'),
          'R103',
          {
            optional: true,
            script: 'M16',
          },
        ),
        step(
          'script',
          'no-custom',
          w('说明项目和金额不能定制', 'Explain: item and amount cannot be changed'),
          'R105 R120',
          {
            when: answered('invoice-kind', 'receipt'),
            script: 'R105.fixed',
          },
        ),
      ],
      [
        to('issue', answered('invoice-kind', 'electronic', 'paper', 'special')),
        to('done', answered('invoice-kind', 'receipt')),
      ],
    ),
    stage(
      'issue',
      w('登记开票', 'Log and issue'),
      [
        step('note', 'logged', w('登记或转给财务', 'Log it or pass it to accounting'), 'R67 R68 R104', {
          waitRole: 'finance',
          help: w(
            '通讯录里有财务的，会记成“在等谁”；状态变为待开。',
            'Somebody from accounting in the contact book becomes who the case waits for; the state becomes “to issue”.',
          ),
          fields: [
            { id: 'to', title: w('交给谁', 'Given to'), type: 'text', required: true },
            { id: 'note', title: w('备注', 'Note'), type: 'text', required: false },
          ],
        }),
        step('note', 'content', w('开票项目和金额', 'Item and amount of the invoice'), 'R105', {
          help: w(
            '项目只有实际商品和送装服务两种，金额不能超过实付。',
            'Only the real goods and delivery or fitting; no more than was paid.',
          ),
          fields: [
            {
              id: 'item',
              title: w('项目', 'Item'),
              type: 'choice',
              required: true,
              choices: [
                { id: 'goods', title: w('实际商品', 'The real goods') },
                { id: 'service', title: w('送装、安装服务费', 'Delivery and fitting') },
                { id: 'both', title: w('商品和送装服务', 'Goods and delivery') },
              ],
            },
            {
              id: 'amount',
              title: w('开票金额', 'Invoice amount'),
              type: 'money',
              required: true,
              atMost: 'paid',
            },
          ],
        }),
        step('deadline', 'issued', w('已开票', 'Issued'), 'R104', { event: 'invoice.issued' }),
        step('note', 'sent', w('已发出 / 已寄', 'Sent'), 'R104', {
          waitOn: 'us',
          fields: [
            { id: 'how', title: w('邮箱 / 单号', 'Mail / waybill'), type: 'text', required: true },
            { id: 'number', title: w('发票号码', 'Invoice number'), type: 'text', required: false },
          ],
        }),
        memo,
        step('decision', 'invoice-right', w('发票对吗', 'Is the invoice right?'), 'R104', {
          optional: true,
          options: [
            { id: 'fine', title: w('没问题', 'Yes') },
            { id: 'wrong', title: w('开错了、退货了，要红冲', 'No, or returned: void it') },
          ],
        }),
      ],
      [
        to('void', answered('invoice-right', 'wrong')),
        to('done'),
        back('confirm', w('资料不对，重新确认', 'Details wrong: confirm again')),
      ],
    ),
    byway(
      'void',
      w('红冲', 'Void'),
      [
        step('note', 'voided', w('红冲原票', 'Void the invoice'), 'R104', {
          waitRole: 'finance',
          fields: [
            { id: 'why', title: w('为什么红冲', 'Why'), type: 'text', required: true },
            {
              id: 'number',
              title: w('红字发票号码', 'Number of the voiding invoice'),
              type: 'text',
              required: false,
            },
          ],
        }),
        step('decision', 'again', w('要不要重开', 'Issue it again?'), 'R104', {
          options: [
            { id: 'yes', title: w('重开一张', 'Yes, a new one') },
            { id: 'no', title: w('不再开', 'No') },
          ],
        }),
      ],
      [
        to('done', answered('again', 'no')),
        back('confirm', w('重新确认再开', 'Confirm and issue again'), answered('again', 'yes')),
      ],
    ),
    // A return after all was done voids the invoice too.
    { ...wrapUpNoted, next: [back('void', w('之后退货了：红冲', 'Returned since: void it'))] },
  ],
  statuses: [
    { id: 'toConfirm', title: w('待确认', 'To confirm') },
    { id: 'toIssue', title: w('待开', 'To issue'), after: 'logged' },
    { id: 'issued', title: w('已开', 'Issued'), after: 'issued' },
    { id: 'sent', title: w('已寄', 'Sent'), after: 'sent' },
    { id: 'voided', title: w('红冲', 'Voided'), after: 'voided' },
  ],
});
