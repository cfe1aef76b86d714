import { blanksIn, scriptScenes, scriptTones, type Script, type ScriptLanguage } from './script';
import { readCell, textCell } from './wrong-shipment-csv';

/** Columns of an exported library, in order; of pictures a table can only say how many there are. */
export const scriptColumns = ['id', 'code', 'scene', 'tone', 'title', 'text', 'tags', 'pictures'] as const;
export type ScriptColumn = (typeof scriptColumns)[number];

/** Words for headings, scenes and tones; a table in either language is read. */
export type ScriptTableWords = {
  readonly headings: Readonly<Record<ScriptColumn, string>>;
  readonly scene: Readonly<Record<string, string>>;
  readonly tone: Readonly<Record<string, string>>;
};

/** Most rows, and most characters of a title and of a text, an import takes. */
export const scriptLimits = { rows: 5000, title: 80, text: 4000, tags: 20, tag: 40, code: 40 } as const;

/** The library as rows of text, headings first; cells are safe for a spreadsheet. */
export function scriptRows(
  scripts: readonly Script[],
  language: ScriptLanguage,
  words: ScriptTableWords,
): readonly (readonly string[])[] {
  return [
    scriptColumns.map((column) => words.headings[column]),
    ...scripts.map((script) => [
      script.id,
      textCell(script.code),
      words.scene[script.scene] ?? script.scene,
      words.tone[script.tone] ?? script.tone,
      textCell(script.title[language]),
      textCell(script.text[language]),
      textCell(script.tags.join(' ')),
      script.pictures === undefined ? '' : String(script.pictures.length),
    ]),
  ];
}

/** Why a row of an import is not taken. */
export type RowProblem = 'noText' | 'tooLong' | 'badBlank' | 'twice' | 'tooMany';

/** A row of an import before anything is changed: what it would do. `line` counts from 1 as a spreadsheet does. */
export type ImportRow =
  | {
      readonly line: number;
      readonly effect: 'new' | 'changed' | 'same';
      readonly script: Script;
      /** Pictures the file speaks of that did not come with it and are not here either. */
      readonly leftOut: number;
    }
  | { readonly line: number; readonly effect: 'bad'; readonly problem: RowProblem; readonly title: string };

/** Reads a table with headings in any of the given languages; null when no column of texts is found. */
export function readScriptRows(
  rows: readonly (readonly string[])[],
  existing: readonly Script[],
  language: ScriptLanguage,
  languages: readonly ScriptTableWords[],
  newId: () => string,
): readonly ImportRow[] | null {
  const head = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const columnOf = (column: ScriptColumn): number =>
    head.findIndex(
      (cell) => cell === column || languages.some(({ headings }) => headings[column].toLowerCase() === cell),
    );
  const at = Object.fromEntries(scriptColumns.map((column) => [column, columnOf(column)])) as Record<
    ScriptColumn,
    number
  >;
  if (at.text === -1) return null;
  const seen = new Set<string>();
  return rows.slice(1).flatMap((row, index): ImportRow[] => {
    const cell = (column: ScriptColumn): string =>
      readCell((at[column] === -1 ? '' : row[at[column]]) ?? '').trim();
    if (row.every((one) => one.trim() === '')) return [];
    const line = index + 2;
    const problem =
      index >= scriptLimits.rows
        ? 'tooMany'
        : cell('code').length > scriptLimits.code
          ? 'tooLong'
          : problemOf(cell('title'), cell('text'));
    const title = cell('title') || (cell('text').split(/\s/, 1)[0] ?? '').slice(0, 20);
    if (problem !== null)
      return [{ line, effect: 'bad', problem, title: title.slice(0, scriptLimits.title) }];
    const old = existing.find(({ id }) => id === cell('id'));
    const id = old?.id ?? newId();
    if (seen.has(id)) return [{ line, effect: 'bad', problem: 'twice', title }];
    seen.add(id);
    const script = makeScript(id, old, language, {
      code: cell('code'),
      scene:
        keyOf(
          cell('scene'),
          scriptScenes,
          languages.map(({ scene }) => scene),
        ) ??
        old?.scene ??
        'calm',
      tone:
        keyOf(
          cell('tone'),
          scriptTones,
          languages.map(({ tone }) => tone),
        ) ??
        old?.tone ??
        'plain',
      title,
      text: cell('text'),
      tags:
        at.tags === -1
          ? (old?.tags ?? [])
          : cell('tags')
              .split(/[\s,，;；、]+/)
              .filter((tag) => tag !== '' && tag.length <= scriptLimits.tag)
              .slice(0, scriptLimits.tags),
    });
    const effect = effectOf(old, script);
    const count = /^\d{1,3}$/.test(cell('pictures')) ? Number(cell('pictures')) : 0;
    return [{ line, effect, script, leftOut: Math.max(0, count - (script.pictures?.length ?? 0)) }];
  });
}

/** What is wrong with a message as typed, or null. */
export function problemOf(title: string, text: string): RowProblem | null {
  if (text.trim() === '') return 'noText';
  if (text.length > scriptLimits.text || title.length > scriptLimits.title) return 'tooLong';
  // A brace without its other half would be copied as it stands.
  const without = blanksIn(text).reduce((rest, name) => rest.replaceAll(`{${name}}`, ''), text);
  return /[{}]/.test(without) ? 'badBlank' : null;
}

type Parts = Pick<Script, 'code' | 'scene' | 'tone' | 'tags'> & {
  readonly title: string;
  readonly text: string;
};

/** A message with its words in one language changed; an own one says the same in both until it is translated. */
export function makeScript(
  id: string,
  old: Script | undefined,
  language: ScriptLanguage,
  parts: Parts,
): Script {
  const both = (value: string): Script['text'] => ({ 'zh-CN': value, en: value });
  return {
    id,
    code: parts.code || (old?.code ?? ''),
    scene: parts.scene,
    tone: parts.tone,
    for: old?.for ?? [],
    tags: parts.tags,
    title: old === undefined ? both(parts.title) : { ...old.title, [language]: parts.title },
    text: old === undefined ? both(parts.text) : { ...old.text, [language]: parts.text },
    sources: old?.sources ?? [],
    // A table carries none: those that are there stay.
    ...(old?.pictures === undefined ? {} : { pictures: old.pictures }),
  };
}

function keyOf<Key extends string>(
  cell: string,
  keys: readonly Key[],
  languages: readonly Readonly<Record<string, string>>[],
): Key | undefined {
  return keys.find((key) => key === cell || languages.some((words) => words[key] === cell));
}

/** What taking a message would do to the library. */
export function effectOf(old: Script | undefined, script: Script): 'new' | 'changed' | 'same' {
  return old === undefined ? 'new' : isSame(old, script) ? 'same' : 'changed';
}

function isSame(old: Script, script: Script): boolean {
  const facts = (one: Script) => [
    one.code,
    one.scene,
    one.tone,
    one.tags,
    one.title['zh-CN'],
    one.title.en,
    one.text['zh-CN'],
    one.text.en,
    one.for,
    (one.pictures ?? []).map(({ sha256, name }) => [sha256, name]),
  ];
  return JSON.stringify(facts(old)) === JSON.stringify(facts(script));
}
