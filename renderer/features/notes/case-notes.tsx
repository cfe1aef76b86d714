import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { addNote, listNotesOfCase } from '../../data/note-repository';
import { getShop } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { Flag } from '../../ui/flag';
import { MaskedText } from '../../ui/masked-text';
import { MemoComposer } from './memo-composer';
import { startMemo, type MemoDraft } from './memo-draft';
import { NoteActions } from './note-actions';
import { memoFormats } from '#shared/knowledge/memo-formats';
import type { Case } from '#shared/domain/case';
import type { FlagLegend } from '#shared/domain/flag-legend';
import type { CaseId } from '#shared/domain/ids';
import './notes.css';

async function readSource(caseId: CaseId) {
  const item = await getCase(caseId);
  const shop = item === undefined || item.shopId === null ? undefined : await getShop(item.shopId);
  return { item, signature: shop?.signature ?? '', legend: shop?.flagLegend };
}

/** The memos of a case: write, copy, tick as pasted, history (R28, R29). */
export function CaseNotes({ caseId }: { readonly caseId: CaseId }) {
  const source = useLive(() => readSource(caseId), [caseId]);
  if (source?.item === undefined) return null;
  return (
    <div className="notes-of-case">
      <Composer key={caseId} item={source.item} signature={source.signature} legend={source.legend} />
      <History caseId={caseId} />
    </div>
  );
}

function Composer({
  item,
  signature,
  legend,
}: {
  readonly item: Case;
  readonly signature: string;
  readonly legend: FlagLegend | undefined;
}) {
  const { i18n } = useTranslation();
  const [start] = useState(() =>
    startMemo(item, signature, i18n.language === 'en' ? 'en' : 'zh-CN', now(), legend),
  );
  const draft = useDraft<MemoDraft>(`note:${item.id}`, start, now, report);
  const [busy, setBusy] = useState(false);
  if (draft.value === undefined) return null;
  const { flag, tag } = draft.value;

  const save = async (text: string, copy: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { id: caseId, platform, orderNo, sample } = item;
      const label = Array.from(tag.trim())
        .slice(0, memoFormats[platform].tagMax ?? 0)
        .join('');
      await addNote({ caseId, platform, orderNo, text, flag, tag: label, sample }, now());
      await draft.clear();
    } catch (error) {
      report(error, () => void save(text, copy));
      return;
    } finally {
      setBusy(false);
    }
    // The memo is safe by now: a clipboard that refuses must not look like a failed save, nor save twice.
    if (copy) await navigator.clipboard.writeText(text).then(() => tell('notes.savedAndCopied'), report);
    else tell('notes.saved');
  };
  return (
    <MemoComposer
      item={item}
      legend={legend}
      draft={draft.value}
      busy={busy}
      onChange={draft.change}
      onSave={(text, copy) => void save(text, copy)}
    />
  );
}

function History({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const notes = useLive(() => listNotesOfCase(caseId), [caseId]);
  if (notes === undefined) return null;
  if (notes.length === 0) return <p className="notes-none">{t('notes.caseEmpty')}</p>;
  return (
    <ul className="notes-list card" aria-label={t('notes.history')}>
      {notes.map((note) => (
        <li key={note.id} className="notes-item">
          <div className="notes-item-head">
            <Flag color={note.flag} label={t(`domain.flag.${note.flag}`)} />
            <span>{t(`domain.flag.${note.flag}`)}</span>
            {(note.tag ?? '') === '' ? null : <span className="chip wait">{note.tag}</span>}
            <span className="ink-3">{momentWords(t, note.createdAt, now())}</span>
            <span className="grow" />
            <NoteActions note={note} />
          </div>
          <p className="notes-text">
            <MaskedText text={note.text} />
          </p>
        </li>
      ))}
    </ul>
  );
}
