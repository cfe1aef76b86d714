import { formatYuan } from './money';
import type { Case } from './case';
import type { CaseId } from './ids';

/** 普票 or 专票. */
export const invoiceKinds = ['ordinary', 'special'] as const;
export const invoiceForms = ['electronic', 'paper'] as const;
export const titleKinds = ['personal', 'company'] as const;
/** What may stand on an invoice (R105): nothing else is issued. */
export const invoiceItems = ['goods', 'service', 'both'] as const;
export const postagePayers = ['unknown', 'buyer', 'shop'] as const;

/** What has to be known to issue an invoice (R67, R68). Texts are empty, sums null, while nobody said. Money is fen. */
export type InvoiceDetails = {
  readonly kind: (typeof invoiceKinds)[number];
  readonly form: (typeof invoiceForms)[number];
  readonly titleKind: (typeof titleKinds)[number];
  readonly title: string;
  readonly taxNo: string;
  readonly registeredAddress: string;
  readonly registeredPhone: string;
  readonly bank: string;
  readonly bankAccount: string;
  readonly item: (typeof invoiceItems)[number];
  readonly amountFen: number | null;
  readonly email: string;
  readonly recipient: string;
  readonly phone: string;
  readonly address: string;
  readonly postageFen: number | null;
  readonly postageBy: (typeof postagePayers)[number];
  readonly note: string;
};

/** The particulars of an invoice; where it stands is told by its case's procedure, its clocks by the case (R104). */
export type Invoice = InvoiceDetails & {
  /** The case's own: one invoice per case. */
  readonly id: CaseId;
  readonly caseId: CaseId;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly sample: boolean;
};

export const noDetails: InvoiceDetails = {
  kind: 'ordinary',
  form: 'electronic',
  titleKind: 'company',
  title: '',
  taxNo: '',
  registeredAddress: '',
  registeredPhone: '',
  bank: '',
  bankAccount: '',
  item: 'goods',
  amountFen: null,
  email: '',
  recipient: '',
  phone: '',
  address: '',
  postageFen: null,
  postageBy: 'unknown',
  note: '',
};

export type InvoiceField = keyof InvoiceDetails;

/** Fields that count for this kind of invoice, in the order in which they are asked and told. */
export function fieldsOf({
  kind,
  form,
  titleKind,
}: Pick<InvoiceDetails, 'kind' | 'form' | 'titleKind'>): readonly InvoiceField[] {
  const company = kind === 'special' || titleKind === 'company';
  return [
    'kind',
    'form',
    'title',
    ...(company ? (['taxNo'] as const) : []),
    ...(kind === 'special' ? (['registeredAddress', 'registeredPhone', 'bank', 'bankAccount'] as const) : []),
    'item',
    'amountFen',
    ...(form === 'electronic'
      ? (['email'] as const)
      : (['recipient', 'phone', 'address', 'postageBy', 'postageFen'] as const)),
  ];
}

/** What is still to be asked before the invoice can be issued (R103), in order. */
export function missingOf(details: InvoiceDetails): readonly InvoiceField[] {
  return fieldsOf(details).filter((field) => {
    if (field === 'postageFen') return details.postageBy === 'buyer' && details.postageFen === null;
    const value = details[field];
    return value === '' || value === null || value === 'unknown';
  });
}

/** A company is the only one who gets a 专票. */
export function titleKindOf({ kind, titleKind }: InvoiceDetails): InvoiceDetails['titleKind'] {
  return kind === 'special' ? 'company' : titleKind;
}

/** Whether the buyer can hand the invoice in (R103): the order is confirmed, nothing comes back any more. */
export function isConfirmed({ events }: Pick<Case, 'events'>): boolean {
  return events['order.received'] !== undefined || events['trade.succeeded'] !== undefined;
}

/** Names of fields and of choices in the language of the block. */
export type InvoiceWords = {
  readonly field: (name: InvoiceField | 'orderNo' | 'buyerId' | 'product') => string;
  readonly choice: (field: InvoiceField, value: string) => string;
  readonly colon: string;
};

/** A field as it is told to somebody. */
export function tellField(details: InvoiceDetails, field: InvoiceField, words: InvoiceWords): string {
  const value = details[field];
  if (value === null) return '';
  if (typeof value === 'number') return `¥${formatYuan(value)}`;
  return ['kind', 'form', 'titleKind', 'item', 'postageBy'].includes(field)
    ? words.choice(field, value)
    : value;
}

/** Everything accounting needs, a line each, for a chat with whoever issues it (R67, R68). Unknown ones are left out. */
export function financeBlock(
  details: InvoiceDetails,
  item: Pick<Case, 'orderNo' | 'buyerId' | 'product'>,
  words: InvoiceWords,
): string {
  const lines = fieldsOf(details).map((field) => [words.field(field), tellField(details, field, words)]);
  const order = (['orderNo', 'buyerId', 'product'] as const).map((name) => [words.field(name), item[name]]);
  const note = [words.field('note'), details.note];
  return [...lines, ...order, note]
    .flatMap(([name, value]) => (value === '' ? [] : [`${name}${words.colon}${value}`]))
    .join('\n');
}
