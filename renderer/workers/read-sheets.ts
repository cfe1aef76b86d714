import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/web-worker';
import { findTable, type Sheet } from '#shared/imports/order-table';
import { orderLimits, safeXlsx } from './safe-xlsx';

/** Why a file was not read as a table. */
export type FileProblem = 'tooLarge' | 'oldExcel' | 'webPage' | 'zipped' | 'unsafe' | 'noHeading';
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly why: FileProblem;

  constructor(why: FileProblem, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

const maxBytes = 80_000_000;
const byteOrder = { little: [0xff, 0xfe], big: [0xfe, 0xff] } as const;

/**
 * The sheets of a file of orders, every cell as text. What it is is told by its first bytes, not by its name.
 * Throws {@link FileRefused}.
 */
export async function readSheets(file: File): Promise<readonly Sheet[]> {
  if (file.size > maxBytes) throw new FileRefused('tooLarge');
  const head = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(file);
  // The old format, or a workbook with a password: nobody but its own program opens either.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileRefused('oldExcel');
  const bytes = await file.arrayBuffer();
  const text = decode(bytes, head);
  if (/^\s*(?:<!doctype html|<html|<table|<\?xml)/i.test(text.slice(0, 500)))
    throw new FileRefused('webPage');
  return [{ name: '', rows: readCsv(text) }];
}

function startsWith(head: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => head[index] === byte);
}

/** Platforms write UTF-8 with and without its mark, GBK, and now and then UTF-16. */
function decode(bytes: ArrayBuffer, head: Uint8Array): string {
  if (startsWith(head, byteOrder.little)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(head, byteOrder.big)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Cells end in tabs so often that a parser left to itself would take the tab for what parts them. */
const delimiters = [',', '\t', ';'] as const;
const sampleChars = 20_000;

function readCsv(text: string): readonly (readonly string[])[] {
  const sample = text.slice(0, sampleChars);
  const widths = delimiters.map((delimiter) => ({
    delimiter,
    columns: findTable([{ name: '', rows: parse(sample, delimiter).data }])?.headings.length ?? 0,
  }));
  const best = widths.reduce((one, next) => (next.columns > one.columns ? next : one));
  const { data, errors } = parse(text, best.delimiter);
  // One quotation mark too many swallows every row behind it: then they are signs like others.
  if (!errors.some(({ type }) => type === 'Quotes')) return data;
  const plain = parse(text, best.delimiter, '\u0001').data;
  return plain.length > data.length ? plain.map((row) => row.map(unquote)) : data;
}

function parse(text: string, delimiter: string, quoteChar = '"'): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, quoteChar, skipEmptyLines: false });
}

function unquote(cell: string): string {
  return /^"(.*)"$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
}

async function readWorkbook(file: File): Promise<readonly Sheet[]> {
  let safe: Blob;
  try {
    safe = await safeXlsx(file, orderLimits);
  } catch (error) {
    throw new FileRefused('unsafe', error);
  }
  let sheets;
  try {
    sheets = await readExcelFile(safe, { trim: false, parseNumber });
  } catch (error) {
    throw new FileRefused('zipped', error);
  }
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(cellText)),
  }));
}

/**
 * Digits of a number cell as they stand in the file. A spreadsheet keeps fifteen: a longer number is shown in the form
 * that says so, and is refused as an order number.
 */
function parseNumber(text: string): string {
  const digits = /^-?(\d{16,})(?:\.0+)?$/.exec(text)?.[1];
  return digits === undefined ? text : `${digits[0]}.${digits.slice(1, 15)}E+${digits.length - 1}`;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace(/\.\d+Z$/, '');
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
