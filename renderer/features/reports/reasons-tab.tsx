import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { soldKey } from '#shared/domain/report-records';
import { monthPeriod, monthsIn } from '#shared/reports/period';
import { productRows } from '#shared/reports/products';
import { formatTenths, soldByKey } from '#shared/reports/rates';
import { pareto } from '#shared/reports/reasons';
import { listSoldOrders, readReportNotes } from '../../data/report-notes-repository';
import { readReportSettings } from '../../data/report-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { GiveActions } from './give-actions';
import { clean } from './paper-parts';
import { ParetoCard } from './pareto-card';
import { ProductsCard } from './products-card';
import { reasonWords } from './reason-words';
import { usePaperContext } from './use-paper-context';
import { reasonTable } from './week-paper';
import type { Behind } from './case-panel';
import type { Report } from './use-report';

/** Why goods come back, really and as said (R4), and which products. */
export function ReasonsTab({
  report,
  onOpen,
}: {
  readonly report: Report;
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  const context = usePaperContext(report);
  const { cases, period, shop } = report;
  const found = useMemo(() => pareto(cases, 'found'), [cases]);
  const stated = useMemo(() => pareto(cases, 'stated'), [cases]);
  const products = useMemo(() => productRows(cases), [cases]);
  const notes = useLive(
    () => readReportNotes(products.map(({ product }) => `product|${product}`)),
    [products],
  );
  const settings = useLive(readReportSettings, []);
  const sold = useLive(listSoldOrders, []);
  const soldRows = useMemo(() => soldByKey(sold ?? []), [sold]);
  // The orders of a product are of all shops and of one month: with anything else there is no rate.
  const month = useMemo(() => {
    const [only = '', ...others] = monthsIn(period, now());
    const { from, to } = monthPeriod(only);
    return others.length === 0 && from === period.from && to === period.to && shop === 'all' ? only : null;
  }, [period, shop]);
  if (settings === undefined || notes === undefined) return null;
  const differ = cases.filter(
    (item) => item.found !== '' && item.stated !== '' && item.found !== item.stated,
  );
  return (
    <>
      <div className="reports-tab-bar">
        <span className="ink-2">{context.about}</span>
        <span className="grow" />
        <GiveActions
          fileWord={context.fileName(t('reports.tab.reasons'))}
          disabled={cases.length === 0}
          sheet={() => ({
            language: context.language,
            title: t('reports.paper.reasons'),
            facts: [
              [t('reports.period'), context.days],
              [t('reports.shop'), context.shop],
              [t('reports.tiles.cases'), String(cases.length)],
            ],
            tables: [
              reasonTable(t, 'found', found, 200),
              reasonTable(t, 'stated', stated, 200),
              {
                title: t('reports.products.title'),
                head: [
                  t('reports.product'),
                  t('reports.paper.cases'),
                  t('reports.pareto.reason'),
                  t('reports.rates.refunds'),
                  t('reports.rates.returns'),
                  t('reports.products.note'),
                ],
                rows: products
                  .slice(0, 200)
                  .map((row) => [
                    clean(row.product),
                    String(row.ids.length),
                    clean(reasonWords(t, row.reason)),
                    String(row.refunds),
                    String(row.returns),
                    clean(notes.get(`product|${row.product}`)?.text ?? ''),
                  ]),
              },
            ],
            notes: [],
            foot: context.foot(),
          })}
          csv={() => ({
            head: [
              t('reports.paper.what'),
              t('reports.paper.name'),
              t('reports.paper.count'),
              t('reports.pareto.share'),
              t('reports.pareto.upTo'),
            ],
            rows: [
              ...(['found', 'stated'] as const).flatMap((side) =>
                (side === 'found' ? found : stated).rows.map(({ key, count, share, upTo }) => [
                  t(`reports.pareto.${side}`),
                  reasonWords(t, key),
                  count,
                  { plain: `${formatTenths(share)}%` },
                  { plain: `${formatTenths(upTo)}%` },
                ]),
              ),
              ...products.map((row) => [t('reports.product'), row.product, row.ids.length, null, null]),
            ],
          })}
        />
      </div>
      <div className="reports-pair">
        <ParetoCard side="found" pareto={found} onOpen={onOpen} />
        <ParetoCard side="stated" pareto={stated} onOpen={onOpen} />
      </div>
      {differ.length === 0 ? null : (
        <p className="reports-differ">
          <button
            type="button"
            className="reports-link"
            onClick={() => {
              onOpen({ title: t('reports.pareto.differTitle'), ids: differ.map(({ id }) => id) });
            }}
          >
            {t('reports.pareto.differ', { count: differ.length })}
          </button>
        </p>
      )}
      <ProductsCard
        rows={products}
        month={month}
        soldOf={(product) => soldRows.get(soldKey('product', product, month ?? ''))}
        notes={notes}
        targets={settings}
        onOpen={onOpen}
      />
    </>
  );
}
