import { isoDay } from '#shared/domain/shanghai-time';
import { nameless, shorten } from '#shared/reports/voices';
import { linesOf, paragraph, rowsThatFit } from './paper-fit';
import { clean } from './paper-parts';
import { reasonWords } from './reason-words';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';
import type { QualityFeedback } from '#shared/domain/report-records';
import type { PaperSheet } from '#shared/ipc/contract';
import type { TFunction } from 'i18next';

const wordsMost = 90;
/** What the cases and the text may take of the page beside head, facts, answer and foot: pixels. */
const room = 470;

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
  const { product, batch, reason, to } = feedback;
  const text = `${t('reports.feedback.ask')}\n${clean(feedback.text)}`;
  const sorted = cases.toSorted((a, b) => a.createdAt - b.createdAt);
  const days =
    sorted.length === 0
      ? ''
      : `${isoDay(sorted[0]?.createdAt ?? 0)} – ${isoDay(sorted.at(-1)?.createdAt ?? 0)}`;
  const words = sorted.map((item) => shorten(nameless(item.description, item), wordsMost));
  // The newest that fit: it has to stay one page.
  const fit = rowsThatFit(
    words.toReversed().map((one) => linesOf(one, 34)),
    room - paragraph(linesOf(text, 50)),
  );
  const shown = sorted.slice(sorted.length - fit);
  return {
    language,
    title: t('reports.feedback.title'),
    facts: [
      [t('reports.feedback.to'), shorten(clean(to), 60)],
      [t('reports.feedback.by'), shorten(clean(shopName), 60)],
      [t('reports.product'), shorten(clean(product), 60)],
      [t('reports.feedback.batch'), shorten(clean(batch), 60)],
      [t('reports.feedback.fault'), shorten(clean(reasonWords(t, reason)), 60)],
      [t('reports.feedback.howOften'), `${t('reports.cases', { count: cases.length })} · ${days}`],
    ],
    tables: [
      {
        title: t('reports.feedback.cases'),
        head: [t('reports.feedback.day'), t('reports.feedback.type'), t('reports.feedback.what')],
        rows: shown.map((item, index) => [
          isoDay(item.createdAt),
          caseTypeWords(t, item),
          words[sorted.length - fit + index] ?? '',
        ]),
      },
    ],
    notes: [
      ...(fit < sorted.length ? [t('reports.feedback.onlyLast', { count: fit })] : []),
      text,
      t('reports.feedback.answer'),
    ],
    foot: t('reports.paper.foot', { time }),
  };
}
