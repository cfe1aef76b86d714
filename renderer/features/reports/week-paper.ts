import { formatTenths } from '#shared/reports/rates';
import { shorten, type Voice } from '#shared/reports/voices';
import { linesOf, rowsThatFit } from './paper-fit';
import { clean } from './paper-parts';
import { reasonWords } from './reason-words';
import type { ProductRow } from '#shared/reports/products';
import type { Pareto, ReportCase } from '#shared/reports/reasons';
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
const wordsMost = 84;

/** The reasons as a table of the paper, with how many cases they come from. */
export function reasonTable(
  t: TFunction,
  side: 'found' | 'stated',
  { rows, told, all }: Pareto,
  most: number,
): PaperSheet['tables'][number] {
  return {
    title: `${t(`reports.pareto.${side}`)} · ${t('reports.pareto.from', { told, all })}`,
    head: [
      t('reports.pareto.reason'),
      t('reports.paper.count'),
      t('reports.pareto.share'),
      t('reports.pareto.upTo'),
    ],
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

/** What the quotes may take of the page: pixels. */
const room = 430;

/** The week on one page (R16). Whose words they are stands nowhere. */
export function weekPaper(t: TFunction, context: PaperContext, week: Week): PaperSheet {
  const { found, stated, products } = week;
  const lines = Math.min(linesMost, Math.max(found.rows.length, stated.rows.length, products.length));
  const said = week.said.map((one): [string, string] => [
    shorten(voiceWords(one), wordsMost),
    shorten(voiceSource(t, one), 34),
  ]);
  const fit = rowsThatFit(
    said.map(([words, about]) => Math.max(linesOf(words, 28), linesOf(about, 17))),
    room,
  );
  const name = (text: string | undefined): string => shorten(clean(text ?? ''), 14);
  const count = (row: { readonly count: number } | undefined): string => String(row?.count ?? '');
  const reason = (key: string | undefined): string => (key === undefined ? '' : name(reasonWords(t, key)));
  const told = (side: 'found' | 'stated'): string =>
    `${t(`reports.pareto.${side}`)} · ${t('reports.pareto.from', { told: week[side].told, all: week[side].all })}`;
  return {
    language: context.language,
    title: t('reports.paper.week'),
    facts: [
      [t('reports.period'), context.days],
      [t('reports.shop'), context.shop],
      [t('reports.tiles.cases'), String(week.cases.length)],
    ],
    tables: [
      {
        title: t('reports.week.most'),
        head: [
          told('found'),
          t('reports.week.timesFound'),
          told('stated'),
          t('reports.week.timesStated'),
          t('reports.product'),
          t('reports.paper.cases'),
        ],
        rows: Array.from({ length: lines }, (_none, index) => [
          reason(found.rows[index]?.key),
          count(found.rows[index]),
          reason(stated.rows[index]?.key),
          count(stated.rows[index]),
          name(products[index]?.product),
          String(products[index]?.ids.length ?? ''),
        ]),
      },
      {
        title: t('reports.week.said'),
        head: [t('reports.week.words'), t('reports.week.about')],
        rows: said.slice(0, fit),
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: fit < said.length ? [t('reports.week.onlyFirst', { count: fit })] : [],
    foot: context.foot(),
  };
}

/** What a buyer said stands in quotes; what the shop noted does not. */
export function voiceWords({ source, text }: Voice): string {
  return source === 'description' ? text : `“${text}”`;
}

/** Where it comes from and what it is about. */
export function voiceSource(t: TFunction, { source, stars, product }: Voice): string {
  const from = t(`reports.week.source.${source}`);
  const rated = stars === null ? '' : t('reports.week.stars', { count: stars });
  return [from, rated, product].filter((part) => part !== '').join(' · ');
}
