import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personColumns, personCsv, readPersonRows, type PersonHeadings } from '#shared/domain/person-csv';
import { cleanPerson, findPersonProblems, type Person, type PersonInput } from '#shared/domain/person';
import { findPeople, indexPeople } from '../../../renderer/features/people/find-people';
import { personRoles } from '#shared/knowledge/people-roles';

const headings: PersonHeadings = {
  role: '角色',
  name: '姓名',
  phone: '电话',
  wechat: '微信',
  company: '公司',
  courier: '快递',
  note: '备注',
  returnAddress: '退货地址',
  terms: '合作条件',
  licence: '资质证明',
};
const blank: PersonInput = {
  role: 'supplier',
  name: '',
  phone: '',
  wechat: '',
  company: '',
  courier: '',
  shopId: null,
  note: '',
};
function person(part: Partial<PersonInput>): Person {
  return { ...blank, ...part, id: 'x' as Person['id'], createdAt: 0, updatedAt: 0 };
}

test('R109 the book goes out safe for a spreadsheet and comes back the same', () => {
  const line = fc.constantFrom('王芳', '=cmd|calc', '+86 138 0013 8000', '张"三', 'a,b', '-1', '@x', '  x ');
  fc.assert(
    fc.property(line, line, fc.constantFrom(...personRoles), (name, note, role) => {
      const one = { ...person({ name, note, role: role.id, phone: '0571-87654321' }) };
      const csv = personCsv([one], headings, 'zh-CN', false);
      expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
      const rows = readPersonRows(csv, [], [headings]);
      expect(rows).toEqual([
        {
          line: 2,
          effect: 'new',
          person: cleanPerson({ ...blank, name, note, role: role.id, phone: '0571-87654321' }),
        },
      ]);
    }),
  );
});

test('R125 return address, terms and licences of a supplier are kept, found, carried and masked', () => {
  const details = { returnAddress: ' 王芳 13800138000\n杭州 ', terms: '7 天包换', licence: '  ' };
  const one = { ...person({}), ...cleanPerson({ ...blank, name: '厂', details }) };
  expect(one.details).toEqual({ returnAddress: '王芳 13800138000\n杭州', terms: '7 天包换' });
  expect(findPeople(indexPeople([one], 'zh-CN'), '包换', '')).toEqual([one]);
  const rows = readPersonRows(personCsv([one], headings, 'zh-CN', false), [], [headings]);
  expect(rows).toMatchObject([{ effect: 'new', person: { details: one.details } }]);
  expect(personCsv([one], headings, 'zh-CN', true)).not.toContain('13800138000');
  expect(findPersonProblems({ ...blank, name: 'a', details: { terms: 'x'.repeat(501) } })).toEqual(['long']);
  expect(cleanPerson({ ...blank, details: { terms: ' ' } })).not.toHaveProperty('details');
});

test('R109 numbers and names leave masked unless asked', () => {
  const one = person({ name: '王芳', phone: '13800138000', wechat: 'wangfang88', note: '电话 13900139000' });
  const csv = personCsv([one], headings, 'zh-CN', true);
  for (const secret of ['13800138000', '王芳', 'wangfang88', '13900139000'])
    expect(csv).not.toContain(secret);
  expect(csv).toContain('138****8000');
});

test('an import takes headings in either language, skips who is known, and names what is wrong', () => {
  const known = person({ name: '李师傅', phone: '138 0013 8000' });
  const text = 'Name,Phone,Role\n李师傅,13800138000,师傅\n,,\n新人,123,厂商/供应商\n坏,电话是多少,x\n';
  const english = Object.fromEntries(
    personColumns.map((column) => [column, column[0]?.toUpperCase() + column.slice(1)]),
  ) as PersonHeadings;
  expect(readPersonRows(text, [known], [headings, english])).toMatchObject([
    { line: 2, effect: 'known' },
    { line: 3, effect: 'bad', problem: 'phone' },
    { line: 4, effect: 'bad', problem: 'phone' },
  ]);
  expect(readPersonRows('a,b\n1,2', [], [headings])).toBeNull();
  expect(personColumns).toContain('wechat');
});

test('a name or a company is needed, a phone has to look like one', () => {
  expect(findPersonProblems(blank)).toEqual(['name']);
  expect(findPersonProblems({ ...blank, company: '某厂' })).toEqual([]);
  expect(findPersonProblems({ ...blank, name: 'x', phone: '０１２３４５６７' })).toEqual([]);
  expect(findPersonProblems({ ...blank, name: 'x', phone: '0571-87654321转802' })).toEqual([]);
  expect(findPersonProblems({ ...blank, name: 'x', phone: 'call me' })).toEqual(['phone']);
  expect(findPersonProblems({ ...blank, name: 'x'.repeat(81) })).toEqual(['long']);
});

test('R58 somebody is found by pinyin, initials, digits of the number and role', () => {
  const people = [
    person({ name: '王芳', role: 'warehouse', phone: '138-0013-8000' }),
    person({ name: '', company: '顺丰西湖网点', role: 'outlet' }),
  ];
  const index = indexPeople(people, 'zh-CN');
  const found = (typed: string, role = '') =>
    findPeople(index, typed, role).map(({ name, company }) => name || company);
  for (const typed of ['wf', 'wangfang', '王', '13800138000', '仓库', 'ck wf'])
    expect(found(typed)).toEqual(['王芳']);
  expect(found('sfxh')).toEqual(['顺丰西湖网点']);
  expect(found('', 'outlet')).toEqual(['顺丰西湖网点']);
  expect(found('nobody')).toEqual([]);
});
