import { useTranslation } from 'react-i18next';
import { reasonWords } from './reason-words';
import type { CaseId } from '#shared/domain/ids';
import type { Behind } from './case-panel';
import type { ProductRow } from '#shared/reports/products';
import type { Pareto } from '#shared/reports/reasons';

const shownMost = 6;

/** A short list of reasons or products with their number of cases; a line opens them. */
function ReasonLines({
  title,
  note,
  rows,
  onOpen,
}: {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly { readonly key: string; readonly count: number; readonly ids: readonly CaseId[] }[];
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  return (
    <section className="card reports-card" aria-label={title}>
      <h2>
        {title} <span className="ink-3">{note}</span>
      </h2>
      {rows.length === 0 ? <p className="ink-2">{t('reports.nothingYet')}</p> : null}
      <ul className="reports-sums">
        {rows.slice(0, shownMost).map(({ key, count, ids }) => {
          const words = reasonWords(t, key);
          return (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  onOpen({ title: `${title} · ${words}`, ids });
                }}
              >
                <span className="ellipsis" title={words}>
                  {words}
                </span>
                <span />
                <span className="num">{count}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The reasons of one kind, and in how many cases they are known (R4). */
export function ParetoLines({
  by,
  pareto,
  onOpen,
}: {
  readonly by: 'found' | 'stated';
  readonly pareto: Pareto;
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  return (
    <ReasonLines
      title={t(`reports.pareto.${by}`)}
      note={t('reports.pareto.from', { told: pareto.told, all: pareto.all })}
      rows={pareto.rows}
      onOpen={onOpen}
    />
  );
}

/** The products with their number of cases. */
export function ProductLines({
  products,
  onOpen,
}: {
  readonly products: readonly ProductRow[];
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  return (
    <ReasonLines
      title={t('reports.products.title')}
      note=""
      rows={products.map(({ product, ids }) => ({ key: `=${product}`, count: ids.length, ids }))}
      onOpen={onOpen}
    />
  );
}
