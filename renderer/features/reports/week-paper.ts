import { formatTenths } from '#shared/reports/rates';
import { clean } from './paper-parts';
import { reasonWords } from './reason-words';
import type { ProductRow } from '#shared/reports/products';
import type { Pareto, ReportCase } from '#shared/reports/reasons';
import type { Voice } from '#shared/reports/voices';
import type { PaperSheet } from '#shared/ipc/contract';
import type { TFunction } from 'i18next';
import type { PaperContext } from './use-paper-context';

type Week = {
  readonly cases: readonly ReportCase[];
  readonly found: Pareto;
  readonly stated: Pareto;
  readonly products: readonly ProductRow[];
  readonly said: readonly Voice[];
};

/** So many lines of each fit on one page. */
const linesMost = 5;

/** The reasons as a table of the paper, with how many cases they come from. */
export function reasonTable(
  t: TFunction,
  side: 'found' | 'stated',
  { rows, told, all }: Pareto,
  most: number,
): PaperSheet['tables'][number] {
  return {
    title: `${t(`reports.pareto.${side}`)} · ${t('reports.pareto.from', { told, all })}`,
    head: [t('reports.pareto.reason'), t('reports.paper.count'), t('reports.pareto.share'), t('reports.pareto.upTo')],
    rows: rows
      .slice(0, most)
      .map(({ key, count, share, upTo }) => [
        clean(reasonWords(t, key)),
        String(count),
        `${formatTenths(share)}%`,
        `${formatTenths(upTo)}%`,
      ]),
  };
}

/** The week on one page (R16). Whose words they are stands nowhere. */
export function weekPaper(t: TFunction, context: PaperContext, week: Week): PaperSheet {
  return {
    language: context.language,
    title: t('reports.paper.week'),
    facts: [
      [t('reports.period'), context.days],
      [t('reports.shop'), context.shop],
      [t('reports.tiles.cases'), String(week.cases.length)],
    ],
    tables: [
      reasonTable(t, 'found', week.found, linesMost),
      reasonTable(t, 'stated', week.stated, linesMost),
      {
        title: t('reports.products.title'),
        head: [t('reports.product'), t('reports.paper.cases'), t('reports.pareto.reason')],
        rows: week.products
          .slice(0, linesMost)
          .map((row) => [clean(row.product), String(row.ids.length), clean(reasonWords(t, row.reason))]),
      },
      {
        title: t('reports.week.said'),
        head: [t('reports.week.words'), t('reports.week.about')],
        rows: week.said.map(({ text, source, stars, product }) => [
          clean(`“${text}”`),
          clean(
            [
              t(`reports.week.source.${source}`),
              stars === null ? '' : t('reports.week.stars', { count: stars }),
              product,
            ]
              .filter((part) => part !== '')
              .join(' · '),
          ),
        ]),
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: [],
    foot: context.foot(),
  };
}
