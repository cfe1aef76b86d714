import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterReviews, type Review } from '#shared/domain/review';
import { listReviews } from '../../data/review-repository';
import { useLive } from '../../data/use-live';
import { useReviewView } from '../../state/review-store';
import { LogFilter } from './log-filter';
import { ReviewDetail } from './review-detail';
import { ReviewForm } from './review-form';
import { ReviewRow } from './review-row';
import type { KeyboardEvent } from 'react';

/** More rows than this are found by typing, not by looking. */
const shownMost = 200;

/** The review log (R49): filter, list, and the chosen review with everything that can be done about it. */
export function LogTab() {
  const { t } = useTranslation();
  const { filter, chosen, choose, adding, add: setAdding } = useReviewView();
  const [editing, setEditing] = useState<Review | null>(null);
  const all = useLive(listReviews, []);
  const found = useMemo(() => filterReviews(all ?? [], filter), [all, filter]);
  if (all === undefined) return null;
  const shown = found.slice(0, shownMost);
  const current = all.find(({ id }) => id === chosen) ?? null;
  const add = (
    <button
      type="button"
      className="btn primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('reviews.add')}
    </button>
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || shown.length === 0) return;
    event.preventDefault();
    const at = shown.findIndex(({ id }) => id === chosen);
    const next = shown[at === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, at + step))];
    choose(next?.id ?? null);
  };
  return (
    <>
      <div className="reviews-bar">
        <LogFilter reviews={all} />
        <span className="grow" />
        <span className="ink-3">{t('reviews.count', { count: found.length })}</span>
        {add}
      </div>
      {all.length === 0 ? (
        <div className="card empty">
          <h2>{t('reviews.emptyTitle')}</h2>
          <p>{t('reviews.emptyText')}</p>
          {add}
        </div>
      ) : (
        <div className="reviews-two">
          {shown.length === 0 ? (
            <div className="card empty">
              <h2>{t('reviews.noneTitle')}</h2>
              <p>{t('reviews.noneText')}</p>
            </div>
          ) : (
            <div
              className="card reviews-rows"
              role="listbox"
              tabIndex={0}
              aria-label={t('reviews.list')}
              aria-activedescendant={current === null ? undefined : `review-${current.id}`}
              onKeyDown={onKeyDown}
            >
              {shown.map((review) => (
                <ReviewRow
                  key={review.id}
                  review={review}
                  selected={review.id === chosen}
                  onSelect={() => {
                    choose(review.id);
                  }}
                />
              ))}
            </div>
          )}
          {current === null ? (
            <div className="card empty">
              <h2>{t('reviews.pickTitle')}</h2>
              <p>{t('reviews.pickText')}</p>
            </div>
          ) : (
            <ReviewDetail
              key={current.id}
              review={current}
              onEdit={() => {
                setEditing(current);
              }}
            />
          )}
        </div>
      )}
      {adding || editing !== null ? (
        <ReviewForm
          review={editing}
          onClose={() => {
            setEditing(null);
            setAdding(false);
          }}
        />
      ) : null}
    </>
  );
}
