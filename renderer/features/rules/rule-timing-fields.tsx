import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { eventName } from './rule-words';
import type { PartDraft, StepDraft } from './rule-draft';

const units = ['minute', 'hour', 'day', 'workday', 'month'] as const;

/** The lengths and times of day of a rule. Its kind stays: a cut-off remains a cut-off. */
export function TimingFields({
  parts,
  onChange,
}: {
  readonly parts: readonly PartDraft[];
  readonly onChange: (parts: readonly PartDraft[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="rules-timing">
      <legend>{t('rules.timing')}</legend>
      {parts.map((part, index) => (
        // Parts are places in the rule: they neither come nor go nor change their order.
        // eslint-disable-next-line react/no-array-index-key
        <div key={`${index}-${part.kind}`} className="rules-part">
          <Part
            part={part}
            onChange={(change) => {
              onChange(parts.map((one, at) => (at === index ? { ...one, ...change } : one)));
            }}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Part({
  part,
  onChange,
}: {
  readonly part: PartDraft;
  readonly onChange: (change: Partial<PartDraft>) => void;
}) {
  const { t, i18n } = useTranslation();
  const from =
    part.event === '' ? null : <span className="ink-2">{eventName(part.event, i18n.language)}</span>;
  if (part.kind === 'manual') return <>{from ?? t('rules.manual')}</>;
  if (part.kind === 'cutoff') {
    return (
      <>
        {from}
        <Steps
          steps={part.steps}
          onChange={(steps) => {
            onChange({ steps });
          }}
        />
      </>
    );
  }
  return (
    <>
      {from}
      {part.kind === 'window' ? (
        <Small label={t('rules.dueDay')} value={part.dueDay} onChange={(dueDay) => onChange({ dueDay })} />
      ) : (
        <>
          <Small
            label={t(part.kind === 'patrol' ? 'rules.every' : 'rules.length')}
            value={part.n}
            onChange={(n) => onChange({ n })}
          />
          <Select
            aria-label={t('rules.unit')}
            value={part.unit}
            options={(part.unit === 'second' ? (['second', ...units] as const) : units).map((value) => ({
              value,
              label: t(`rules.unitName.${value}`),
            }))}
            onChange={(unit) => {
              onChange({ unit });
            }}
          />
        </>
      )}
      {part.kind === 'duration' && part.openAt === '' && part.closeAt === '' ? null : (
        <>
          <Small label={t('rules.openAt')} value={part.openAt} onChange={(openAt) => onChange({ openAt })} />
          <Small
            label={t('rules.closeAt')}
            value={part.closeAt}
            onChange={(closeAt) => onChange({ closeAt })}
          />
        </>
      )}
    </>
  );
}

function Steps({
  steps,
  onChange,
}: {
  readonly steps: readonly StepDraft[];
  readonly onChange: (steps: readonly StepDraft[]) => void;
}) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<StepDraft>): void => {
    onChange(steps.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  return (
    <div className="rules-steps">
      {steps.map((step, index) => (
        // eslint-disable-next-line react/no-array-index-key -- steps are told apart by their place only
        <div key={index} className="rules-part">
          <Small
            label={t('rules.before')}
            value={step.before}
            onChange={(before) => change(index, { before })}
          />
          <Small
            label={t('rules.dueDay')}
            value={step.dueDay}
            onChange={(dueDay) => change(index, { dueDay })}
          />
          <Small label={t('rules.dueAt')} value={step.dueAt} onChange={(dueAt) => change(index, { dueAt })} />
        </div>
      ))}
    </div>
  );
}

function Small({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <label className="rules-small">
      <span>{label}</span>
      <Input
        maxLength={8}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </label>
  );
}
