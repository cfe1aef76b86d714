import { useTranslation } from 'react-i18next';
import { readFaultAlerts } from '../../data/report-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useToday } from './use-report';
import { reasonNames, reasonWords } from './reason-words';
import './reports.css';

const shownMost = 5;

/** On Today: the same fault of a product again and again that the supplier was not told of yet (R31). Nothing while there is none. */
export function FaultPanel({ onOpen }: { readonly onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const alerts = useLive(() => readFaultAlerts(now(), reasonNames(i18n)), [i18n, today]);
  const fresh = alerts?.filter(({ told }) => told === null) ?? [];
  if (fresh.length === 0) return null;
  return (
    <section className="card side-card" aria-label={t('reports.faults.title')}>
      <h2>
        {t('reports.faults.title')} <span className="ink-3">{fresh.length}</span>
      </h2>
      <ul className="reports-fault-panel">
        {fresh.slice(0, shownMost).map(({ product, reason, ids }) => (
          <li key={`${product} ${reason}`}>
            <button type="button" onClick={onOpen}>
              <span className="bold ellipsis" title={product}>
                {product}
              </span>
              <span className="chip late">
                {t('reports.faults.times', { reason: reasonWords(t, reason), count: ids.length })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
