import { Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  makePlaybookFile,
  playbookFileMax,
  readPlaybookFile,
  type PlaybookFile,
} from '#shared/domain/playbook-file';
import { wordsIn, type Playbook } from '#shared/domain/playbook';
import { savePlaybooks } from '../../data/playbook-repository';
import { now } from '../../platform/clock';
import { ask, upload } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import type { PlaybookRecord } from '../../data/records';

/** Procedures out to one JSON file and back, looked at before anything is taken over. */
export function PlaybookFiles({
  books,
  own,
  chosen,
  onDone,
}: {
  readonly books: readonly Playbook[];
  readonly own: readonly PlaybookRecord[];
  readonly chosen: Playbook | null;
  readonly onDone: (key: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<PlaybookFile | null>(null);
  const write = async (playbooks: readonly Playbook[]): Promise<void> => {
    const target = await ask('chooseSaveTarget', {
      suggestedName: `${t('playbook.edit.fileWord')}.json`,
      kind: 'json',
    });
    if (target === null) return;
    await upload(target.url, new Blob([makePlaybookFile(playbooks)], { type: 'application/json' }));
    tell('playbook.edit.exported', { count: playbooks.length, name: target.fileName });
  };
  const read = async (file: File): Promise<void> => {
    setFound(readPlaybookFile(file.size > playbookFileMax ? '' : await file.text()));
  };
  const take = (playbooks: readonly Playbook[]): void => {
    savePlaybooks(playbooks, now()).then(
      () => {
        setFound(null);
        tell('playbook.edit.imported', { count: playbooks.length });
        const [first] = playbooks;
        if (first !== undefined) onDone(first.key);
      },
      (error: unknown) => {
        report(error);
      },
    );
  };
  return (
    <div className="playbooks-files">
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={t('playbook.edit.import')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) read(file).catch(report);
        }}
      />
      <button
        type="button"
        className="btn small"
        onClick={() => {
          picker.current?.click();
        }}
      >
        {t('playbook.edit.import')}
      </button>
      <button
        type="button"
        className="btn small"
        disabled={chosen === null}
        onClick={() => {
          if (chosen !== null) write([chosen]).catch(report);
        }}
      >
        {t('playbook.edit.exportOne')}
      </button>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          write(books).catch(report);
        }}
      >
        {t('playbook.edit.exportAll')}
      </button>
      {found === null ? null : (
        <Modal
          open
          centered
          title={t('playbook.edit.import')}
          okText={t('playbook.edit.take')}
          cancelText={t('common.cancel')}
          okButtonProps={{ disabled: 'problem' in found }}
          onCancel={() => {
            setFound(null);
          }}
          onOk={() => {
            if ('playbooks' in found) take(found.playbooks);
          }}
        >
          {'problem' in found ? (
            <p role="alert" className="walk-problem">
              {t(`playbook.edit.fileProblem.${found.problem}`, { where: found.where })}
            </p>
          ) : (
            <ul className="playbooks-found">
              {found.playbooks.map((book) => (
                <li key={book.key}>
                  {wordsIn(book.name, i18n.language)} ·{' '}
                  <span className="ink-2">
                    {t(
                      own.some(({ key }) => key === book.key)
                        ? 'playbook.edit.overwrites'
                        : books.some(({ key }) => key === book.key)
                          ? 'playbook.edit.becomesCopy'
                          : 'playbook.edit.isNew',
                    )}{' '}
                    · {t('playbook.edit.steps', { count: book.steps.length })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Modal>
      )}
    </div>
  );
}
