import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { platforms, type Platform } from '#shared/domain/platform';
import { cleanHeading } from '#shared/imports/clean-cell';
import { isPersonal, orderFields, type OrderField } from '#shared/imports/order-fields';
import { signatures } from '#shared/imports/signatures';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import type { Choice } from './use-order-import';
import type { OrderFile } from '../../workers/order-file';

const own = 'own';

/** What the file is and which of its columns is what: guessed, and open to correction. */
export function ImportChoice({
  file,
  choice,
  open,
  disabled,
  onChange,
}: {
  readonly file: OrderFile;
  readonly choice: Choice;
  /** Nothing certain is known of it: the columns are shown at once. */
  readonly open: boolean;
  readonly disabled: boolean;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const { opened } = file;
  const kinds = [...signatures.map(({ id }) => id), own].map((id) => ({
    value: id,
    label: t(`orders.signature.${id.replace('.', '-')}`),
  }));
  const pickKind = (value: string): void => {
    const signature = value === own ? null : value;
    file.mapBy(signature).then((mapping) => {
      const platform = signatures.find(({ id }) => id === signature)?.platform ?? choice.platform;
      onChange({ signature, platform, mapping });
    }, report);
  };
  return (
    <>
      <div className="form-grid">
        <Field
          label={t('orders.import.kind')}
          hint={t(opened.certain ? 'orders.import.certain' : 'orders.import.uncertain', {
            count: opened.rows,
          })}
        >
          {({ id }) => (
            <Select
              id={id}
              disabled={disabled}
              value={choice.signature ?? own}
              options={kinds}
              onChange={pickKind}
            />
          )}
        </Field>
        <Field label={t('orders.import.platform')}>
          {({ id }) => (
            <Select
              id={id}
              disabled={disabled}
              value={choice.platform}
              options={platforms.map((value) => ({ value, label: t(`domain.platform.${value}`) }))}
              onChange={(platform: Platform) => {
                onChange({ ...choice, platform });
              }}
            />
          )}
        </Field>
      </div>
      <details className="order-mapping" open={open}>
        <summary>{t('orders.import.columns', { count: Object.keys(choice.mapping).length })}</summary>
        <div className="order-mapping-grid">
          {orderFields.map((field) => (
            <ColumnField
              key={field}
              field={field}
              file={file}
              choice={choice}
              disabled={disabled}
              onChange={onChange}
            />
          ))}
        </div>
      </details>
    </>
  );
}

/** The column a field is read from, with a few of its cells. */
function ColumnField({
  field,
  file: { opened },
  choice,
  disabled,
  onChange,
}: {
  readonly field: OrderField;
  readonly file: OrderFile;
  readonly choice: Choice;
  readonly disabled: boolean;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const at = choice.mapping[field]?.[0];
  const columns = opened.headings.flatMap((heading, index) =>
    heading === '' || isPersonal(cleanHeading(heading)) ? [] : [{ value: index, label: heading }],
  );
  return (
    <Field
      label={t(`orders.field.${field}`)}
      hint={at === undefined ? undefined : (opened.samples[at] ?? []).slice(0, 2).join(' · ')}
      problem={field === 'orderNo' && at === undefined ? t('orders.import.needsNumber') : undefined}
    >
      {({ id, describedBy }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          size="small"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          disabled={disabled}
          placeholder={t('orders.import.notRead')}
          value={at ?? null}
          options={columns}
          onChange={(value: number | undefined) => {
            const { [field]: _old, ...rest } = choice.mapping;
            const mapping = value === undefined ? rest : { ...rest, [field]: [value] };
            onChange({ ...choice, mapping });
          }}
        />
      )}
    </Field>
  );
}
