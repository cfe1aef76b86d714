import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { platforms, type Platform } from '#shared/domain/platform';
import { Field } from '../../ui/field';
import type { Shop } from '#shared/domain/shop';
import type { InvoiceProblems, TypedInvoice } from './invoice-draft';

/** Whose order it is, for an invoice that nobody asked for in a case yet. */
export function OrderFields({
  typed,
  problems,
  shops,
  onChange,
}: {
  readonly typed: TypedInvoice;
  readonly problems: InvoiceProblems;
  readonly shops: readonly Shop[];
  readonly onChange: (part: Partial<TypedInvoice>) => void;
}) {
  const { t } = useTranslation();
  const text = (name: 'buyerId' | 'orderNo' | 'product' | 'paid') => {
    const problem = problems[name];
    return (
      <Field
        label={t(`invoices.field.${name}`)}
        problem={problem === undefined ? undefined : t(problem.key, problem.values ?? {})}
      >
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            aria-invalid={problem !== undefined}
            status={problem === undefined ? '' : 'error'}
            className={name === 'orderNo' ? 'mono' : ''}
            autoFocus={name === 'buyerId'}
            autoComplete="off"
            spellCheck={false}
            maxLength={name === 'orderNo' ? 64 : 200}
            {...(name === 'paid' ? { suffix: t('common.yuan') } : {})}
            value={typed[name]}
            onChange={(event) => {
              onChange({ [name]: event.target.value });
            }}
          />
        )}
      </Field>
    );
  };
  return (
    <div className="form-grid invoice-order">
      {text('buyerId')}
      <Field label={t(shops.length === 0 ? 'cases.platform' : 'cases.shop')}>
        {({ id }) => (
          <Select<string>
            id={id}
            value={shops.length === 0 ? typed.platform : typed.shopId}
            options={
              shops.length === 0
                ? platforms.map((value) => ({ value, label: t(`domain.platform.${value}`) }))
                : shops.map((one) => ({
                    value: one.id,
                    label: `${t(`domain.platform.${one.platform}`)} · ${one.name}`,
                  }))
            }
            onChange={(value) => {
              const shop = shops.find(({ id: one }) => one === value);
              onChange(
                shop === undefined
                  ? { platform: value as Platform }
                  : { shopId: shop.id, platform: shop.platform },
              );
            }}
          />
        )}
      </Field>
      {text('orderNo')}
      {text('paid')}
      {text('product')}
    </div>
  );
}
