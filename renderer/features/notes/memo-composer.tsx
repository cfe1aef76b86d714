import { Input, Select } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memoSize, type MergedMemo } from '#shared/domain/merge-memo';
import { memoFormats, type MemoFormat } from '#shared/knowledge/memo-formats';
import { blanksOf, memoTemplates, type MemoTemplate } from '#shared/knowledge/memo-templates';
import { now } from '../../platform/clock';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { FlagPicker } from './flag-picker';
import {
  applyTemplate,
  composeDraft,
  flagOf,
  templateLabel,
  templatesFor,
  type MemoDraft,
} from './memo-draft';
import type { Case } from '#shared/domain/case';
import type { FlagLegend } from '#shared/domain/flag-legend';

/** Writes an order memo: template, blanks, operator, date and flag, with its size in bytes (R28, R29, R182). */
export function MemoComposer({
  item,
  legend,
  draft,
  busy,
  onChange,
  onSave,
}: {
  readonly item: Case;
  /** What the colours mean in the case's shop. */
  readonly legend?: FlagLegend | undefined;
  readonly draft: MemoDraft;
  readonly busy: boolean;
  readonly onChange: (part: Partial<MemoDraft>) => void;
  /** Saves the composed memo, and copies it when asked. */
  readonly onSave: (text: string, copy: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const [tried, setTried] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { text, merged, missing } = composeDraft(draft, now());
  const format = memoFormats[item.platform];
  const [merging, setMerging] = useState(draft.existing !== '');
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
    if (template !== undefined)
      onChange({
        ...applyTemplate(template, language, item, draft.values),
        flag: flagOf(template, item, legend),
      });
  };
  const { own, other } = templatesFor(item);
  const optionsOf = (templates: readonly MemoTemplate[]) =>
    templates.map((one) => ({ value: one.id, label: templateLabel(one, t, language) }));
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
                value={Object.hasOwn(draft.values, name) ? draft.values[name] : ''}
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
      <FlagPicker
        format={format}
        legend={legend}
        flag={draft.flag}
        tag={draft.tag}
        onFlag={(flag) => {
          onChange({ flag });
        }}
        onTag={(tag) => {
          onChange({ tag });
        }}
      />
      {merging ? (
        <Field label={t('notes.existing')} hint={t('notes.existingHint')}>
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              value={draft.existing}
              onChange={(event) => {
                onChange({ existing: event.target.value });
              }}
            />
          )}
        </Field>
      ) : null}
      <Preview merged={merged} limit={format.limit} />
      <div className="notes-buttons">
        {merging ? null : (
          <button
            type="button"
            className="btn plain"
            onClick={() => {
              setMerging(true);
            }}
          >
            {t('notes.hasExisting')}
          </button>
        )}
        <span className="grow" />
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

/** The memo as it will be pasted: what stands there in grey, what is new after it, and how much of the limit it takes. */
function Preview({
  merged: { text, old, added },
  limit,
}: {
  readonly merged: MergedMemo;
  readonly limit: MemoFormat['limit'];
}) {
  const { t } = useTranslation();
  const size = memoSize(text, limit);
  const over = size > limit.max;
  return (
    <div className="notes-preview">
      <output aria-label={t('notes.preview')}>
        {old === '' ? null : <span className="ink-3">{old}</span>}
        {added}
      </output>
      {old !== '' && added === '' ? <p className="notes-bytes">{t('notes.alreadyThere')}</p> : null}
      <p className={over ? 'notes-bytes over' : 'notes-bytes'} role={over ? 'alert' : undefined}>
        {t(`notes.size.${limit.unit}`, { size, max: limit.max })}
        {over ? ` · ${t('notes.bytesOver')}` : null}
      </p>
    </div>
  );
}
