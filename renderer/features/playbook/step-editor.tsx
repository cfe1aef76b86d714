import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeStep } from '#shared/domain/playbook-edit';
import { listScripts } from '../../data/script-repository';
import { useLive } from '../../data/use-live';
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
  const ownText = step.kind === 'script' && step.script === undefined;
  const parts = ['title', 'help', ...(ownText ? (['text'] as const) : [])] as const;
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
      {step.kind === 'script' ? (
        <ScriptChoice
          step={step}
          onChange={(changed) => {
            onChange({ ...book, steps: book.steps.map((one) => (one === step ? changed : one)) });
          }}
        />
      ) : null}
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

const ownWords = '';

/** Which message of the library a step copies, or that it has words of its own. */
function ScriptChoice({ step, onChange }: { readonly step: Step; readonly onChange: (step: Step) => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const scripts = useLive(listScripts, []);
  if (scripts === undefined) return null;
  const shown = scripts.filter(({ hidden, id }) => !hidden || id === step.script);
  const options = [
    { value: ownWords, label: t('playbook.edit.ownWords') },
    ...shown.map(({ id, title }) => ({ value: id, label: title[language] })),
  ];
  const choose = (id: string): void => {
    const { script: _script, text, ...rest } = step;
    // Words written once stay in the step: choosing back and forth loses nothing.
    if (id === ownWords) onChange({ ...rest, text: text ?? wordsOf(step.script) });
    else onChange({ ...rest, ...(text === undefined ? {} : { text }), script: id });
  };
  const wordsOf = (id: string | undefined): Words => {
    const from = scripts.find((one) => one.id === id);
    return from === undefined ? step.title : { zh: from.text['zh-CN'], en: from.text.en };
  };
  return (
    <Field label={t('playbook.edit.fromLibrary')} wide>
      {({ id }) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={step.script ?? ownWords}
          options={options}
          onChange={choose}
        />
      )}
    </Field>
  );
}
