import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { setNotePasted } from '../../data/note-repository';
import { moveToTrash } from '../../data/trash-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { CopyButton } from '../../ui/copy-button';
import type { OrderNote } from '#shared/domain/order-note';

/** Copy and "pasted to the platform" of one memo (R28). */
export function NoteActions({ note }: { readonly note: OrderNote }) {
  const { t } = useTranslation();
  const tick = (pasted: boolean): void => {
    setNotePasted(note.id, pasted, now()).catch((error: unknown) => {
      report(error, () => {
        tick(pasted);
      });
    });
  };
  const remove = (): void => {
    moveToTrash('note', [note.id], now()).catch((error: unknown) => {
      report(error, remove);
    });
  };
  return (
    <div className="notes-actions">
      <CopyButton
        label={t('common.copy')}
        doneLabel={t('common.copied')}
        copy={() => navigator.clipboard.writeText(note.text)}
        onError={report}
      />
      <Checkbox
        checked={note.pastedAt !== null}
        onChange={(event) => {
          tick(event.target.checked);
        }}
      >
        {t('notes.pasted')}
        {note.pastedAt === null ? null : (
          <span className="ink-3"> {momentWords(t, note.pastedAt, now())}</span>
        )}
      </Checkbox>
      <button type="button" className="btn small plain" title={t('trash.deleteHint')} onClick={remove}>
        {t('common.delete')}
      </button>
    </div>
  );
}
