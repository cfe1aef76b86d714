import Papa from 'papaparse';
import { fieldsOf, tellField, type InvoiceField } from '#shared/domain/invoice';
import { maskAddress, maskName, maskPhone, maskText } from '#shared/domain/mask';
import { formatYuan } from '#shared/domain/money';
import { wordsIn } from '#shared/domain/playbook';
import { isoDay, isoMinute } from '#shared/domain/shanghai-time';
import { textCell } from '#shared/domain/wrong-shipment-csv';
import { readPrivacy } from '../../data/privacy-settings';
import { ask, upload } from '../../platform/desktop';
import { invoiceWords } from './invoice-words';
import type { TFunction } from 'i18next';
import type { InvoiceRow } from '../../data/invoice-list';

const fields: readonly InvoiceField[] = [
  'kind',
  'form',
  'title',
  'taxNo',
  'registeredAddress',
  'registeredPhone',
  'bank',
  'bankAccount',
  'item',
  'amountFen',
  'email',
  'recipient',
  'phone',
  'address',
  'postageBy',
  'postageFen',
  'note',
];
const masks: Partial<Readonly<Record<InvoiceField, (text: string) => string>>> = {
  recipient: maskName,
  phone: maskPhone,
  registeredPhone: maskPhone,
  address: maskAddress,
  note: maskText,
};

/** The register for a spreadsheet: texts stay texts, sums are numbers, what does not count for a kind is empty. */
export function invoicesCsv(
  rows: readonly InvoiceRow[],
  t: TFunction,
  language: string,
  masked: boolean,
): string {
  const words = invoiceWords(t);
  const lines = rows.map(({ item, details, status, dueAt }) => {
    const counts = new Set<InvoiceField>([...fieldsOf(details), 'note']);
    const cells = fields.map((field) => {
      const value = details[field];
      if (!counts.has(field) || value === null) return '';
      if (typeof value === 'number') return formatYuan(value);
      const text = tellField(details, field, words);
      return textCell(masked ? (masks[field]?.(text) ?? text) : text);
    });
    return [
      status === null ? '' : textCell(wordsIn(status.title, language)),
      t(`domain.platform.${item.platform}`),
      textCell(item.orderNo),
      textCell(item.buyerId),
      textCell(item.product),
      ...cells,
      textCell(item.caseNo),
      isoDay(item.createdAt),
      dueAt === null ? '' : isoMinute(dueAt),
    ];
  });
  const head = [
    t('invoices.column.status'),
    t('cases.platform'),
    ...(['orderNo', 'buyerId', 'product', ...fields] as const).map((field) => t(`invoices.field.${field}`)),
    t('invoices.column.caseNo'),
    t('invoices.column.asked'),
    t('invoices.column.due'),
  ];
  // The mark at the start lets Excel read the Chinese.
  return `\ufeff${Papa.unparse([head, ...lines], { quotes: true, newline: '\r\n' })}\r\n`;
}

/** Asks where to, and writes the shown rows there. Null when the seller changed their mind. */
export async function exportInvoices(
  rows: readonly InvoiceRow[],
  t: TFunction,
  language: string,
  now: number,
): Promise<string | null> {
  const suggestedName = `${t('invoices.fileWord')}_${isoDay(now)}.csv`;
  const target = await ask('chooseSaveTarget', { suggestedName, kind: 'csv' });
  if (target === null) return null;
  const { maskExports } = await readPrivacy();
  const csv = invoicesCsv(rows, t, language, maskExports);
  await upload(target.url, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  return target.fileName;
}
