import { useTranslation } from 'react-i18next';
import { caseQueues, quietQueues } from '#shared/domain/case-queue';
import { countQueues } from '../../data/case-queues';
import { useLive } from '../../data/use-live';
import { useCaseFilter } from './case-filter-store';

/** The back office's three queues with their counts; one click filters by one, a second shows all again (R59). */
export function QueueTags() {
  const { t } = useTranslation();
  const counts = useLive(countQueues, []);
  const { filter, setFilter } = useCaseFilter();
  return (
    <div className="case-filter-queues" role="group" aria-label={t('cases.queues')}>
      {caseQueues.map((queue) => {
        const on = filter.queue === queue;
        if (quietQueues.has(queue) && !on && (counts?.[queue] ?? 0) === 0) return null;
        return (
          <button
            key={queue}
            type="button"
            className={on ? 'case-tag on' : 'case-tag'}
            aria-pressed={on}
            onClick={() => {
              setFilter({ status: 'open', queue: on ? undefined : queue });
            }}
          >
            {t(`cases.queue.${queue}`)} {counts?.[queue] ?? ''}
          </button>
        );
      })}
    </div>
  );
}
