import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn, type Playbook } from '#shared/domain/playbook';
import { asOwnType } from '#shared/domain/playbook-edit';
import { dropPlaybook, newPlaybookKey, savePlaybook } from '../../data/playbook-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { EditorStage } from './editor-stage';
import { ShippedNews } from './shipped-news';
import type { PlaybookRecord } from '../../data/records';

/** One procedure: its steps by stage, to be added, ordered, changed and taken out. The draft survives a crash. */
export function PlaybookEditor({
  book,
  record,
  onChosen,
}: {
  readonly book: Playbook;
  readonly record: PlaybookRecord | null;
  readonly onChosen: (key: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const draft = useDraft<{ book: Playbook | null }>(`playbook:${book.key}`, { book: null }, now, report);
  const [asking, setAsking] = useState(false);
  const edited = draft.value?.book ?? book;
  const dirty = edited !== book && JSON.stringify(edited) !== JSON.stringify(book);
  const change = (next: Playbook): void => {
    draft.change({ book: next });
  };
  const run = (job: () => Promise<unknown>): void => {
    job().catch((error: unknown) => {
      report(error);
    });
  };
  const save = (): void => {
    run(async () => {
      await savePlaybook(edited, now());
      await draft.clear();
      tell('playbook.edit.saved');
    });
  };
  const copy = (): void => {
    run(async () => {
      const { name } = edited;
      const mine = { zh: `${name.zh}（自定）`, en: `${name.en} (own)` };
      const key = newPlaybookKey(now());
      await savePlaybook(asOwnType(edited, key, mine), now());
      onChosen(key);
    });
  };
  return (
    <article className="playbooks-editor" aria-label={wordsIn(book.name, i18n.language)}>
      <div className="walk-options">
        <button type="button" className="btn primary" disabled={!dirty} onClick={save}>
          {t('common.save')}
        </button>
        <button type="button" className="btn" disabled={!dirty} onClick={() => void draft.clear()}>
          {t('playbook.edit.discard')}
        </button>
        <button type="button" className="btn" onClick={copy}>
          {t('playbook.edit.asOwn')}
        </button>
        {record === null ? null : (
          <button
            type="button"
            className="btn danger"
            onClick={() => {
              if (asking) run(() => dropPlaybook(book.key).then(() => draft.clear()));
              setAsking(!asking);
            }}
          >
            {t(
              asking
                ? 'playbook.edit.sure'
                : record.base === null
                  ? 'playbook.edit.removeType'
                  : 'playbook.edit.reset',
            )}
          </button>
        )}
        {draft.restored && dirty ? <span className="ink-2">{t('common.draftRestored')}</span> : null}
      </div>
      {record === null ? null : <ShippedNews record={record} />}
      <div className="form-grid">
        {(['zh', 'en'] as const).map((language) => (
          <Field key={language} label={t(`playbook.edit.name.${language}`)}>
            {({ id }) => (
              <Input
                id={id}
                maxLength={60}
                value={edited.name[language]}
                onChange={(event) => {
                  change({ ...edited, name: { ...edited.name, [language]: event.target.value } });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      {edited.stages.map((stage) => (
        <EditorStage key={stage.id} book={edited} stage={stage} onChange={change} />
      ))}
    </article>
  );
}
