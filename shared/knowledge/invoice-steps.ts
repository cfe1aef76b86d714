import { formatYuan, parseYuan } from '../domain/money';
import type { CaseType } from '../domain/case';
import type { InvoiceDetails } from '../domain/invoice';
import type { StepValues } from '../domain/step-values';

/** The case type that stands for a request for an invoice. */
export const invoiceType: CaseType = 'invoice';

/** The decision of the procedure that says which invoice it is (R67, R68). */
export const kindStep = 'invoice-kind';

/** The message that says not to hand the invoice in before the order is confirmed (R103). */
export const reminderScript = 'M16';

/** The answer of that decision for an invoice. */
export function kindAnswer({ kind, form }: Pick<InvoiceDetails, 'kind' | 'form'>): string {
  return kind === 'special' ? 'special' : form;
}

/** Steps of the procedure that the form answers: those whose values are known are ticked with it. */
export function stepValuesOf(details: InvoiceDetails): readonly { step: string; values: StepValues }[] {
  const { title, taxNo, registeredAddress, registeredPhone, bank, bankAccount } = details;
  const paper = [details.recipient, details.phone, details.address].filter((one) => one !== '').join(' ');
  const electronic = details.form === 'electronic';
  const postage = details.postageFen === null || electronic ? '' : formatYuan(details.postageFen);
  return [
    { step: 'title', values: { title, tax: taxNo } },
    {
      step: 'special-fields',
      values: {
        address: registeredAddress === '' ? '' : `${registeredAddress} ${registeredPhone}`.trim(),
        bank: bank === '' ? '' : `${bank} ${bankAccount}`.trim(),
      },
    },
    {
      step: 'postage',
      values: { to: electronic ? details.email : details.address === '' ? '' : paper, postage },
    },
    {
      step: 'content',
      values: {
        item: details.item,
        amount: details.amountFen === null ? '' : formatYuan(details.amountFen),
      },
    },
  ];
}

/** What the steps of a case say already, for one whose form was never opened. */
export function detailsFromSteps(
  answer: string | null,
  values: Readonly<Record<string, StepValues>>,
): Partial<InvoiceDetails> {
  const of = (step: string, field: string): string => values[step]?.[field] ?? '';
  const amountFen = parseYuan(of('content', 'amount'));
  const item = of('content', 'item');
  return {
    ...(answer === 'special' ? { kind: 'special' as const, form: 'paper' as const } : {}),
    ...(answer === 'paper' ? { form: 'paper' as const } : {}),
    title: of('title', 'title'),
    taxNo: of('title', 'tax'),
    registeredAddress: of('special-fields', 'address'),
    bank: of('special-fields', 'bank'),
    address: of('postage', 'to'),
    postageFen: parseYuan(of('postage', 'postage')),
    ...(amountFen === null ? {} : { amountFen }),
    ...(item === 'service' || item === 'both' ? { item } : {}),
  };
}
