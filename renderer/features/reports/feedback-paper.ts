import { isoDay } from '#shared/domain/shanghai-time';
import { nameless } from '#shared/reports/voices';
import { clean } from './paper-parts';
import { reasonWords } from './reason-words';
import type { Case } from '#shared/domain/case';
import type { QualityFeedback } from '#shared/domain/report-records';
import type { PaperSheet } from '#shared/ipc/contract';
import type { TFunction } from 'i18next';

/** How many cases fit on the one page. */
const rowsMost = 18;
const wordsMost = 90;

/**
 * The sheet for the supplier (R31): product, batch, fault, how often, and each case by its day and words alone. Who bought
 * is nobody's business but the shop's.
 */
export function feedbackPaper(
  t: TFunction,
  language: PaperSheet['language'],
  feedback: Omit<QualityFeedback, 'id' | 'at' | 'sample'>,
  cases: readonly Case[],
  shopName: string,
  time: string,
): PaperSheet {
  const { product, batch, reason, to, text } = feedback;
  const or = (value: string): string => clean(value) || t('common.none');
  const sorted = cases.toSorted((a, b) => a.createdAt - b.createdAt);
  const days = sorted.length === 0 ? '' : `${isoDay(sorted[0]?.createdAt ?? 0)} – ${isoDay(sorted.at(-1)?.createdAt ?? 0)}`;
  return {
    language,
    title: t('reports.feedback.title'),
    facts: [
      [t('reports.feedback.to'), or(to)],
      [t('reports.feedback.by'), or(shopName)],
      [t('reports.product'), or(product)],
      [t('reports.feedback.batch'), or(batch)],
      [t('reports.feedback.fault'), or(reasonWords(t, reason))],
      [t('reports.feedback.howOften'), `${t('reports.cases', { count: cases.length })} · ${days}`],
    ],
    tables: [
      {
        title: t('reports.feedback.cases'),
        head: [t('reports.feedback.day'), t('reports.feedback.type'), t('reports.feedback.what')],
        rows: sorted.slice(-rowsMost).map((item) => {
          const words = [...nameless(item.description, item)];
          return [
            isoDay(item.createdAt),
            t(`domain.caseType.${item.type}`),
            words.length > wordsMost ? `${words.slice(0, wordsMost).join('')}…` : words.join(''),
          ];
        }),
      },
    ],
    notes: [
      ...(sorted.length > rowsMost ? [t('reports.feedback.onlyLast', { count: rowsMost })] : []),
      `${t('reports.feedback.ask')}\n${clean(text)}`,
      t('reports.feedback.answer'),
    ],
    foot: t('reports.paper.foot', { time }),
  };
}
