import Papa from 'papaparse';
import { maskText } from '#shared/domain/mask';
import { textCell } from '#shared/domain/wrong-shipment-csv';
import { ask, upload } from '../../platform/desktop';

/** A number that is written as it stands: yuan with two decimals, a rate. */
export type Plain = { readonly plain: string };
export type CsvCell = string | number | null | Plain;

/** A table for a spreadsheet. Numbers stand in it as numbers; every text is masked and guarded against formulas. */
export type CsvTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/** A cell as it is read by people. */
export function cellText(cell: CsvCell): string {
  return typeof cell === 'object' ? (cell?.plain ?? '') : String(cell);
}

/** The file: UTF-8 with its mark, so that Excel reads the Chinese; CRLF. */
export function csvText({ head, rows }: CsvTable): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? textCell(maskText(cell)) : cellText(cell))),
  );
  return `\ufeff${Papa.unparse([[...head], ...cells], { quotes: true, newline: '\r\n' })}\r\n`;
}

/** Asks where to and writes it there; the file's name, or null when the seller changed their mind. */
export async function saveCsv(table: CsvTable, suggestedName: string): Promise<string | null> {
  const target = await ask('chooseSaveTarget', { suggestedName, kind: 'csv' });
  if (target === null) return null;
  await upload(target.url, new Blob([csvText(table)], { type: 'text/csv;charset=utf-8' }));
  return target.fileName;
}
