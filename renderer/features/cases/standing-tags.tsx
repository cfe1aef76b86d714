import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { countStandings } from '../../data/case-standings';
import { useLive } from '../../data/use-live';
import { useCaseFilter } from './case-filter-store';

/** The states a case of the chosen type goes through, with their counts; one click lists those that stand so (R104). */
export function StandingTags() {
  const { t, i18n } = useTranslation();
  const { filter, setFilter } = useCaseFilter();
  const counts = useLive(
    () => countStandings(filter),
    [
      filter.status,
      filter.type,
      filter.playbook,
      filter.platform,
      filter.waitingOn,
      filter.queue,
      filter.text,
    ],
  );
  if (filter.type === undefined || counts === undefined || counts.length === 0) return null;
  return (
    <div className="case-filter-queues" role="group" aria-label={t('playbook.status')}>
      {counts.map(({ status, count }) => {
        const on = filter.standing === status.id;
        return (
          <button
            key={status.id}
            type="button"
            className={on ? 'case-tag on' : 'case-tag'}
            aria-pressed={on}
            onClick={() => {
              setFilter({ standing: on ? undefined : status.id });
            }}
          >
            {wordsIn(status.title, i18n.language)} {count}
          </button>
        );
      })}
    </div>
  );
}
