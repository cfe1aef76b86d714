import { useTranslation } from 'react-i18next';
import { reasonWords } from './reason-words';
import type { CaseId } from '#shared/domain/ids';
import type { Behind } from './case-panel';

const shownMost = 6;

/** A short list of reasons or products with their number of cases; a line opens them. */
export function ReasonLines({
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
