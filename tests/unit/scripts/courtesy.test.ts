import { describe, expect, test } from 'vitest';
import { findCourtesyHints } from '#shared/domain/courtesy';
import { rudeRules } from '#shared/knowledge/courtesy';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { ruleSnippets } from '#shared/knowledge/rule-snippets';
import { findWording } from '#shared/domain/wording';

const kindsOf = (text: string) => findCourtesyHints(text).map(({ kind }) => kind);

describe('R114 politeness of a message', () => {
  test.each(shippedScripts)('$id, as shipped, needs no hint in either language', ({ text }) => {
    expect(findCourtesyHints(text['zh-CN'])).toEqual([]);
    expect(findCourtesyHints(text.en)).toEqual([]);
  });

  test.each([
    ['你自己没看清楚详情，怪谁', ['rude', 'you', 'bare']],
    ['急什么，等着', ['rude']],
    ['亲，规定就是这样，爱买不买', ['rude', 'rude']],
    ['您好，麻烦拍一下照片！！！', ['shouting']],
    ['WHY ARE YOU ASKING, please wait', ['shouting']],
    ['亲，你看这样可以吗，谢谢', ['you']],
    ['货已经发出去了，三天左右能到', ['bare']],
    ['好的，收到', []],
    ['你们家的衣服，亲说的是哪一件', []],
    ['', []],
  ] as const)('%j is hinted %j', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  test('every harsh word comes with what to say instead, in both languages', () => {
    for (const { instead } of rudeRules) {
      expect(instead.zh).not.toBe('');
      expect(instead.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('R120 rules to quote', () => {
  test('each is short, neutral, in both languages, with its row and the day of its wording', () => {
    expect(new Set(ruleSnippets.map(({ id }) => id)).size).toBe(ruleSnippets.length);
    for (const { text, title, rows, asOf } of ruleSnippets) {
      expect(rows.length).toBeGreaterThan(0);
      expect(asOf).toMatch(/^20\d\d-\d\d$/);
      expect(text.zh.length).toBeLessThan(90);
      expect(`${text.en}${title.en}`).not.toMatch(/[\u4e00-\u9fff]/);
      expect([...findWording(text.zh), ...findWording(text.en)]).toEqual([]);
    }
  });
});
