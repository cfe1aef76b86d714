import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import {
  dropRuleSnippet,
  listRuleEntries,
  restoreRuleSnippet,
  type RuleEntry,
} from '../../data/rule-snippet-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { RuleEditor } from './rule-editor';

/** The rules to quote to buyers: shipped ones can be put into other words or hidden, own ones added (R120). */
export function RuleDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const entries = useLive(listRuleEntries, []);
  if (entries === undefined) return null;
  const done = (): void => {
    setEditing(null);
  };
  return (
    <Modal open footer={null} width={760} title={t('courtesy.rules')} onCancel={onClose}>
      <p className="ink-2">{t('courtesy.rulesWhy')}</p>
      {editing === 'new' ? (
        <RuleEditor entry={null} onDone={done} />
      ) : (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setEditing('new');
          }}
        >
          {t('courtesy.addRule')}
        </button>
      )}
      <ul className="rule-list" aria-label={t('courtesy.rules')}>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.hidden ? 'hidden-rule' : ''}>
            {editing === entry.id ? (
              <RuleEditor entry={entry} onDone={done} />
            ) : (
              <RuleLine
                entry={entry}
                onEdit={() => {
                  setEditing(entry.id);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function RuleLine({ entry, onEdit }: { readonly entry: RuleEntry; readonly onEdit: () => void }) {
  const { t, i18n } = useTranslation();
  const { id, platform, title, text, asOf, state, hidden } = entry;
  const name = wordsIn(title, i18n.language);
  const run = (job: Promise<void>): void => {
    job.catch((error: unknown) => {
      report(error);
    });
  };
  return (
    <>
      <div className="rule-head">
        <b>{name}</b>
        <span className="ink-3">
          {[
            platform === null ? t('courtesy.everywhere') : t(`domain.platform.${platform}`),
            asOf,
            t(`courtesy.ruleState.${hidden ? 'hidden' : state}`),
          ].join(' · ')}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="btn small"
          aria-label={t('courtesy.editRule', { name })}
          onClick={onEdit}
        >
          {t('common.edit')}
        </button>
        {hidden || state === 'edited' ? (
          <button type="button" className="btn small plain" onClick={() => run(restoreRuleSnippet(id))}>
            {t('courtesy.restoreRule')}
          </button>
        ) : null}
        {hidden ? null : (
          <button
            type="button"
            className="btn small plain"
            aria-label={t('courtesy.dropRule', { name })}
            onClick={() => run(dropRuleSnippet(id))}
          >
            {t(state === 'own' ? 'common.delete' : 'courtesy.hideRule')}
          </button>
        )}
      </div>
      {hidden ? null : <p className="rule-text">{wordsIn(text, i18n.language)}</p>}
    </>
  );
}
