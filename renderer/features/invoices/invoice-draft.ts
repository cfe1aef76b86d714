import { normalizeBuyerId } from '#shared/domain/buyer-id';
import {
  noDetails,
  titleKindOf,
  type InvoiceDetails,
  type invoiceForms,
  type invoiceItems,
  type invoiceKinds,
  type postagePayers,
  type titleKinds,
} from '#shared/domain/invoice';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { toAppError } from '#shared/errors';
import type { InvoiceOrder } from '../../data/invoice-repository';
import type { Case } from '#shared/domain/case';
import type { ShopId } from '#shared/domain/ids';
import type { Platform } from '#shared/domain/platform';
import type { Shop } from '#shared/domain/shop';

/** The form as typed: sums are still text. */
export type TypedInvoice = {
  readonly platform: Platform;
  readonly shopId: ShopId | null;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly product: string;
  readonly paid: string;
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
  readonly amount: string;
  readonly email: string;
  readonly recipient: string;
  readonly phone: string;
  readonly address: string;
  readonly postage: string;
  readonly postageBy: (typeof postagePayers)[number];
  readonly note: string;
};

export type InvoiceProblem = {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
};
export type InvoiceProblems = Partial<Readonly<Record<keyof TypedInvoice, InvoiceProblem>>>;

const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(fen));

/** What the form starts with: what is known of the invoice and of the case it is asked in, if any (R67). */
export function startInvoice(
  item: Case | null,
  known: InvoiceDetails | null,
  shops: readonly Shop[],
): TypedInvoice {
  const { amountFen, postageFen, ...details } = known ?? { ...noDetails, amountFen: item?.amountFen ?? null };
  return {
    ...details,
    platform: item?.platform ?? shops[0]?.platform ?? 'taobao',
    shopId: item === null ? (shops[0]?.id ?? null) : item.shopId,
    buyerId: item?.buyerId ?? '',
    orderNo: item?.orderNo ?? '',
    product: item?.product ?? '',
    paid: yuan(item?.amountFen ?? null),
    amount: yuan(amountFen),
    postage: yuan(postageFen),
  };
}

/** Reads the form: either something to save, or a problem for each field that needs another look. */
export function readTypedInvoice(
  typed: TypedInvoice,
):
  | { readonly details: InvoiceDetails; readonly order: Omit<InvoiceOrder, 'goods'> }
  | { readonly problems: InvoiceProblems } {
  const problems: Partial<Record<keyof TypedInvoice, InvoiceProblem>> = {};
  const attempt = (field: 'buyerId' | 'orderNo', check: () => string): string => {
    try {
      return check();
    } catch (error) {
      const { code, detail } = toAppError(error);
      problems[field] = { key: `error.${code}`, values: { ...detail } };
      return '';
    }
  };
  const sum = (field: 'paid' | 'amount' | 'postage'): number | null => {
    const fen = typed[field].trim() === '' ? null : parseYuan(typed[field]);
    if ((fen === null && typed[field].trim() !== '') || (fen ?? 0) < 0)
      problems[field] = { key: 'invoices.problem.money' };
    return fen;
  };
  const buyerId = attempt('buyerId', () => normalizeBuyerId(typed.buyerId));
  const orderNo = attempt('orderNo', () => normalizeOrderNo(typed.orderNo));
  const [paidFen, amountFen, postageFen] = [sum('paid'), sum('amount'), sum('postage')];
  if (paidFen !== null && amountFen !== null && amountFen > paidFen)
    problems.amount = { key: 'invoices.problem.tooMuch', values: { paid: formatYuan(paidFen) } };
  const email = typed.email.normalize('NFKC').trim();
  const mailCounts = typed.form === 'electronic' && email !== '';
  if (mailCounts && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(email))
    problems.email = { key: 'invoices.problem.email' };
  if (Object.keys(problems).length > 0) return { problems };
  const { platform, shopId, product, paid: _paid, amount: _amount, postage: _postage, ...texts } = typed;
  const { buyerId: _buyer, orderNo: _order, ...details } = texts;
  const read = { ...details, email, amountFen, postageFen };
  return {
    details: { ...read, titleKind: titleKindOf(read) },
    order: { platform, shopId, buyerId, orderNo, product: product.trim(), amountFen: paidFen },
  };
}
