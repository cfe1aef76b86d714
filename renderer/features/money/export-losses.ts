import Papa from 'papaparse';
import { formatYuan } from '#shared/domain/money';
import { maskText } from '#shared/domain/mask';
import { isoDay } from '#shared/domain/shanghai-time';
import { textCell } from '#shared/domain/wrong-shipment-csv';
import { readPrivacy } from '../../data/privacy-settings';
import { ask, upload } from '../../platform/desktop';
import type { TFunction } from 'i18next';
import type { LossRow } from './losses-screen';

const columns = [
  'day',
  'caseNo',
  'platform',
  'buyerId',
  'orderNo',
  'product',
  'kind',
  'bearer',
  'amount',
  'note',
] as const;

/**
 * Asks where to, and writes a month's costs there as CSV for a spreadsheet. Null when the seller changed their mind;
 * otherwise the name of the written file. Phone numbers and addresses in notes are masked unless asked for.
 */
export async function exportLosses(
  rows: readonly LossRow[],
  month: string,
  t: TFunction,
): Promise<string | null> {
  const suggestedName = `${t('money.fileWord')}_${month}.csv`;
  const target = await ask('chooseSaveTarget', { suggestedName, kind: 'csv' });
  if (target === null) return null;
  const { maskExports } = await readPrivacy();
  const cells = rows.map(({ at, item, kind, bearer, amountFen, note }) => [
    isoDay(at),
    textCell(item?.caseNo ?? ''),
    item === null ? '' : t(`domain.platform.${item.platform}`),
    textCell(item?.buyerId ?? ''),
    textCell(item?.orderNo ?? ''),
    textCell(item?.product ?? ''),
    t(`money.kind.${kind}`),
    t(`domain.liability.${bearer}`),
    formatYuan(amountFen),
    textCell(maskExports ? maskText(note) : note),
  ]);
  const head = columns.map((column) => t(`money.column.${column}`));
  // The mark at the start lets Excel read the Chinese.
  const csv = `\ufeff${Papa.unparse([head, ...cells], { newline: '\r\n' })}\r\n`;
  await upload(target.url, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  return target.fileName;
}
