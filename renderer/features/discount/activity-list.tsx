import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runsAt, type Activity, type ActivityId } from '#shared/domain/activity';
import { isoDay } from '#shared/domain/shanghai-time';
import { removeActivity } from '../../data/activity-repository';
import { report } from '../../state/toast-store';
import { ActivityForm } from './activity-form';
import { stepWords } from './step-words';

/** The shop's promotions (R57), the newest first; one that runs now says so. */
export function ActivityList({
  activities,
  present,
  first,
}: {
  readonly activities: readonly Activity[];
  readonly present: number;
  /** The one to show at once, from the calendar. */
  readonly first: ActivityId | null;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ActivityId | 'new' | null>(first);
  const chosen = activities.find(({ id }) => id === open);
  if (open === 'new' || chosen !== undefined) {
    return (
      <ActivityForm
        key={open}
        activity={chosen ?? null}
        onDone={() => {
          setOpen(null);
        }}
      />
    );
  }
  return (
    <div className="discount-form">
      <div className="discount-body">
        {activities.length === 0 ? <p className="ink-2">{t('discount.none')}</p> : null}
        <ul className="discount-list">
          {activities.map((one) => (
            <li key={one.id}>
              <div className="discount-what">
                <b>{one.name}</b>{' '}
                <span className="ink-2">
                  {isoDay(one.from)} – {isoDay(one.to - 1)}
                  {one.platform === null ? '' : ` · ${t(`domain.platform.${one.platform}`)}`}
                </span>
                {runsAt(one, present) ? <span className="chip ok">{t('discount.now')}</span> : null}
                <div className="ink-3">{one.steps.map((step) => stepWords(t, step)).join(' → ')}</div>
                {one.note === '' ? null : <div className="ink-2 discount-note">{one.note}</div>}
              </div>
              <button
                type="button"
                className="btn small"
                onClick={() => {
                  setOpen(one.id);
                }}
              >
                {t('common.edit')}
              </button>
              <button
                type="button"
                className="btn small plain"
                aria-label={t('discount.removeOf', { name: one.name })}
                onClick={() => {
                  removeActivity(one.id).catch(report);
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className="discount-buttons">
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('discount.add')}
        </button>
      </div>
    </div>
  );
}
