import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never';
import { deadlineEvents } from '#shared/deadlines/events';
import { wordsIn, type Step } from '#shared/domain/playbook';
import { evidenceSlots } from '#shared/knowledge/evidence-slots';
import { Field } from '../../ui/field';
import { FieldParts } from './field-parts';
import { OptionParts } from './option-parts';
import type { GuardedAction } from '#shared/domain/gate';

type Props = { readonly step: Step; readonly onChange: (part: Partial<Step>) => void };

/** What a step of each kind needs besides its words: proofs, answers, an event, days, fields. */
export function StepParts({ step, onChange }: Props) {
  switch (step.kind) {
    case 'evidence':
      return <SlotParts step={step} onChange={onChange} />;
    case 'decision':
      return <OptionParts step={step} onChange={onChange} />;
    case 'deadline':
      return <EventPart step={step} onChange={onChange} />;
    case 'extendTrade':
      return <DaysPart step={step} onChange={onChange} />;
    case 'claim':
      return (
        <>
          <PayerPart step={step} onChange={onChange} />
          <FieldParts step={step} onChange={onChange} />
        </>
      );
    case 'note':
      return <FieldParts step={step} onChange={onChange} />;
    case 'script':
    case 'memo':
    case 'sendReturnInfo':
    case 'slip':
    case 'contact':
    case 'inspect':
    case 'refund':
    case 'register':
      return null;
    default:
      return assertNever(step.kind);
  }
}

function SlotParts({ step, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const chosen = step.slots ?? [];
  const known = evidenceSlots.map(({ id, title, kinds, atLeast }) => ({ id, title, kinds, min: atLeast }));
  // A place of the seller's own or of a newer version stays on offer.
  const all = [...known, ...chosen.filter(({ id }) => !known.some((one) => one.id === id))];
  return (
    <Field label={t('playbook.edit.slots')} wide>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          value={chosen.map((one) => one.id)}
          status={chosen.length === 0 ? 'error' : ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={all.map((one) => ({ value: one.id, label: wordsIn(one.title, i18n.language) }))}
          onChange={(ids: readonly string[]) => {
            const slots = ids.flatMap(
              (wanted) =>
                chosen.find((one) => one.id === wanted) ?? all.find((one) => one.id === wanted) ?? [],
            );
            // The last one stays: without any the step would have nothing to collect.
            if (slots.length > 0) onChange({ slots: slots.slice(0, 10) });
          }}
        />
      )}
    </Field>
  );
}

function EventPart({ step, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const known = Object.entries(deadlineEvents).map(([value, words]) => ({
    value,
    label: wordsIn(words, i18n.language),
  }));
  const own = step.event ?? '';
  return (
    <Field label={t('playbook.edit.event')} hint={t('playbook.edit.eventHint')}>
      {({ id }) => (
        <Select
          id={id}
          value={own}
          showSearch={{ optionFilterProp: 'label' }}
          options={known.some(({ value }) => value === own) ? known : [{ value: own, label: own }, ...known]}
          onChange={(event: string) => {
            onChange({ event });
          }}
        />
      )}
    </Field>
  );
}

function DaysPart({ step, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Field label={t('playbook.edit.days')}>
      {({ id }) => (
        <InputNumber
          id={id}
          min={1}
          max={60}
          precision={0}
          value={step.days ?? 10}
          onChange={(days) => {
            if (days !== null) onChange({ days });
          }}
        />
      )}
    </Field>
  );
}

const payers = ['bookLoss', 'chargeSupplier'] as const satisfies readonly GuardedAction[];

/** Whoever is to pay decides which gate stands before the claim. */
function PayerPart({ step, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Field label={t('playbook.edit.payer')} hint={t('playbook.edit.payerHint')}>
      {({ id }) => (
        <Select
          id={id}
          value={step.guard ?? 'bookLoss'}
          options={payers.map((value) => ({
            value: value as GuardedAction,
            label: t(`playbook.edit.payers.${value}`),
          }))}
          onChange={(guard: GuardedAction) => {
            onChange({ guard });
          }}
        />
      )}
    </Field>
  );
}
