import { useTranslation } from 'react-i18next';
import { listAppointments } from '../../data/appointments';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { VisitWhen } from './visit-row';
import './visits.css';
import type { CaseId } from '#shared/domain/ids';

const shownMost = 4;

/** On Today: the next visits and promised dates (R94, R97). Nothing is shown while there are none. */
export function VisitPanel({
  onOpen,
  onAll,
}: {
  readonly onOpen: (id: CaseId) => void;
  readonly onAll: () => void;
}) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const list = useLive(() => listAppointments(i18n.language), [i18n.language]);
  if (list === undefined || list.length === 0) return null;
  return (
    <section className="card side-card" aria-label={t('visits.title')}>
      <h2>
        {t('visits.title')} <span className="ink-3">{list.length}</span>
        <span className="grow" />
        <button type="button" className="btn small" onClick={onAll}>
          {t('visits.all')}
        </button>
      </h2>
      <ul className="visits-short">
        {list.slice(0, shownMost).map((one) => (
          <li key={one.key}>
            <button
              type="button"
              onClick={() => {
                onOpen(one.item.id);
              }}
            >
              <span className="ellipsis">
                <bdi className="bold">{one.item.buyerId}</bdi> {t(`visits.kind.${one.kind}`)} {one.who}
              </span>
              <VisitWhen at={one.at} present={present} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
