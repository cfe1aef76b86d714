import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platforms } from '#shared/domain/platform';
import { remedies, wrongCauses, wrongKinds } from '#shared/domain/wrong-shipment';
import { now } from '../../platform/clock';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import type { Problems, TypedShipment } from './wrong-shipment-form';

type TextName =
  | 'buyerId'
  | 'orderNo'
  | 'shouldSend'
  | 'sent'
  | 'quantity'
  | 'causeNote'
  | 'packedBy'
  | 'cost';

/** Longest texts; generous, but a paste of a whole page has to stop somewhere. */
const longest: Readonly<Record<TextName, number>> = {
  buyerId: 200,
  orderNo: 64,
  shouldSend: 300,
  sent: 300,
  quantity: 6,
  causeNote: 500,
  packedBy: 60,
  cost: 20,
};

/** All fields of the wrong-shipment log (R30). */
export function WrongShipmentFields({
  typed,
  problems,
  onChange,
}: {
  readonly typed: TypedShipment;
  readonly problems: Problems;
  readonly onChange: (part: Partial<TypedShipment>) => void;
}) {
  const { t } = useTranslation();
  // The first thing that is not known yet.
  const [firstField] = useState<TextName>(
    typed.buyerId === '' ? 'buyerId' : typed.shouldSend === '' ? 'shouldSend' : 'sent',
  );

  const text = (name: TextName, extra: { wide?: boolean; hint?: string; suffix?: string } = {}) => {
    const problem = problems[name];
    return (
      <Field
        label={t(`wrong.field.${name}`)}
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
            autoFocus={name === firstField}
            suffix={extra.suffix}
            maxLength={longest[name]}
            value={typed[name]}
            onChange={(event) => {
              onChange({ [name]: event.target.value });
            }}
          />
        )}
      </Field>
    );
  };
  const choice = <Name extends 'platform' | 'cause' | 'remedy'>(
    name: Name,
    values: readonly TypedShipment[Name][],
    label: string,
  ) => (
    <Field label={t(`wrong.field.${name}`)}>
      {({ id }) => (
        <Select<string>
          id={id}
          value={typed[name]}
          options={values.map((value) => ({ value, label: t(`domain.${label}.${value}`) }))}
          onChange={(value) => {
            onChange({ [name]: value });
          }}
        />
      )}
    </Field>
  );

  return (
    <div className="form-grid">
      <Field label={t('wrong.field.kind')} wide>
        {({ id }) => (
          <Segmented
            id={id}
            aria-label={t('wrong.field.kind')}
            block
            value={typed.kind}
            options={wrongKinds.map((kind) => ({ value: kind, label: t(`domain.wrongKind.${kind}`) }))}
            onChange={(kind) => {
              onChange({ kind });
            }}
          />
        )}
      </Field>
      {text('buyerId')}
      {text('orderNo')}
      {choice('platform', platforms, 'platform')}
      <Field
        label={t('wrong.field.day')}
        problem={problems.day === undefined ? undefined : t(problems.day.key)}
      >
        {({ id, describedBy }) => (
          <DayInput
            id={id}
            describedBy={describedBy}
            value={typed.day}
            direction="past"
            now={now()}
            onChange={(day) => {
              onChange({ day });
            }}
          />
        )}
      </Field>
      {text('shouldSend')}
      {text('sent')}
      {text('quantity')}
      {text('packedBy')}
      {choice('cause', wrongCauses, 'wrongCause')}
      {choice('remedy', remedies, 'remedy')}
      {text('causeNote', { wide: true })}
      {text('cost', { hint: t('wrong.costHint'), suffix: t('common.yuan') })}
    </div>
  );
}
