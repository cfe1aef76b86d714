import { caseTypes } from './case';
import { effectOf, problemOf, type ImportRow } from './script-table';
import type { Script, ScriptLanguage, ScriptPicture } from './script';

const languages = ['zh-CN', 'en'] as const satisfies readonly ScriptLanguage[];

/** A picture's bytes in a library file, once however many messages have it. */
export type CarriedPicture = { readonly mime: string; readonly data: string };

/** A message as a library file carries it: everything, in both languages. */
export function carriedScript({
  id,
  code,
  scene,
  tone,
  for: types,
  tags,
  title,
  text,
  pictures = [],
}: Script) {
  return {
    id,
    code,
    scene,
    tone,
    for: types,
    tags,
    title,
    text,
    pictures: pictures.map(({ sha256, name }) => ({ sha256, name })),
  };
}

/** A property of something read from outside; never one it inherits. */
export function readKey(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** The messages of a parsed library file, or null when it holds no list of them. */
export function listOfScripts(body: unknown): readonly unknown[] | null {
  const list = readKey(body, 'scripts') ?? body;
  return Array.isArray(list) ? list : null;
}

/** Pictures a carried message names, in order; undefined when the file says nothing of pictures (an older one). */
export function namedPictures(
  one: unknown,
): readonly { readonly sha256: string; readonly name: string }[] | undefined {
  const list = readKey(one, 'pictures');
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((picture: unknown) => {
    const [sha256, name] = [readKey(picture, 'sha256'), readKey(picture, 'name')];
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return [];
    return [{ sha256, name: typeof name === 'string' ? name : '' }];
  });
}

/**
 * A row of an import with what only a library file can carry: the words in the other language, the case types and the
 * pictures. What is missing in the file stays as it is here.
 */
export function withCarried(
  row: ImportRow,
  one: unknown,
  old: Script | undefined,
  pictures: readonly ScriptPicture[] | undefined,
): ImportRow {
  if (row.effect === 'bad') return row;
  const both = (key: 'title' | 'text'): Script['text'] =>
    Object.fromEntries(
      languages.map((language) => {
        const words = readKey(readKey(one, key), language);
        return [
          language,
          typeof words === 'string' && words.trim() !== '' ? words.trim() : row.script[key][language],
        ];
      }),
    ) as Script['text'];
  const [title, text] = [both('title'), both('text')];
  for (const language of languages) {
    const problem = problemOf(title[language], text[language]);
    if (problem !== null)
      return { line: row.line, effect: 'bad', problem, title: row.script.title[language] };
  }
  const types = readKey(one, 'for');
  const kept = pictures ?? row.script.pictures ?? [];
  const { pictures: _old, ...rest } = row.script;
  const script: Script = {
    ...rest,
    title,
    text,
    for: Array.isArray(types)
      ? types.flatMap((name: unknown) => caseTypes.find((type) => type === name) ?? [])
      : rest.for,
    ...(kept.length === 0 ? {} : { pictures: kept }),
  };
  const named = namedPictures(one)?.length ?? 0;
  return { ...row, script, effect: effectOf(old, script), leftOut: Math.max(0, named - kept.length) };
}
