import { describe, expect, test } from 'vitest';
import { listFiles, readText } from '../architecture/read-tree';

const languages = ['zh-CN', 'en'] as const;
type Language = (typeof languages)[number];
type Texts = ReadonlyMap<string, string>;

/** Every text of a language under its full key (`area.key.key`). */
function readTexts(language: Language): Texts {
  const texts = new Map<string, string>();
  const add = (key: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [part, inner] of Object.entries(value)) add(`${key}.${part}`, inner);
    } else texts.set(key, String(value));
  };
  for (const path of listFiles(`renderer/text/${language}`)) {
    add(/([^/]+)\.json$/.exec(path)?.[1] ?? path, JSON.parse(readText(path)));
  }
  return texts;
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '').toSorted();
}

/** The key without i18next's plural ending: English has two forms where Chinese has one. */
function base(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, '');
}

const zh = readTexts('zh-CN');
const en = readTexts('en');

/** Keys written out in the window's code, with the file they stand in. */
const used = listFiles('renderer')
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) =>
    [...readText(path).matchAll(/\b(?:t|tell|warn)\(\s*'([A-Za-z][\w-]*\.[\w.-]+)'/g)].map((match) => ({
      path,
      key: match[1] ?? '',
    })),
  );

describe('the texts', () => {
  test('both languages have the same areas and keys', () => {
    const keys = (texts: Texts): readonly string[] => [...new Set([...texts.keys()].map(base))].toSorted();
    expect(keys(en)).toEqual(keys(zh));
    expect(zh.size).toBeGreaterThan(100);
  });

  test('a text has the same placeholders in both languages', () => {
    const chinese = new Map([...zh].map(([key, text]) => [base(key), placeholders(text)]));
    const different = [...en]
      .filter(([key]) => !key.endsWith('_one'))
      .filter(([key, text]) => placeholders(text).join() !== (chinese.get(base(key)) ?? []).join())
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  test.each([
    ['zh-CN', zh],
    ['en', en],
  ] as const)('no text of %s is empty', (_language, texts) => {
    expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('no English text is left in Chinese', () => {
    const chinese = [...en].filter(([, text]) => /[\u4e00-\u9fff]/.test(text.replace(/留底|中文/g, '')));
    expect(chinese.map(([key]) => key)).toEqual([]);
  });

  test('every key written in the code exists', () => {
    const known = new Set([...zh.keys()].map(base));
    expect(used.filter(({ key }) => !known.has(key)).map(({ path, key }) => `${path}: ${key}`)).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });
});
