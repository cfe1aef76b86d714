import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { goodsStates, liabilities, waitingOns } from '#shared/domain/case';
import { freeName } from '#shared/domain/playbook-edit';
import type { DecisionOption, Step } from '#shared/domain/playbook';

const mostOptions = 12;
const sets = { liability: liabilities, goods: goodsStates, waitingOn: waitingOns } as const;
type SetField = keyof typeof sets;

/** The answers of a decision, and what each changes in the case. */
export function OptionParts({
  step,
  onChange,
}: {
  readonly step: Step;
  readonly onChange: (part: Partial<Step>) => void;
}) {
  const { t } = useTranslation();
  const options = step.options ?? [];
  const change = (place: number, part: Partial<DecisionOption>): void => {
    onChange({ options: options.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  };
  const setField = (place: number, option: DecisionOption, field: SetField, value: string): void => {
    const { set: { [field]: _old, ...others } = {}, ...rest } = option;
    const set = { ...others, ...(value === '' ? {} : { [field]: value }) };
    const next = Object.keys(set).length === 0 ? rest : { ...rest, set };
    onChange({ options: options.map((one, index) => (index === place ? (next as DecisionOption) : one)) });
  };
  return (
    <fieldset className="wide playbooks-options">
      <legend>{t('playbook.edit.options')}</legend>
      {options.map((option, place) => (
        <div key={option.id} className="playbooks-option" role="group" aria-label={option.title.zh}>
          {(['zh', 'en'] as const).map((language) => (
            <Input
              key={language}
              aria-label={t(`playbook.edit.option.${language}`, { place: place + 1 })}
              placeholder={t(`playbook.edit.option.${language}`, { place: place + 1 })}
              maxLength={100}
              status={option.title[language].trim() === '' ? 'error' : ''}
              value={option.title[language]}
              onChange={(event) => {
                change(place, { title: { ...option.title, [language]: event.target.value } });
              }}
            />
          ))}
          {(['liability', 'goods', 'waitingOn'] as const).map((field) => (
            <Select
              key={field}
              aria-label={t('playbook.edit.optionSets', {
                place: place + 1,
                field: t(`timeline.field.${field}`),
              })}
              value={option.set?.[field] ?? ''}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: t('playbook.edit.leaves', { field: t(`timeline.field.${field}`) }) },
                ...sets[field].map((one) => ({ value: one as string, label: t(`domain.${field}.${one}`) })),
              ]}
              onChange={(value: string) => {
                setField(place, option, field, value);
              }}
            />
          ))}
          <button
            type="button"
            className="btn small plain danger"
            disabled={options.length <= 2}
            aria-label={t('playbook.edit.removeOption', { place: place + 1 })}
            onClick={() => {
              onChange({ options: options.toSpliced(place, 1) });
            }}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn small"
        disabled={options.length >= mostOptions}
        onClick={() => {
          const id = freeName(
            options.map((one) => one.id),
            'own',
          );
          const title = { zh: t('playbook.edit.newOption'), en: t('playbook.edit.newOption') };
          onChange({ options: [...options, { id, title }] });
        }}
      >
        {t('playbook.edit.addOption')}
      </button>
    </fieldset>
  );
}
