import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsIn, type Step } from '#shared/domain/playbook';
import { findFieldProblem, ticksOf, type StepValues, type ValueFacts } from '#shared/domain/step-values';
import { Field } from '../../ui/field';
import { WhenInput } from '../../ui/when-input';

/** The fields of a step; a problem shows once the seller tried to save, or typed something that cannot be. */
export function StepFields({
  step,
  values,
  tried,
  facts,
  onChange,
}: {
  readonly step: Step;
  readonly values: StepValues;
  readonly tried: boolean;
  /** The present, and what the buyer paid. */
  readonly facts: ValueFacts;
  readonly onChange: (part: Record<string, string>) => void;
}) {
  const { t, i18n } = useTranslation();
  const fields = step.fields ?? [];
  if (fields.length === 0) return null;
  return (
    <div className={fields.length === 1 ? 'walk-fields' : 'form-grid walk-fields'}>
      {fields.map((field) => {
        const value = values[field.id] ?? '';
        const found = findFieldProblem(field, value, facts);
        const shown = found !== null && (tried || (value !== '' && found !== 'waybill')) ? found : null;
        const problem = shown === null ? undefined : t(`playbook.problem.${shown}`);
        return (
          <Field
            key={field.id}
            label={
              field.required
                ? wordsIn(field.title, i18n.language)
                : t('playbook.optionalField', { name: wordsIn(field.title, i18n.language) })
            }
            problem={problem}
          >
            {({ id, describedBy }) =>
              field.type === 'choice' ? (
                <Select
                  id={id}
                  value={value === '' ? null : value}
                  options={(field.choices ?? []).map((one) => ({
                    value: one.id,
                    label: wordsIn(one.title, i18n.language),
                  }))}
                  onChange={(next: string) => {
                    onChange({ [field.id]: next });
                  }}
                />
              ) : field.type === 'checks' ? (
                <Checkbox.Group
                  className="walk-checks"
                  value={[...ticksOf(field, value)]}
                  options={(field.choices ?? []).map((one) => ({
                    value: one.id,
                    label: wordsIn(one.title, i18n.language),
                  }))}
                  onChange={(ticked) => {
                    onChange({ [field.id]: ticked.join(' ') });
                  }}
                />
              ) : field.type === 'time' ? (
                <WhenInput
                  id={id}
                  describedBy={describedBy}
                  value={value}
                  direction="future"
                  now={facts.now}
                  onChange={(next) => {
                    onChange({ [field.id]: next });
                  }}
                />
              ) : (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  className={field.type === 'waybill' ? 'mono' : ''}
                  maxLength={600}
                  spellCheck={false}
                  autoComplete="off"
                  value={value}
                  status={problem === undefined ? '' : 'error'}
                  suffix={field.type === 'money' ? t('common.yuan') : null}
                  onChange={(event) => {
                    onChange({ [field.id]: event.target.value });
                  }}
                />
              )
            }
          </Field>
        );
      })}
    </div>
  );
}
