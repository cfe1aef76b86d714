import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/browser';
import writeExcelFile from 'write-excel-file/browser';
import { AppError } from '#shared/errors';
import {
  readScriptRows,
  scriptColumns,
  scriptRows,
  type ImportRow,
  type ScriptTableWords,
} from '#shared/domain/script-table';
import { readCell, textCell } from '#shared/domain/wrong-shipment-csv';
import { scriptScenes, scriptTones, type Script, type ScriptLanguage } from '#shared/domain/script';
import { safeXlsx } from './safe-xlsx';
import type { TFunction } from 'i18next';

/** The three forms a library is carried in. */
export const scriptFileKinds = ['csv', 'xlsx', 'json'] as const;
export type ScriptFileKind = (typeof scriptFileKinds)[number];

/** Files larger than this hold more than messages. */
const maxBytes = 20_000_000;

/** Words of the table in the language of `t`. */
export function tableWords(t: TFunction): ScriptTableWords {
  const words = (area: string, keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, t(`scripts.${area}.${key}`)]));
  return {
    headings: words('column', scriptColumns) as ScriptTableWords['headings'],
    scene: words('scene', scriptScenes),
    tone: words('tone', scriptTones),
  };
}

/** The library as a file (R123). */
export async function makeScriptFile(
  kind: ScriptFileKind,
  scripts: readonly Script[],
  language: ScriptLanguage,
  words: ScriptTableWords,
): Promise<Blob> {
  if (kind === 'json') {
    const body = { format: 'liudi-scripts', version: 1, language, scripts: scripts.map(plainScript) };
    return new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' });
  }
  const rows = scriptRows(scripts, language, words);
  if (kind === 'csv') {
    const text = Papa.unparse(
      rows.map((row) => row.map(textCell)),
      { quotes: true, newline: '\r\n' },
    );
    return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv;charset=utf-8' });
  }
  const cells = rows.map((row) => row.map((value) => ({ value, type: String })));
  return writeExcelFile(cells).toBlob();
}

function plainScript({ id, code, scene, tone, tags, title, text }: Script): object {
  return { id, code, scene, tone, tags, title, text };
}

/**
 * Reads a library file and says what each row would do; nothing is changed. Throws `importUnreadable` when it is no
 * table of messages, `importUnsafe` when it is too large or packed like a trap.
 */
export async function readScriptFile(
  file: File,
  existing: readonly Script[],
  language: ScriptLanguage,
  languages: readonly ScriptTableWords[],
  newId: () => string,
): Promise<readonly ImportRow[]> {
  if (file.size > maxBytes) throw new AppError('importUnsafe', { name: file.name });
  const rows = await readRows(file, language).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('importUnreadable', { name: file.name }, error);
  });
  const found = readScriptRows(rows, existing, language, languages, newId);
  if (found === null) throw new AppError('importUnreadable', { name: file.name });
  return found;
}

async function readRows(file: File, language: ScriptLanguage): Promise<readonly (readonly string[])[]> {
  const name = file.name.toLowerCase();
  if (name.endsWith('.xlsx')) {
    const sheets = await readExcelFile(await safeXlsx(file));
    const rows = sheets[0]?.data ?? [];
    return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  }
  const text = decodeText(await file.arrayBuffer());
  if (!name.endsWith('.json')) {
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    return data.map((row) => row.map(readCell));
  }
  const body: unknown = JSON.parse(text);
  const list = typeof body === 'object' && body !== null && 'scripts' in body ? body.scripts : body;
  if (!Array.isArray(list)) throw new Error('no list of messages');
  return [scriptColumns, ...list.map((one: unknown) => rowOf(one, language))];
}

/** Spreadsheets in China save CSV as GB18030 as often as UTF-8. */
function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function rowOf(one: unknown, language: ScriptLanguage): string[] {
  const read = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  return scriptColumns.map((column) => {
    const value = read(one, column);
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.filter((part) => typeof part === 'string').join(' ');
    const words = read(value, language) ?? read(value, 'zh-CN');
    return typeof words === 'string' ? words : '';
  });
}
