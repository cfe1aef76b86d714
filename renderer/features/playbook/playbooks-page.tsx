import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { diffPlaybooks, isSame } from '#shared/domain/playbook-diff';
import { wordsIn, type Playbook } from '#shared/domain/playbook';
import { listOwnPlaybooks, listPlaybooks } from '../../data/playbook-repository';
import { useLive } from '../../data/use-live';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { PlaybookEditor } from './playbook-editor';
import { PlaybookFiles } from './playbook-files';
import type { PlaybookRecord } from '../../data/records';
import './playbook.css';
import './playbook-editor.css';

/** All procedures: the shipped ones, the seller's copies and the seller's own case types. */
export function PlaybooksPage({ onBack }: { readonly onBack: () => void }) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState('returnRefund');
  const books = useLive(listPlaybooks, []);
  const own = useLive(listOwnPlaybooks, []);
  if (books === undefined || own === undefined) return null;
  const book = books.find(({ key }) => key === chosen) ?? books[0];
  const recordOf = (key: string): PlaybookRecord | undefined => own.find((one) => one.key === key);
  const state = ({ key }: Playbook): string => {
    const record = recordOf(key);
    if (record === undefined) return '';
    if (record.base === null) return t('playbook.edit.ownType');
    const shipped = shippedPlaybooks.find((one) => one.key === key);
    const news = shipped !== undefined && !isSame(diffPlaybooks(record.base, shipped));
    return t(news ? 'playbook.edit.shippedNews' : 'playbook.edit.editedMark');
  };
  return (
    <div className="playbooks-page">
      <header className="playbooks-head">
        <button type="button" className="btn small" onClick={onBack}>
          ← {t('playbook.edit.back')}
        </button>
        <h1>{t('playbook.edit.title')}</h1>
        <span className="grow" />
        <PlaybookFiles books={books} own={own} chosen={book ?? null} onDone={setChosen} />
      </header>
      <div className="playbooks-layout">
        <nav aria-label={t('playbook.edit.list')}>
          {books.map((one) => (
            <button
              key={one.key}
              type="button"
              className={one === book ? 'playbooks-item on' : 'playbooks-item'}
              aria-current={one === book}
              onClick={() => {
                setChosen(one.key);
              }}
            >
              <span className="ellipsis">{wordsIn(one.name, i18n.language)}</span>
              <span className="ink-3">{state(one)}</span>
            </button>
          ))}
        </nav>
        {book === undefined ? null : (
          <PlaybookEditor
            key={`${book.key} ${recordOf(book.key)?.savedAt ?? 0}`}
            book={book}
            record={recordOf(book.key) ?? null}
            onChosen={setChosen}
          />
        )}
      </div>
    </div>
  );
}
