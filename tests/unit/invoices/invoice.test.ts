import { describe, expect, test } from 'vitest';
import { fieldsOf, financeBlock, isConfirmed, missingOf, noDetails } from '#shared/domain/invoice';
import { readInvoiceText } from '#shared/domain/invoice-text';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { reminderScript } from '#shared/knowledge/invoice-steps';

const words = { field: (name: string) => name, choice: (_field: string, value: string) => value, colon: '=' };
const order = { orderNo: '123', buyerId: '小鱼', product: '帽子' };

describe('what an invoice needs', () => {
  test('R67 R103 a paper one asks for address, recipient and who pays the postage; an electronic one for a mailbox', () => {
    const paper = { ...noDetails, form: 'paper' as const };
    expect(missingOf(paper)).toEqual([
      'title',
      'taxNo',
      'amountFen',
      'recipient',
      'phone',
      'address',
      'postageBy',
    ]);
    expect(missingOf({ ...paper, postageBy: 'buyer' })).toContain('postageFen');
    expect(missingOf({ ...paper, postageBy: 'shop' })).not.toContain('postageFen');
    expect(missingOf(noDetails)).toEqual(['title', 'taxNo', 'amountFen', 'email']);
    const person = {
      ...noDetails,
      titleKind: 'personal' as const,
      title: '个人',
      amountFen: 1,
      email: 'a@b.cn',
    };
    expect(missingOf(person)).toEqual([]);
  });

  test('R68 a special one asks for all tax fields, whatever the title was said to be', () => {
    const asked = missingOf({ ...noDetails, kind: 'special', titleKind: 'personal' });
    expect(asked).toEqual(
      expect.arrayContaining(['taxNo', 'registeredAddress', 'registeredPhone', 'bank', 'bankAccount']),
    );
  });

  test('R67 accounting gets every known field that counts, a line each, and nothing that does not', () => {
    const text = financeBlock(
      {
        ...noDetails,
        title: '某某公司',
        taxNo: '9',
        amountFen: 12_050,
        bank: '不算',
        email: 'a@b.cn',
        note: '急',
      },
      order,
      words,
    );
    expect(text).toBe(
      'kind=ordinary\nform=electronic\ntitle=某某公司\ntaxNo=9\nitem=goods\namountFen=¥120.50\nemail=a@b.cn\norderNo=123\nbuyerId=小鱼\nproduct=帽子\nnote=急',
    );
    expect(fieldsOf(noDetails)).not.toContain('bank');
  });

  test('R103 the message asks for title, kind and delivery, and not to hand it in before receipt is confirmed', () => {
    const text = shippedScripts.find(({ id }) => id === reminderScript)?.text;
    expect(text?.['zh-CN']).toMatch(/抬头.*类型.*邮箱.*确认收货之前请先不要拿去报销/s);
    expect(text?.en).toMatch(/title.*kind.*mailbox.*not hand it in before you confirm receipt/s);
    expect(isConfirmed({ events: {} })).toBe(false);
    expect(isConfirmed({ events: { 'order.received': 1 } })).toBe(true);
    expect(isConfirmed({ events: { 'trade.succeeded': 1 } })).toBe(true);
  });
});

describe('a text that a buyer sent', () => {
  test('R68 is sorted into its fields, in whatever order and form they come', () => {
    const all = {
      title: '杭州某某科技有限公司',
      taxNo: '91330100799655058B',
      registeredAddress: '浙江省杭州市西湖区文三路1号',
      registeredPhone: '0571-87654321',
      bank: '招商银行杭州文三支行',
      bankAccount: '571900012345678',
    };
    expect(
      readInvoiceText(
        '名称：杭州某某科技有限公司\n纳税人识别号：9133 0100 7996 5505 8b\n地址、电话：浙江省杭州市西湖区文三路1号 0571-87654321\n开户行及账号：招商银行杭州文三支行 5719 0001 2345 678',
      ),
    ).toEqual(all);
    expect(
      readInvoiceText(
        '单位名称:杭州某某科技有限公司,税号:91330100799655058B;注册地址:浙江省杭州市西湖区文三路1号,电话:0571-87654321,开户银行:招商银行杭州文三支行,银行账号:571900012345678',
      ),
    ).toEqual(all);
  });

  test('R67 knows the paper one’s address, and what has no names at all', () => {
    expect(
      readInvoiceText(
        '抬头：个人\n收件人：王小明\n收件电话：13800138000\n收货地址：广州市天河区1号\n邮箱：a@b.cn',
      ),
    ).toEqual({
      title: '个人',
      recipient: '王小明',
      phone: '13800138000',
      address: '广州市天河区1号',
      email: 'a@b.cn',
    });
    expect(readInvoiceText('某某贸易商行\n91330100799655058B\nfin@shop.cn')).toEqual({
      title: '某某贸易商行',
      taxNo: '91330100799655058B',
      email: 'fin@shop.cn',
    });
    expect(readInvoiceText('  \n ')).toEqual({});
  });
});
