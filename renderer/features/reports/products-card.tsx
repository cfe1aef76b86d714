import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatHundredths, rateOf } from '#shared/reports/rates';
import { mostOrders, saveSoldOrders } from '../../data/report-notes-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { NoteField } from './note-field';
import { NumberInput, parseCount } from './number-input';
import { reasonWords } from './reason-words';
import { TargetMark } from './target-mark';
import type { ProductRow } from '#shared/reports/products';
import type { SoldOrders } from '#shared/domain/report-records';
import type { ReportNote } from '#shared/domain/report-records';
import type { Behind } from './case-panel';

const shownAtFirst = 20;

/** Products by cases, with their refund and return rates (R1) and a note on what to improve (R4). */
export function ProductsCard({
  rows,
  month,
  soldOf,
  notes,
  targets,
  onOpen,
}: {
  readonly rows: readonly ProductRow[];
  /** The one month the period is, `YYYY-MM`; null when it is another stretch of time: then no orders can be typed. */
  readonly month: string | null;
  readonly soldOf: (product: string) => Pick<SoldOrders, 'orders'> | undefined;
  readonly notes: ReadonlyMap<string, ReportNote>;
  readonly targets: { readonly refundTarget: number | null; readonly returnTarget: number | null };
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const [writing, setWriting] = useState<string | null>(null);
  const shown = whole ? rows.slice(0, 300) : rows.slice(0, shownAtFirst);
  if (rows.length === 0) return null;
  return (
    <section className="card reports-card" aria-label={t('reports.products.title')}>
      <h2>
        {t('reports.products.title')}
        <span className="ink-3">
          {t(month === null ? 'reports.products.oneMonth' : 'reports.products.typeOrders')}
        </span>
      </h2>
      <ul className="reports-products">
        {shown.map((row) => {
          const { product } = row;
          const key = `product|${product}`;
          const note = notes.get(key)?.text ?? '';
          const orders = soldOf(product)?.orders ?? null;
          return (
            <li key={product}>
              <div className="reports-product">
                <button
                  type="button"
                  className="reports-link ellipsis"
                  title={product}
                  onClick={() => {
                    onOpen({ title: product, ids: row.ids });
                  }}
                >
                  {product}
                </button>
                <span className="num">{t('reports.cases', { count: row.ids.length })}</span>
                <span className="ink-2 ellipsis" title={reasonWords(t, row.reason)}>
                  {row.reason === ''
                    ? t('reports.notSaid')
                    : `${reasonWords(t, row.reason)} ${row.reasonCount}`}
                </span>
                {(['refunds', 'returns'] as const).map((kind) => {
                  const rate = rateOf(row[kind], orders);
                  const target = kind === 'refunds' ? targets.refundTarget : targets.returnTarget;
                  return (
                    <span key={kind} className="reports-product-rate">
                      {t(`reports.products.${kind}`, { count: row[kind] })}
                      {rate === null ? null : ` · ${formatHundredths(rate)}%`}{' '}
                      <TargetMark rate={rate} target={target} />
                    </span>
                  );
                })}
                {month === null ? (
                  <span />
                ) : (
                  <NumberInput
                    label={t('reports.rates.ordersOf', { name: product, month })}
                    shown={orders === null ? '' : String(orders)}
                    placeholder={t('reports.rates.typeOrders')}
                    parse={(text) => parseCount(text, mostOrders)}
                    onKeep={(value) => {
                      saveSoldOrders({ scope: 'product', of: product, month }, value, now()).catch(report);
                    }}
                  />
                )}
                <button
                  type="button"
                  className="btn small plain"
                  aria-expanded={writing === product}
                  aria-label={`${t(note === '' ? 'reports.products.addNote' : 'reports.products.changeNote')} ${product}`}
                  onClick={() => {
                    setWriting(writing === product ? null : product);
                  }}
                >
                  {t(note === '' ? 'reports.products.addNote' : 'reports.products.changeNote')}
                </button>
              </div>
              {writing === product ? (
                <NoteField
                  noteKey={key}
                  label={t('reports.products.noteOf', { product })}
                  placeholder={t('reports.products.noteHint')}
                  onSaved={() => {
                    setWriting(null);
                  }}
                />
              ) : note === '' ? null : (
                <p className="reports-product-note">{note}</p>
              )}
            </li>
          );
        })}
      </ul>
      {rows.length > shown.length ? (
        <button
          type="button"
          className="btn small plain"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('reports.more', { count: rows.length - shown.length })}
        </button>
      ) : null}
    </section>
  );
}
