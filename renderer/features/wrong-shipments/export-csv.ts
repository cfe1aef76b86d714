import { csvColumns, wrongShipmentCsv, type WrongShipmentCsvRow } from '#shared/domain/wrong-shipment-csv';
import { platforms } from '#shared/domain/platform';
import { maskText } from '#shared/domain/mask';
import { remedies, wrongCauses, wrongKinds } from '#shared/domain/wrong-shipment';
import { readPrivacy } from '../../data/privacy-settings';
import { ask, upload } from '../../platform/desktop';
import type { TFunction } from 'i18next';

function wordsOf<Name extends string>(
  names: readonly Name[],
  word: (name: Name) => string,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, word(name)])) as Record<Name, string>;
}

/**
 * Asks where to, and writes the month's log there as CSV (R30). Null when the seller changed their mind; otherwise
 * the name of the written file. Phone numbers and addresses are masked unless the seller asked for them.
 */
export async function exportWrongShipments(
  rows: readonly WrongShipmentCsvRow[],
  month: string,
  t: TFunction,
): Promise<string | null> {
  const suggestedName = `${t('wrong.fileWord')}_${month}.csv`;
  const target = await ask('chooseSaveTarget', { suggestedName, kind: 'csv' });
  if (target === null) return null;
  const { maskExports } = await readPrivacy();
  const shown = maskExports ? rows.map((row) => ({ ...row, causeNote: maskText(row.causeNote) })) : rows;
  const csv = wrongShipmentCsv(shown, {
    headings: wordsOf(csvColumns, (column) => t(`wrong.column.${column}`)),
    platform: wordsOf(platforms, (name) => t(`domain.platform.${name}`)),
    kind: wordsOf(wrongKinds, (name) => t(`domain.wrongKind.${name}`)),
    cause: wordsOf(wrongCauses, (name) => t(`domain.wrongCause.${name}`)),
    remedy: wordsOf(remedies, (name) => t(`domain.remedy.${name}`)),
  });
  await upload(target.url, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  return target.fileName;
}
