import { assertNever } from '#shared/assert-never';
import { lookAtTaxNumber } from '#shared/domain/tax-number';
import type { TFunction } from 'i18next';
import type { InvoiceWords } from '#shared/domain/invoice';

/** Names of the fields in the language of the screen. */
export function invoiceWords(t: TFunction): InvoiceWords {
  return {
    field: (name) => t(`invoices.field.${name}`),
    choice: (field, value) => t(`invoices.${field}.${value}`),
    colon: t('invoices.colon'),
  };
}

/** What is odd about a tax number and what to do (R68): a hint, never a refusal. Undefined when nothing is. */
export function taxHint(t: TFunction, typed: string): string | undefined {
  const look = lookAtTaxNumber(typed);
  switch (look.kind) {
    case 'empty':
      return undefined;
    case 'length':
      return t('invoices.tax.length', { length: look.length });
    case 'badSigns':
      return t('invoices.tax.badSigns', { signs: look.signs });
    case 'checkDigit':
    case 'fine':
    case 'old':
    case 'personal':
      return t(`invoices.tax.${look.kind}`);
    default:
      return assertNever(look);
  }
}
