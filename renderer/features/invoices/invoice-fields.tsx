import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  invoiceForms,
  invoiceItems,
  invoiceKinds,
  postagePayers,
  titleKinds,
  titleKindOf,
} from '#shared/domain/invoice';
import { Field } from '../../ui/field';
import { taxHint } from './invoice-words';
import type { InvoiceProblems, TypedInvoice } from './invoice-draft';

type TextName =
  | 'title'
  | 'taxNo'
  | 'registeredAddress'
  | 'registeredPhone'
  | 'bank'
  | 'bankAccount'
  | 'amount'
  | 'email'
  | 'recipient'
  | 'phone'
  | 'address'
  | 'postage'
  | 'note';

/** What has to be known to issue an invoice, only what counts for its kind (R67, R68). */
export function InvoiceFields({
  typed,
  problems,
  onChange,
}: {
  readonly typed: TypedInvoice;
  readonly problems: InvoiceProblems;
  readonly onChange: (part: Partial<TypedInvoice>) => void;
}) {
  const { t } = useTranslation();
  const company = titleKindOf({ ...typed, amountFen: null, postageFen: null }) === 'company';
  const text = (
    name: TextName,
    extra: { wide?: boolean; hint?: string | undefined; mono?: boolean } = {},
  ) => {
    const problem = problems[name];
    const isSum = name === 'amount' || name === 'postage';
    return (
      <Field
        label={t(
          `invoices.field.${name === 'amount' ? 'amountFen' : name === 'postage' ? 'postageFen' : name}`,
        )}
        hint={extra.hint}
        wide={extra.wide ?? false}
        problem={problem === undefined ? undefined : t(problem.key, problem.values ?? {})}
      >
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            aria-invalid={problem !== undefined}
            status={problem === undefined ? '' : 'error'}
            className={extra.mono === true ? 'mono' : ''}
            spellCheck={false}
            autoComplete="off"
            maxLength={name === 'note' || name === 'address' ? 400 : 200}
            {...(isSum ? { suffix: t('common.yuan'), inputMode: 'decimal' as const } : {})}
            value={typed[name]}
            onChange={(event) => {
              onChange({ [name]: event.target.value });
            }}
          />
        )}
      </Field>
    );
  };
  const choice = <Name extends 'kind' | 'form' | 'titleKind'>(
    name: Name,
    values: readonly TypedInvoice[Name][],
  ) => (
    <Field label={t(`invoices.field.${name}`)}>
      {() => (
        <Segmented<string>
          aria-label={t(`invoices.field.${name}`)}
          block
          value={typed[name]}
          options={values.map((value) => ({ value, label: t(`invoices.${name}.${value}`) }))}
          onChange={(value) => {
            onChange({ [name]: value });
          }}
        />
      )}
    </Field>
  );
  const select = (name: 'item' | 'postageBy', values: readonly string[]) => (
    <Field label={t(`invoices.field.${name}`)}>
      {({ id }) => (
        <Select<string>
          id={id}
          value={typed[name]}
          options={values.map((value) => ({ value, label: t(`invoices.${name}.${value}`) }))}
          onChange={(value) => {
            onChange({ [name]: value });
          }}
        />
      )}
    </Field>
  );
  return (
    <div className="form-grid">
      {choice('kind', invoiceKinds)}
      {choice('form', invoiceForms)}
      {typed.kind === 'special' ? null : choice('titleKind', titleKinds)}
      {text('title', { hint: t(company ? 'invoices.titleHint' : 'invoices.personHint') })}
      {company ? text('taxNo', { mono: true, hint: taxHint(t, typed.taxNo) }) : null}
      {typed.kind === 'special' ? (
        <>
          {text('registeredAddress')}
          {text('registeredPhone')}
          {text('bank')}
          {text('bankAccount', { mono: true })}
        </>
      ) : null}
      {select('item', invoiceItems)}
      {text('amount', { hint: t('invoices.amountHint') })}
      {typed.form === 'electronic' ? (
        text('email')
      ) : (
        <>
          {text('recipient')}
          {text('phone')}
          {text('address', { wide: true })}
          {select('postageBy', postagePayers)}
          {text('postage')}
        </>
      )}
      {text('note', { wide: true })}
    </div>
  );
}
