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
import { carriedScript, listOfScripts, readKey, withCarried } from '#shared/domain/script-json';
import {
  scriptScenes,
  scriptTones,
  type Script,
  type ScriptLanguage,
  type ScriptPicture,
} from '#shared/domain/script';
import { packPictures, unpackPictures } from './carried-pictures';
import { safeXlsx } from '../../workers/safe-xlsx';
import type { Sha256 } from '#shared/domain/ids';
import type { TFunction } from 'i18next';

/** The three forms a library is carried in. */
export const scriptFileKinds = ['csv', 'xlsx', 'json'] as const;
export type ScriptFileKind = (typeof scriptFileKinds)[number];

/** Tables larger than this hold more than messages; a library file may carry pictures. */
const maxBytes = { table: 20_000_000, json: 200_000_000 } as const;

/** What a file would do, and the bytes of the pictures it brings. */
export type ScriptImport = {
  readonly rows: readonly ImportRow[];
  readonly bytes: ReadonlyMap<Sha256, Blob>;
};

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

/** The library as a file (R123): JSON with everything and the pictures, the tables without them. */
export async function makeScriptFile(
  kind: ScriptFileKind,
  scripts: readonly Script[],
  language: ScriptLanguage,
  words: ScriptTableWords,
  readPicture: (picture: ScriptPicture) => Promise<Blob>,
): Promise<Blob> {
  if (kind === 'json') {
    const packed = await packPictures(scripts, readPicture);
    const head = { format: 'liudi-scripts', version: 2, language, scripts: scripts.map(carriedScript) };
    // In parts: with many pictures one text would be too long to be built.
    const pictures = [...packed].map(
      ([sha256, picture], order) =>
        `${order === 0 ? '' : ','}\n${JSON.stringify(sha256)}: ${JSON.stringify(picture)}`,
    );
    const parts = [JSON.stringify(head, null, 2).slice(0, -2), ',\n"pictures": {', ...pictures, '}\n}\n'];
    return new Blob(parts, { type: 'application/json' });
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
): Promise<ScriptImport> {
  const isJson = file.name.toLowerCase().endsWith('.json');
  if (file.size > (isJson ? maxBytes.json : maxBytes.table))
    throw new AppError('importUnsafe', { name: file.name });
  const unreadable = (error?: unknown): AppError =>
    error instanceof AppError ? error : new AppError('importUnreadable', { name: file.name }, error);
  const rowsOf = (cells: readonly (readonly string[])[]): readonly ImportRow[] => {
    const rows = readScriptRows(cells, existing, language, languages, newId);
    if (rows === null) throw unreadable();
    return rows;
  };
  try {
    if (!isJson) return { rows: rowsOf(await readTable(file)), bytes: new Map() };
    const body: unknown = JSON.parse(decodeText(await file.arrayBuffer()));
    const list = listOfScripts(body);
    if (list === null) throw unreadable();
    const bytes = new Map<Sha256, Blob>();
    const rows: ImportRow[] = [];
    for (const row of rowsOf([scriptColumns, ...list.map((one) => cellsOf(one, language))])) {
      // Line 1 is the headings'.
      const one = list[row.line - 2];
      const old = row.effect === 'bad' ? undefined : existing.find(({ id }) => id === row.script.id);
      const pictures =
        row.effect === 'bad' ? undefined : await unpackPictures(one, readKey(body, 'pictures'), old, bytes);
      rows.push(withCarried(row, one, old, pictures));
    }
    return { rows, bytes };
  } catch (error) {
    throw unreadable(error);
  }
}

async function readTable(file: File): Promise<readonly (readonly string[])[]> {
  if (file.name.toLowerCase().endsWith('.xlsx')) {
    const sheets = await readExcelFile(await safeXlsx(file));
    const rows = sheets[0]?.data ?? [];
    return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  }
  const text = decodeText(await file.arrayBuffer());
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  return data.map((row) => row.map(readCell));
}

/** Spreadsheets in China save CSV as GB18030 as often as UTF-8. */
function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function cellsOf(one: unknown, language: ScriptLanguage): string[] {
  return scriptColumns.map((column) => {
    const value = readKey(one, column);
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.filter((part) => typeof part === 'string').join(' ');
    const words = readKey(value, language) ?? readKey(value, 'zh-CN');
    return typeof words === 'string' ? words : '';
  });
}
