import { formatYuan } from '#shared/domain/money';
import { costsBy, type CostSums } from '#shared/reports/costs';
import { formatHundredths, rateOf, type RateRow, type RateSum } from '#shared/reports/rates';
import { reasonWords } from './reason-words';
import { clean } from './paper-parts';
import { shopName } from './shop-name';
import type { TFunction } from 'i18next';
import type { PaperSheet } from '#shared/ipc/contract';
import type { ReportSettings } from '../../data/report-repository';
import { cellText, type CsvTable } from './save-csv';
import type { PaperContext } from './use-paper-context';
import type { Report } from './use-report';

type Overview = {
  readonly report: Report;
  readonly rows: readonly RateRow[];
  readonly settings: ReportSettings;
  readonly sums: { readonly refunds: RateSum; readonly returns: RateSum };
  readonly refunds: number;
  readonly returns: number;
  readonly money: CostSums;
};

const kinds = ['refunds', 'returns'] as const;

/** The overview on paper. */
export function overviewPaper(t: TFunction, context: PaperContext, overview: Overview): PaperSheet {
  const { report, rows, sums, money, settings } = overview;
  const rate = (kind: (typeof kinds)[number]): string => {
    const sum = sums[kind];
    const count = overview[kind];
    if (sum.rate === null) return t('reports.tiles.noOrders', { count, cases: report.cases.length });
    const { counted, orders, typed, rows: all } = sum;
    return `${formatHundredths(sum.rate)}% · ${t('reports.tiles.rateFrom', { counted, orders, typed, rows: all })}`;
  };
  const target = (value: number | null): string =>
    value === null ? t('reports.rates.noTarget') : `${formatHundredths(value)}%`;
  const by = (group: 'bearer' | 'kind' | 'reason'): PaperSheet['tables'][number] => ({
    title: t(`reports.costs.by.${group}`),
    head: [t(`reports.costs.by.${group}`), t('reports.paper.count'), t('reports.paper.yuan')],
    rows: costsBy(report.costs, (cost) => cost[group]).map(({ key, count, fen }) => [
      clean(
        group === 'bearer'
          ? t(`domain.liability.${key}`)
          : group === 'kind'
            ? t(`money.kind.${key}`)
            : reasonWords(t, key),
      ),
      String(count),
      formatYuan(fen),
    ]),
  });
  return {
    language: context.language,
    title: t('reports.paper.overview'),
    facts: [
      [t('reports.period'), context.days],
      [t('reports.shop'), context.shop],
      [t('reports.tiles.cases'), String(report.cases.length)],
      [t('reports.tiles.refunds'), rate('refunds')],
      [t('reports.rates.target.refunds'), target(settings.refundTarget)],
      [t('reports.tiles.returns'), rate('returns')],
      [t('reports.rates.target.returns'), target(settings.returnTarget)],
      [
        t('reports.tiles.cost'),
        t('reports.costs.sums', {
          all: formatYuan(money.all),
          own: formatYuan(money.own),
          back: formatYuan(money.back),
          left: formatYuan(money.own - money.back),
        }),
      ],
      [
        t('reports.tiles.refunded'),
        `¥${formatYuan(report.refunded.fen)} · ${t('reports.tiles.refundedFrom', { count: report.refunded.cases })}`,
      ],
    ],
    tables: [
      {
        title: t('reports.rates.title.shop'),
        ...((table) => ({ head: [...table.head], rows: table.rows.map((row) => row.map(cellText)) }))(
          rateTable(t, rows, (of) => shopName(t, report.shops, of)),
        ),
      },
      by('bearer'),
      by('kind'),
      by('reason'),
    ],
    notes: [t('reports.rates.how')],
    foot: context.foot(),
  };
}

/** The rates as a table: of a month and shop without typed orders only the counts are known. */
function rateTable(t: TFunction, rows: readonly RateRow[], nameOf: (of: string) => string): CsvTable {
  return {
    head: [
      t('reports.month'),
      t('reports.rates.of.shop'),
      t('reports.paper.cases'),
      t('reports.rates.orders'),
      t('reports.rates.refunds'),
      t('reports.paper.refundRate'),
      t('reports.rates.returns'),
      t('reports.paper.returnRate'),
    ],
    rows: rows.map((row) => [
      row.month,
      nameOf(row.of),
      row.cases,
      row.orders,
      ...kinds.flatMap((kind) => {
        const rate = rateOf(row[kind], row.orders);
        return [row[kind], rate === null ? null : { plain: `${formatHundredths(rate)}%` }];
      }),
    ]),
  };
}

/** The rates and the costs by who bears them, for a spreadsheet. */
export function overviewCsv(t: TFunction, _context: PaperContext, { report, rows }: Overview): CsvTable {
  const table = rateTable(t, rows, (of) => shopName(t, report.shops, of));
  const cost = (group: 'bearer' | 'kind' | 'reason', words: (key: string) => string): CsvTable['rows'] =>
    costsBy(report.costs, (one) => one[group]).map(({ key, count, fen }) => [
      t(`reports.costs.by.${group}`),
      words(key),
      count,
      { plain: formatYuan(fen) },
    ]);
  return {
    head: table.head,
    rows: [
      ...table.rows,
      [],
      [t('reports.costs.title'), '', t('reports.paper.count'), t('reports.paper.yuan')],
      ...cost('bearer', (key) => t(`domain.liability.${key}`)),
      ...cost('kind', (key) => t(`money.kind.${key}`)),
      ...cost('reason', (key) => reasonWords(t, key)),
    ],
  };
}
