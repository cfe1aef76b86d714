import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readScriptRows, scriptLimits, scriptRows, type ScriptTableWords } from '#shared/domain/script-table';
import { shippedScripts } from '#shared/knowledge/scripts/library';

const words: ScriptTableWords = {
  headings: {
    id: '编号',
    code: '快捷码',
    scene: '场景',
    tone: '语气',
    title: '标题',
    text: '内容',
    tags: '标签',
    pictures: '图片',
  },
  scene: { calm: '安抚道歉', returning: '退货指引' },
  tone: { firm: '讲清界线' },
};
let made = 0;
const newId = () => `own.${(made += 1)}`;
const read = (rows: readonly (readonly string[])[], existing = shippedScripts) =>
  readScriptRows(rows, existing, 'zh-CN', [words], newId);

describe('a library as a table', () => {
  it('R123 what was exported comes back as the same', () => {
    const back = read(scriptRows(shippedScripts, 'zh-CN', words));
    expect(back?.map(({ effect }) => effect)).toEqual(shippedScripts.map(() => 'same'));
  });

  it('R123 new and changed rows are told apart; headings in any order and language', () => {
    const rows = [
      ['text', '标题', 'id', 'scene'],
      ['亲，{订单号} 已发', '发货', '', '退货指引'],
      ['改过的话', '先道歉', 'M14', ''],
    ];
    expect(read(rows)).toMatchObject([
      { effect: 'new', line: 2, script: { scene: 'returning', title: { 'zh-CN': '发货', en: '发货' } } },
      { effect: 'changed', line: 3, script: { id: 'M14', scene: 'calm', text: { 'zh-CN': '改过的话' } } },
    ]);
    const changed = read(rows)?.[1];
    expect(changed?.effect === 'changed' && changed.script.text.en).toContain('truly sorry');
  });

  it('rows that cannot be taken are named with their line and reason', () => {
    const rows = [
      ['内容', '标题', '编号'],
      ['', '空', ''],
      ['x'.repeat(scriptLimits.text + 1), '长', ''],
      ['退 {金额 元', '半边', ''],
      ['a', '甲', 'M1'],
      ['b', '乙', 'M1'],
      ['  ', ' ', ' '],
      ['c', '__proto__', '__proto__'],
    ];
    expect(read(rows)).toMatchObject([
      { line: 2, effect: 'bad', problem: 'noText' },
      { line: 3, effect: 'bad', problem: 'tooLong' },
      { line: 4, effect: 'bad', problem: 'badBlank' },
      { line: 5, effect: 'changed' },
      { line: 6, effect: 'bad', problem: 'twice' },
      { line: 8, effect: 'new' },
    ]);
  });

  it('a table without texts is none', () => {
    expect(read([['a', 'b']])).toBeNull();
    expect(read([])).toBeNull();
  });

  it('any text survives the way through a CSV file, and none is a formula there', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(text, (typed) => {
        const [script] = shippedScripts;
        if (script === undefined || /[{}]/.test(typed)) return;
        const own = { ...script, id: 'own.1', text: { 'zh-CN': typed, en: typed } };
        const rows = scriptRows([own], 'zh-CN', words);
        expect(rows[1]?.[5]).not.toMatch(/^[=+\-@\t\r]/);
        const parsed = Papa.parse<string[]>(Papa.unparse(rows as string[][], { quotes: true })).data;
        const back = read(parsed, [own])?.[0];
        expect(back?.effect !== 'bad' && back?.script.text['zh-CN']).toBe(typed.trim());
      }),
    );
  });
});
