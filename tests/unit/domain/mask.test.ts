import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddress, maskName, maskPhone, maskText } from '#shared/domain/mask';

describe('masks of personal data', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['+86 138 0013 8000', '138****8000'],
    ['8613800138000', '138****8000'],
    ['138-0013-8000', '138****8000'],
    ['１３８００１３８０００', '１３８****８０００'],
    ['13800138000转1234', '138****8000转****'],
    ['13800138000-1234', '138****8000-****'],
    ['0571-87654321', '0571-****4321'],
    ['(010)62345678', '(010)-****5678'],
    ['138****8000', '138****8000'],
    ['4001234', '****'],
    ['', ''],
  ])('phone %s becomes %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['王小明', '王**'],
    ['欧阳修', '欧阳**'],
    ['Jane Doe', 'J**'],
    ['王', '王**'],
    ['𠮷田', '𠮷**'],
    ['王**', '王**'],
    ['  ', ''],
  ])('name %s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['浙江省杭州市西湖区文三路100号3栋201室', '浙江省杭州市西湖区****'],
    ['浙江省 杭州市 西湖区 文三路 100号', '浙江省 杭州市 西湖区****'],
    ['广西壮族自治区南宁市青秀区民族大道1号', '广西壮族自治区南宁市青秀区****'],
    ['北京市朝阳区望京街道1号', '北京市朝阳区****'],
    ['12 Main Street', '****'],
    ['浙江省杭州市西湖区****', '浙江省杭州市西湖区****'],
  ])('address %s becomes %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it.each([
    ['张三，13800138000，浙江省杭州市西湖区文三路100号3栋201室', '张**，138****8000，浙江省杭州市西湖区****'],
    ['收件人：李小四 电话 13912345678', '收件人：李** 电话 139****5678'],
    ['王五 139 1234 5678 上海市浦东新区世纪大道88号2203', '王** 139****5678 上海市浦东新区****'],
    ['身份证 11010519491231002X', '身份证 110105****'],
    ['退到仓库，地址是浙江省金华市义乌市福田街道3区12栋', '退到仓库，地址是浙江省金华市义乌市****'],
  ])('free text %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    '订单 2876543210987654321 已退款',
    '订单 190123456789012345',
    '运单 YT1380013800012 已签收',
    '尺码发错，三件蓝色，换货 20261121-003',
    '赔付 138.00 元',
    '杭州市的买家说退货',
  ])('leaves what is not personal: %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('a fingerprint stays whole, whatever digits it holds; a number beside it does not', () => {
    const hash = `5175322d4cd2f2d8b780221181f8d1b24f86502a7d4a85918a7b7e02987651198f`.slice(0, 64);
    const other = `${'a'.repeat(40)}b13800138000c${'d'.repeat(11)}`;
    for (const one of [hash, other]) {
      expect(one).toHaveLength(64);
      expect(maskText(`指纹 ${one}，电话 13800138000`)).toBe(`指纹 ${one}，电话 138****8000`);
    }
    expect(maskText(`${'a'.repeat(10)}b13800138000`)).toContain('138****8000');
  });

  it('masking twice changes nothing, and no mobile number stays', () => {
    const phone = fc.tuple(fc.constantFrom('13', '15', '18', '19'), fc.integer({ min: 0, max: 999_999_999 }));
    fc.assert(
      fc.property(fc.string(), phone, fc.string(), (before, [head, rest], after) => {
        const number = `${head}${String(rest).padStart(9, '0')}`;
        const text = `${before} ${number} ${after}`;
        const once = maskText(text);
        expect(once).not.toContain(number);
        expect(maskText(once)).toBe(once);
      }),
    );
  });
});
