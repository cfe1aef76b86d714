import { useTranslation } from 'react-i18next';
import { listAppointments } from '../../data/appointments';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { VisitRow } from './visit-row';
import './visits.css';
import type { ReactNode } from 'react';
import type { CaseId } from '#shared/domain/ids';

/** Visits, parts and repairs that were arranged: soonest first, overdue marked (R94, R97). */
export function VisitScreen({
  tabs,
  onOpen,
}: {
  /** The way back to what it stands beside. */
  readonly tabs: ReactNode;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const list = useLive(() => listAppointments(i18n.language), [i18n.language]);
  const late = list?.filter(({ at }) => at < present).length ?? 0;
  return (
    <section className="visits" aria-label={t('visits.title')}>
      <div className="visits-head">
        <h1>{t('app.screen.calendar')}</h1>
        {tabs}
        {late === 0 ? null : <span className="chip late">{t('visits.late', { count: late })}</span>}
      </div>
      {list === undefined ? null : list.length === 0 ? (
        <p className="card visits-none ink-2">{t('visits.none')}</p>
      ) : (
        <div className="card visits-scroll">
          <table className="visits-table">
            <thead>
              <tr>
                {['when', 'what', 'buyer', 'state', 'bearer'].map((name) => (
                  <th key={name} scope="col">
                    {t(`visits.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((one) => (
                <VisitRow
                  key={one.key}
                  one={one}
                  present={present}
                  onOpen={() => {
                    onOpen(one.item.id);
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
