import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platforms, type Platform } from '#shared/domain/platform';
import { wordsIn } from '#shared/domain/playbook';
import { saveRuleSnippet, type RuleEntry } from '../../data/rule-snippet-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';

/** One rule to quote, in the seller's words (R120). */
export function RuleEditor({
  entry,
  onDone,
}: {
  readonly entry: RuleEntry | null;
  readonly onDone: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [platform, setPlatform] = useState<Platform | null>(entry?.platform ?? null);
  const [title, setTitle] = useState(entry === null ? '' : wordsIn(entry.title, i18n.language));
  const [text, setText] = useState(entry === null ? '' : wordsIn(entry.text, i18n.language));
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (title.trim() === '' || text.trim() === '') return;
    const language = i18n.language === 'en' ? 'en' : 'zh';
    saveRuleSnippet({ id: entry?.id ?? null, platform, title, text }, language, now()).then(() => {
      tell('courtesy.ruleKept');
      onDone();
    }, report);
  };
  return (
    <div className="rule-editor">
      <div className="form-grid">
        <Field
          label={t('courtesy.ruleTitle')}
          problem={tried && title.trim() === '' ? t('courtesy.ruleMissing') : undefined}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              maxLength={60}
              value={title}
              onChange={(event) => {
                setTitle(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label={t('courtesy.rulePlatform')}>
          {({ id }) => (
            <Select
              id={id}
              value={platform ?? ''}
              options={[
                { value: '', label: t('courtesy.everywhere') },
                ...platforms.map((value) => ({
                  value: value as string,
                  label: t(`domain.platform.${value}`),
                })),
              ]}
              onChange={(value: string) => {
                setPlatform(value === '' ? null : (value as Platform));
              }}
            />
          )}
        </Field>
        <Field
          label={t('courtesy.ruleText')}
          problem={tried && text.trim() === '' ? t('courtesy.ruleMissing') : undefined}
          wide
        >
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              maxLength={500}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
              }}
            />
          )}
        </Field>
      </div>
      <div className="rule-acts">
        <button type="button" className="btn primary" onClick={save}>
          {t('common.save')}
        </button>
        <button type="button" className="btn plain" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
