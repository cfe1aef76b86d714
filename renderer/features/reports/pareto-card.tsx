import { useTranslation } from 'react-i18next';
import { formatTenths } from '#shared/reports/rates';
import { reasonWords } from './reason-words';
import type { Pareto } from '#shared/reports/reasons';
import type { Behind } from './case-panel';

const shownMost = 12;

/** Reasons by how often they came, with the share of all up to each (R4). A row opens its cases. */
export function ParetoCard({
  side,
  pareto: { rows, told, all },
  onOpen,
}: {
  readonly side: 'found' | 'stated';
  readonly pareto: Pareto;
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  const title = t(`reports.pareto.${side}`);
  return (
    <section className="card reports-card" aria-label={title}>
      <h2>
        {title}
        <span className="ink-3">{t('reports.pareto.from', { told, all })}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="ink-2">{t(`reports.pareto.empty.${side}`)}</p>
      ) : (
        <table className="reports-table pareto">
          <thead>
            <tr>
              <th scope="col">{t('reports.pareto.reason')}</th>
              <th scope="col" aria-hidden="true" />
              <th scope="col" className="num">
                {t('reports.paper.count')}
              </th>
              <th scope="col" className="num">
                {t('reports.pareto.share')}
              </th>
              <th scope="col" className="num">
                {t('reports.pareto.upTo')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownMost).map(({ key, count, share, upTo, ids }) => {
              const words = reasonWords(t, key);
              return (
                <tr key={key}>
                  <th scope="row">
                    <button
                      type="button"
                      className="reports-link ellipsis"
                      title={words}
                      onClick={() => {
                        onOpen({ title: `${title} · ${words}`, ids });
                      }}
                    >
                      {words}
                    </button>
                  </th>
                  <td>
                    <span className="reports-meter" aria-hidden="true">
                      <i style={{ width: `${(count / (rows[0]?.count ?? 1)) * 100}%` }} />
                    </span>
                  </td>
                  <td className="num">{count}</td>
                  <td className="num">{formatTenths(share)}%</td>
                  <td className="num ink-2">{formatTenths(upTo)}%</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {rows.length > shownMost ? (
        <p className="ink-3">{t('reports.shownMost', { count: shownMost })}</p>
      ) : null}
    </section>
  );
}
