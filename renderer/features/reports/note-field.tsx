import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { readReportNotes, saveReportNote } from '../../data/report-notes-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';

/** The seller's own words under a figure; what is not saved yet survives a crash. Ctrl+Enter saves. */
export function NoteField({
  noteKey,
  label,
  placeholder,
  onSaved,
}: {
  readonly noteKey: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onSaved?: () => void;
}) {
  const { t } = useTranslation();
  const stored = useLive(async () => ({ note: (await readReportNotes([noteKey])).get(noteKey) }), [noteKey]);
  const draft = useDraft<{ text: string | null }>(`report:${noteKey}`, { text: null }, now, report);
  const kept = stored?.note?.text ?? '';
  const text = draft.value?.text ?? kept;
  const changed = text.trim() !== kept;
  const save = (): void => {
    if (!changed) return;
    saveReportNote(noteKey, text, now())
      .then(() => draft.clear())
      .then(() => {
        tell('reports.noteSaved');
        onSaved?.();
      })
      .catch(report);
  };
  return (
    <div className="reports-note">
      <Input.TextArea
        className="area"
        aria-label={label}
        placeholder={placeholder}
        maxLength={4000}
        value={text}
        onChange={(event) => {
          draft.change({ text: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <button type="button" className="btn small" disabled={!changed} onClick={save}>
        {t('common.save')}
      </button>
    </div>
  );
}
