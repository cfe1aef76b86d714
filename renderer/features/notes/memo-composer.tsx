import { Input, Select } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { flagColors, memoBytes, memoMaxBytes, type FlagColor } from '#shared/domain/order-note';
import { blanksOf, memoTemplates, type MemoTemplate } from '#shared/knowledge/memo-templates';
import { now } from '../../platform/clock';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { Flag } from '../../ui/flag';
import { isComposing } from '../../ui/is-composing';
import { applyTemplate, composeDraft, templatesFor, type MemoDraft } from './memo-draft';
import type { Case } from '#shared/domain/case';

/** Writes an order memo: template, blanks, operator, date and flag, with its size in bytes (R28, R29, R182). */
export function MemoComposer({
  item,
  draft,
  busy,
  onChange,
  onSave,
}: {
  readonly item: Case;
  readonly draft: MemoDraft;
  readonly busy: boolean;
  readonly onChange: (part: Partial<MemoDraft>) => void;
  /** Saves the composed memo, and copies it when asked. */
  readonly onSave: (text: string, copy: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const [tried, setTried] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { text, missing } = composeDraft(draft, now());
  const empty = draft.content.trim() === '';

  const save = (copy: boolean): void => {
    setTried(true);
    if (busy || empty || missing.length > 0) return;
    onSave(text, copy);
    setTried(false);
  };
  // Works wherever the focus is on this tab, but not through a dialog that lies over it.
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const wanted = event.key.toLowerCase() === 'c' && event.shiftKey && (event.ctrlKey || event.metaKey);
    if (!wanted || isComposing(event) || document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    save(true);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event);
    };
    document.addEventListener('keydown', listener);
    return () => {
      document.removeEventListener('keydown', listener);
    };
  }, []);
  const choose = (id: string): void => {
    const template = memoTemplates.find((one) => one.id === id);
    if (template !== undefined) onChange(applyTemplate(template, language, item, draft.values));
  };
  const { own, other } = templatesFor(item);
  const optionsOf = (templates: readonly MemoTemplate[]) =>
    templates.map((one) => ({ value: one.id, label: one.text[language] }));
  return (
    <div
      className="notes-composer card"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
        event.preventDefault();
        save(false);
      }}
    >
      <div className="form-grid">
        <Field label={t('notes.template')} wide>
          {({ id }) => (
            <Select
              id={id}
              value={draft.templateId}
              options={[
                ...(own.length === 0 ? [] : [{ label: t('notes.templatesOwn'), options: optionsOf(own) }]),
                { label: t('notes.templatesOther'), options: optionsOf(other) },
              ]}
              onChange={choose}
            />
          )}
        </Field>
        <Field
          label={t('notes.content')}
          problem={tried && empty ? t('notes.contentMissing') : undefined}
          wide
        >
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              maxLength={2000}
              value={draft.content}
              onChange={(event) => {
                onChange({ content: event.target.value });
              }}
            />
          )}
        </Field>
        {blanksOf(draft.content).map((name) => (
          <Field
            key={name}
            label={name}
            problem={tried && missing.includes(name) ? t('notes.blankMissing', { name }) : undefined}
          >
            {({ id, describedBy }) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                maxLength={500}
                value={draft.values[name] ?? ''}
                onChange={(event) => {
                  onChange({ values: { ...draft.values, [name]: event.target.value } });
                }}
              />
            )}
          </Field>
        ))}
        <Field label={t('notes.operator')}>
          {({ id }) => (
            <Input
              id={id}
              maxLength={60}
              value={draft.operator}
              onChange={(event) => {
                onChange({ operator: event.target.value });
              }}
            />
          )}
        </Field>
        <Field label={t('notes.day')}>
          {({ id, describedBy }) => (
            <DayInput
              id={id}
              describedBy={describedBy}
              value={draft.day}
              direction="past"
              now={now()}
              onChange={(day) => {
                onChange({ day });
              }}
            />
          )}
        </Field>
      </div>
      <FlagPicker flag={draft.flag} onChange={(flag) => onChange({ flag })} />
      <Preview text={text} />
      <div className="notes-buttons">
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => {
            save(false);
          }}
        >
          {t('common.save')} <kbd>Ctrl ↵</kbd>
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={busy}
          onClick={() => {
            save(true);
          }}
        >
          {t('notes.saveAndCopy')} <kbd>Ctrl ⇧ C</kbd>
        </button>
      </div>
    </div>
  );
}

function FlagPicker({
  flag,
  onChange,
}: {
  readonly flag: FlagColor;
  readonly onChange: (flag: FlagColor) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="notes-flags" role="radiogroup" aria-label={t('notes.flag')}>
      {flagColors.map((color) => (
        <label key={color} className={color === flag ? 'notes-flag on' : 'notes-flag'}>
          <input
            type="radio"
            name="memo-flag"
            checked={color === flag}
            onChange={() => {
              onChange(color);
            }}
          />
          <Flag color={color} label={t(`domain.flag.${color}`)} />
          {t(`domain.flag.${color}`)}
          {color === 'blue' ? <span className="ink-3">{t('notes.blueMeans')}</span> : null}
        </label>
      ))}
    </div>
  );
}

/** The memo as it will be pasted, and how much of the platform's limit it takes. */
function Preview({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const bytes = memoBytes(text);
  const over = bytes > memoMaxBytes;
  return (
    <div className="notes-preview">
      <output aria-label={t('notes.preview')}>{text}</output>
      <p className={over ? 'notes-bytes over' : 'notes-bytes'} role={over ? 'alert' : undefined}>
        {t('notes.bytes', { bytes, max: memoMaxBytes })}
        {over ? ` · ${t('notes.bytesOver')}` : null}
      </p>
    </div>
  );
}
