import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addableKinds, addStep, moveStep, removeStep, type AddableKind } from '#shared/domain/playbook-edit';
import { wordsIn, type Playbook, type Stage } from '#shared/domain/playbook';
import { isComposing } from '../../ui/is-composing';
import { StepEditor } from './step-editor';
import { StepKindIcon } from './step-kind-icon';

/** The steps of a stage with what can be done to each, and a line to add one. */
export function EditorStage({
  book,
  stage,
  onChange,
}: {
  readonly book: Playbook;
  readonly stage: Stage;
  readonly onChange: (book: Playbook) => void;
}) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const [kind, setKind] = useState<AddableKind>('note');
  const [title, setTitle] = useState('');
  const steps = book.steps.filter((step) => step.stage === stage.id);
  const add = (): void => {
    const text = title.trim();
    if (text === '') return;
    onChange(addStep(book, stage.id, kind, { zh: text, en: text }));
    setTitle('');
  };
  return (
    <section className="card playbooks-stage">
      <h2>
        {wordsIn(stage.title, i18n.language)}
        {stage.side === true ? <span className="ink-3"> {t('playbook.edit.byway')}</span> : null}
      </h2>
      <ul className="walk-list">
        {steps.map((step, place) => {
          const name = wordsIn(step.title, i18n.language);
          return (
            <li key={step.id}>
              <div className="playbooks-step">
                <StepKindIcon kind={step.kind} />
                <button
                  type="button"
                  className="playbooks-name ellipsis"
                  aria-expanded={open === step.id}
                  onClick={() => {
                    setOpen(open === step.id ? null : step.id);
                  }}
                >
                  {name}
                </button>
                {step.optional === true ? <span className="ink-3">{t('common.optional')}</span> : null}
                <span className="ink-3 mono">{step.rows.join(' ')}</span>
                <button
                  type="button"
                  className="btn small plain"
                  disabled={place === 0}
                  aria-label={t('playbook.edit.up', { step: name })}
                  onClick={() => {
                    onChange(moveStep(book, step.id, -1));
                  }}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="btn small plain"
                  disabled={place === steps.length - 1}
                  aria-label={t('playbook.edit.down', { step: name })}
                  onClick={() => {
                    onChange(moveStep(book, step.id, 1));
                  }}
                >
                  ↓
                </button>
                <button
                  type="button"
                  className="btn small plain danger"
                  aria-label={t('playbook.edit.removeStep', { step: name })}
                  onClick={() => {
                    onChange(removeStep(book, step.id));
                  }}
                >
                  ×
                </button>
              </div>
              {open === step.id ? <StepEditor book={book} step={step} onChange={onChange} /> : null}
            </li>
          );
        })}
      </ul>
      <div className="playbooks-add">
        <Select
          aria-label={t('playbook.edit.kindLabel')}
          value={kind}
          options={addableKinds.map((one) => ({ value: one, label: t(`playbook.kind.${one}`) }))}
          onChange={setKind}
        />
        <Input
          aria-label={t('playbook.edit.newStep', { stage: wordsIn(stage.title, i18n.language) })}
          placeholder={t('playbook.edit.newStepHint')}
          maxLength={100}
          value={title}
          onChange={(event) => {
            setTitle(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) add();
          }}
        />
        <button type="button" className="btn small" disabled={title.trim() === ''} onClick={add}>
          {t('common.add')}
        </button>
      </div>
    </section>
  );
}
