import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { listInspections } from '../../data/inspection-repository';
import { useLive } from '../../data/use-live';
import { momentWords } from '../../text/time-words';
import { InspectDialog } from './inspect-dialog';
import type { ActProps } from './walk-actions';

/** Opens the inspection; the newest one stands beside the button (R41). */
export function ActInspect({ walk, present }: ActProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const last = useLive(() => listInspections(walk.item.id), [walk.item.id])?.[0];
  return (
    <div className="walk-options">
      <button
        type="button"
        className="btn primary"
        disabled={walk.item.status === 'closed'}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('playbook.startInspection')}
      </button>
      {last === undefined ? null : (
        <span className="ink-2">
          {t(`playbook.verdict.${last.verdict}`)} · {t(`playbook.grade.${last.grade}`)}
          {last.deductionFen > 0 ? ` · −¥${formatYuan(last.deductionFen)}` : ''} ·{' '}
          {momentWords(t, last.at, present)}
        </span>
      )}
      {open ? (
        <InspectDialog
          item={walk.item}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
