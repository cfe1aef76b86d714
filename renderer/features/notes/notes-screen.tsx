import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listQueue } from '../../data/memo-queue-repository';
import { countUnpastedNotes, findNotes, type FoundNote } from '../../data/note-search';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { momentWords } from '../../text/time-words';
import { Flag } from '../../ui/flag';
import { PlatformMark } from '../../ui/platform-mark';
import { MaskedText } from '../../ui/masked-text';
import { MemoBatch } from './memo-batch';
import { MemoQueue } from './memo-queue';
import { NoteActions } from './note-actions';
import './notes.css';

const limit = 200;

/** The newest memos of all cases, so that none stays unpasted (R28, R29). */
export function NotesScreen() {
  const { t } = useTranslation();
  const [show, setShow] = useState<'all' | 'unpasted'>('all');
  const [text, setText] = useState('');
  const found = useLive(() => findNotes({ unpasted: show === 'unpasted', text }, limit), [show, text]);
  const unpasted = useLive(countUnpastedNotes, []) ?? 0;
  const queued = useLive(async () => (await listQueue()).length, []) ?? 0;
  const [open, setOpen] = useState<'queue' | 'batch' | null>(null);
  return (
    <section className="notes-screen" aria-label={t('notes.title')}>
      <div className="notes-bar">
        <h1>{t('notes.title')}</h1>
        <Segmented
          aria-label={t('notes.show')}
          value={show}
          options={[
            { value: 'all', label: t('common.all') },
            { value: 'unpasted', label: t('notes.unpasted', { count: unpasted }) },
          ]}
          onChange={setShow}
        />
        <Input
          className="notes-search"
          data-hotkey="list-search"
          aria-label={t('notes.search')}
          placeholder={t('notes.search')}
          allowClear
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <span className="grow" />
        <button
          type="button"
          className="btn"
          onClick={() => {
            setOpen('batch');
          }}
        >
          {t('notes.batch')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={queued === 0}
          onClick={() => {
            setOpen('queue');
          }}
        >
          {t('notes.queue')} {queued > 0 ? queued : null}
        </button>
      </div>
      {open === 'queue' ? (
        <MemoQueue
          onClose={() => {
            setOpen(null);
          }}
        />
      ) : null}
      {open === 'batch' ? (
        <MemoBatch
          onClose={(added) => {
            setOpen(added ? 'queue' : null);
          }}
        />
      ) : null}
      {found === undefined ? null : found.notes.length === 0 ? (
        <div className="empty">
          <h2>{t(text === '' && show === 'all' ? 'notes.emptyTitle' : 'notes.noneFound')}</h2>
          <p>{t('notes.emptyText')}</p>
        </div>
      ) : (
        <ul className="notes-list card">
          {found.notes.map((note) => (
            <NoteRow key={note.id} note={note} />
          ))}
        </ul>
      )}
      {found?.more === true ? (
        <p className="notes-none">{t('notes.more', { count: found.notes.length })}</p>
      ) : null}
    </section>
  );
}

function NoteRow({ note }: { readonly note: FoundNote }) {
  const { t } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  return (
    <li className="notes-item notes-row">
      <div className="notes-item-head">
        <PlatformMark platform={note.platform} label={t(`domain.platform.${note.platform}`)} />
        <button
          type="button"
          className="notes-buyer ellipsis"
          title={note.buyerId}
          onClick={() => {
            openCase(note.caseId, 'notes');
          }}
        >
          {note.buyerId}
        </button>
        <span className="mono ink-2 ellipsis" title={note.orderNo}>
          {note.orderNo}
        </span>
        <Flag color={note.flag} label={t(`domain.flag.${note.flag}`)} />
        <span className="notes-fixed">{t(`domain.flag.${note.flag}`)}</span>
        <span className="notes-fixed ink-3">{momentWords(t, note.createdAt, now())}</span>
        <span className="grow" />
        <NoteActions note={note} />
      </div>
      <p className="notes-text">
        <MaskedText text={note.text} />
      </p>
    </li>
  );
}
