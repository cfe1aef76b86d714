import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeStep } from '#shared/domain/playbook-edit';
import { Field } from '../../ui/field';
import { StepParts } from './step-parts';
import type { Playbook, Step, Words } from '#shared/domain/playbook';

/** The words of a step in both languages, and whether it may be left out. */
export function StepEditor({
  book,
  step,
  onChange,
}: {
  readonly book: Playbook;
  readonly step: Step;
  readonly onChange: (book: Playbook) => void;
}) {
  const { t } = useTranslation();
  const parts = ['title', 'help', ...(step.kind === 'script' ? (['text'] as const) : [])] as const;
  const set = (part: (typeof parts)[number], words: Words): void => {
    if (part === 'help' && words.zh === '' && words.en === '') {
      const { help: _help, ...rest } = step;
      onChange({ ...book, steps: book.steps.map((one) => (one === step ? rest : one)) });
    } else onChange(changeStep(book, step.id, { [part]: words }));
  };
  return (
    <div className="form-grid playbooks-words">
      {parts.flatMap((part) =>
        (['zh', 'en'] as const).map((language) => {
          const words = step[part] ?? { zh: '', en: '' };
          return (
            <Field key={`${part} ${language}`} label={t(`playbook.edit.part.${part}.${language}`)}>
              {({ id }) => (
                <Input.TextArea
                  id={id}
                  className="area"
                  maxLength={part === 'text' ? 2000 : 300}
                  value={words[language]}
                  onChange={(event) => {
                    set(part, { ...words, [language]: event.target.value });
                  }}
                />
              )}
            </Field>
          );
        }),
      )}
      <StepParts step={step} onChange={(part) => onChange(changeStep(book, step.id, part))} />
      <Checkbox
        checked={step.optional === true}
        onChange={(event) => {
          onChange(changeStep(book, step.id, { optional: event.target.checked }));
        }}
      >
        {t('playbook.edit.mayBeLeftOut')}
      </Checkbox>
    </div>
  );
}
