import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPenalties } from '../../data/penalty-repository';
import { useLive } from '../../data/use-live';
import { PenaltyForm } from './penalty-form';
import { PenaltyLine } from './penalty-line';

/** What platforms took away, why, and how the appeals go (R145). */
export function PenaltiesTab() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const all = useLive(listPenalties, []);
  if (all === undefined) return null;
  const add = (
    <button
      type="button"
      className="btn primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('reviews.penalty.add')}
    </button>
  );
  return (
    <>
      <div className="reviews-bar">
        <span className="ink-3">{t('reviews.rows', { count: all.length })}</span>
        <span className="grow" />
        {all.length === 0 ? null : add}
      </div>
      {all.length === 0 ? (
        <div className="card empty">
          <h2>{t('reviews.penalty.emptyTitle')}</h2>
          <p>{t('reviews.penalty.emptyText')}</p>
          {add}
        </div>
      ) : (
        <ul className="card reviews-lines" aria-label={t('reviews.penalty.list')}>
          {all.map((one) => (
            <PenaltyLine key={one.id} penalty={one} />
          ))}
        </ul>
      )}
      {adding ? (
        <PenaltyForm
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </>
  );
}
