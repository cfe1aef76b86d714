import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { costSums, costsBy, type ReportCost } from '#shared/reports/costs';
import { reasonWords } from './reason-words';
import type { Behind } from './case-panel';
import type { Report } from './use-report';

export const costGroups = ['bearer', 'kind', 'reason', 'product'] as const;
const keyOf = {
  bearer: (cost: ReportCost) => cost.bearer,
  kind: (cost: ReportCost) => cost.kind,
  reason: (cost: ReportCost) => cost.reason,
  product: (cost: ReportCost) => cost.product,
} as const;
const shownMost = 8;

/** What after-sales cost, by who bears it, on what, for which reason and product; from the money tab, in fen. */
export function CostsCard({
  report,
  onOpen,
}: {
  readonly report: Report;
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  const { costs, paid, wrong } = report;
  const sums = useMemo(() => costSums(costs, paid), [costs, paid]);
  const groups = useMemo(
    () => costGroups.map((group) => ({ group, rows: costsBy(costs, keyOf[group]) })),
    [costs],
  );
  const words = (group: (typeof costGroups)[number], key: string): string => {
    if (group === 'bearer') return t(`domain.liability.${key}`);
    if (group === 'kind') return t(`money.kind.${key}`);
    if (group === 'reason') return reasonWords(t, key);
    return key || t('reports.noProduct');
  };
  return (
    <section className="card reports-card" aria-label={t('reports.costs.title')}>
      <h2>
        {t('reports.costs.title')}
        <span className="ink-3">{t('reports.costs.from', { count: sums.costs, cases: sums.cases })}</span>
      </h2>
      {costs.length === 0 ? (
        <p className="ink-2">{t('reports.costs.empty')}</p>
      ) : (
        <>
          <p>
            {t('reports.costs.sums', {
              all: formatYuan(sums.all),
              own: formatYuan(sums.own),
              back: formatYuan(sums.back),
              left: formatYuan(sums.own - sums.back),
            })}
          </p>
          <div className="reports-columns">
            {groups.map(({ group, rows }) => (
              <div key={group}>
                <h3>{t(`reports.costs.by.${group}`)}</h3>
                <ul className="reports-sums">
                  {rows.slice(0, shownMost).map(({ key, fen, count, ids }) => (
                    <li key={key}>
                      <button
                        type="button"
                        onClick={() => {
                          onOpen({ title: `${t(`reports.costs.by.${group}`)} · ${words(group, key)}`, ids });
                        }}
                      >
                        <span className="ellipsis" title={words(group, key)}>
                          {words(group, key)}
                        </span>
                        <span className="ink-3">{count}</span>
                        <span className="num">¥{formatYuan(fen)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
                {rows.length > shownMost ? (
                  <p className="ink-3">{t('reports.shownMost', { count: shownMost })}</p>
                ) : null}
              </div>
            ))}
          </div>
        </>
      )}
      {wrong.count > 0 ? (
        <p className="ink-3">
          {t('reports.costs.wrong', { count: wrong.count, fen: formatYuan(wrong.fen) })}
        </p>
      ) : null}
    </section>
  );
}
