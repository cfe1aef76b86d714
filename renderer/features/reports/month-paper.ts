import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { clean } from './paper-parts';
import { effectWords } from './effect-words';
import { reasonWords } from './reason-words';
import { reasonTable } from './week-paper';
import type { CostGroup, CostSums } from '#shared/reports/costs';
import type { ProductRow } from '#shared/reports/products';
import type { Pareto, ReportCase } from '#shared/reports/reasons';
import type { QualityAction } from '#shared/domain/report-records';
import type { PaperSheet } from '#shared/ipc/contract';
import type { TFunction } from 'i18next';
import type { PaperContext } from './use-paper-context';
import type { Report } from './use-report';

type Month = {
  readonly report: Report;
  readonly found: Pareto;
  readonly products: readonly ProductRow[];
  readonly money: CostSums;
  readonly bearers: readonly CostGroup[];
  readonly actions: readonly QualityAction[];
  readonly around: readonly ReportCase[];
  readonly lessons: readonly string[];
  readonly conclusion: string;
  readonly present: number;
};

const linesMost = 10;

/** The month's review on paper (R118), with the seller's conclusion. */
export function monthPaper(t: TFunction, context: PaperContext, month: Month): PaperSheet {
  const { report, money, around, present } = month;
  return {
    language: context.language,
    title: t('reports.paper.month'),
    facts: [
      [t('reports.period'), context.days],
      [t('reports.shop'), context.shop],
      [t('reports.tiles.cases'), String(report.cases.length)],
      [
        t('reports.tiles.cost'),
        t('reports.costs.sums', {
          all: formatYuan(money.all),
          own: formatYuan(money.own),
          back: formatYuan(money.back),
          left: formatYuan(money.own - money.back),
        }),
      ],
    ],
    tables: [
      reasonTable(t, 'found', month.found, linesMost),
      {
        title: t('reports.products.title'),
        head: [t('reports.product'), t('reports.paper.cases'), t('reports.pareto.reason')],
        rows: month.products
          .slice(0, linesMost)
          .map((row) => [clean(row.product), String(row.ids.length), clean(reasonWords(t, row.reason))]),
      },
      {
        title: t('reports.costs.by.bearer'),
        head: [t('reports.costs.by.bearer'), t('reports.paper.count'), t('reports.paper.yuan')],
        rows: month.bearers.map(({ key, count, fen }) => [
          t(`domain.liability.${key}`),
          String(count),
          formatYuan(fen),
        ]),
      },
      {
        title: t('reports.review.actions'),
        head: [
          t('reports.actions.what'),
          t('reports.product'),
          t('reports.actions.due'),
          t('reports.effect.title'),
        ],
        rows: month.actions.map((action) => [
          clean(action.text),
          clean(action.product),
          action.dueAt === 0 ? '' : isoDay(action.dueAt),
          action.doneAt === null ? t('reports.actions.open') : effectWords(t, action, around, present),
        ]),
      },
    ].filter(({ rows }) => rows.length > 0),
    notes: [
      ...month.lessons.slice(0, 12).map((text) => clean(`· ${text}`)),
      ...(month.conclusion === '' ? [] : [`${t('reports.review.conclusion')}\n${clean(month.conclusion)}`]),
    ],
    foot: context.foot(),
  };
}
