import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { freeName } from '#shared/domain/playbook-edit';
import type { Step, StepField } from '#shared/domain/playbook';

const mostFields = 10;
const types = ['text', 'money', 'waybill', 'time'] as const satisfies readonly StepField['type'][];

/** What a step asks to be filled in. A choice of a shipped step keeps its answers. */
export function FieldParts({
  step,
  onChange,
}: {
  readonly step: Step;
  readonly onChange: (part: Partial<Step>) => void;
}) {
  const { t } = useTranslation();
  const fields = step.fields ?? [];
  const change = (place: number, part: Partial<StepField>): void => {
    onChange({ fields: fields.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  };
  return (
    <fieldset className="wide playbooks-options">
      <legend>{t('playbook.edit.fields')}</legend>
      {fields.map((field, place) => (
        <div key={field.id} className="playbooks-option" role="group" aria-label={field.title.zh}>
          {(['zh', 'en'] as const).map((language) => (
            <Input
              key={language}
              aria-label={t(`playbook.edit.field.${language}`, { place: place + 1 })}
              placeholder={t(`playbook.edit.field.${language}`, { place: place + 1 })}
              maxLength={100}
              status={field.title[language].trim() === '' ? 'error' : ''}
              value={field.title[language]}
              onChange={(event) => {
                change(place, { title: { ...field.title, [language]: event.target.value } });
              }}
            />
          ))}
          <Select
            aria-label={t('playbook.edit.fieldType', { place: place + 1 })}
            value={field.type}
            disabled={field.choices !== undefined}
            options={(field.choices === undefined ? types : [field.type]).map((value) => ({
              value: value as StepField['type'],
              label: t(`playbook.edit.fieldTypes.${value}`),
            }))}
            onChange={(type: StepField['type']) => {
              change(place, { type });
            }}
          />
          <Checkbox
            checked={field.required}
            onChange={(event) => {
              change(place, { required: event.target.checked });
            }}
          >
            {t('playbook.edit.required')}
          </Checkbox>
          <button
            type="button"
            className="btn small plain danger"
            aria-label={t('playbook.edit.removeField', { place: place + 1 })}
            onClick={() => {
              onChange({ fields: fields.toSpliced(place, 1) });
            }}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn small"
        disabled={fields.length >= mostFields}
        onClick={() => {
          const id = freeName(
            fields.map((one) => one.id),
            'own',
          );
          const title = { zh: t('playbook.edit.newField'), en: t('playbook.edit.newField') };
          onChange({ fields: [...fields, { id, title, type: 'text', required: false }] });
        }}
      >
        {t('playbook.edit.addField')}
      </button>
    </fieldset>
  );
}
