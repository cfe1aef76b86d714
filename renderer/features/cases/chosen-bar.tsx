import { useTranslation } from 'react-i18next';
import { useChosen } from '../../state/chosen-store';
import type { CaseId } from '#shared/domain/ids';

/** What can be done to the ticked cases; only there while some are. */
export function ChosenBar({
  ids,
  onClose,
}: {
  readonly ids: readonly CaseId[];
  readonly onClose: (chosen: readonly CaseId[]) => void;
}) {
  const { t } = useTranslation();
  const { chosen, add, clear } = useChosen();
  if (chosen.length === 0) return null;
  return (
    <div className="case-chosen" role="group" aria-label={t('closeMany.chosen', { count: chosen.length })}>
      <b>{t('closeMany.chosen', { count: chosen.length })}</b>
      <span className="grow" />
      {chosen.length === ids.length ? null : (
        <button
          type="button"
          className="btn small plain"
          onClick={() => {
            add(ids);
          }}
        >
          {t('closeMany.all')}
        </button>
      )}
      <button type="button" className="btn small plain" onClick={clear}>
        {t('closeMany.none')}
      </button>
      <button
        type="button"
        className="btn small primary"
        onClick={() => {
          onClose(chosen);
        }}
      >
        {t('closeMany.button')} <kbd>X</kbd>
      </button>
    </div>
  );
}
