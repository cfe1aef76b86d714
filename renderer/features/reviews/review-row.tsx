import { useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { maskText } from '#shared/domain/mask';
import { needsWork, replyStateOf, type Review } from '#shared/domain/review';
import { MaskContext } from '../../ui/masked-text';
import { PlatformMark } from '../../ui/platform-mark';
import { Stars } from './stars';

/** One review in the log: whose, how many stars, the words, and where it stands. */
export function ReviewRow({
  review,
  selected,
  onSelect,
}: {
  readonly review: Review;
  readonly selected: boolean;
  readonly onSelect: () => void;
}) {
  const { t } = useTranslation();
  const masks = useContext(MaskContext);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const reply = replyStateOf(review);
  const words = review.text === '' ? t('reviews.noText') : masks ? maskText(review.text) : review.text;
  return (
    <div
      ref={element}
      id={`review-${review.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={selected ? 'reviews-row on' : 'reviews-row'}
      onClick={onSelect}
      onKeyDown={() => {}}
    >
      <PlatformMark platform={review.platform} label={t(`domain.platform.${review.platform}`)} />
      <span className="reviews-row-main">
        <span className="reviews-row-head">
          <Stars stars={review.stars} />
          <bdi className="bold ellipsis" title={review.buyerId}>
            {review.buyerId === '' ? t('reviews.nobody') : review.buyerId}
          </bdi>
          <span className="ink-2 ellipsis" title={review.product}>
            {review.product}
          </span>
          <span className="grow" />
          <span className="ink-3">{isoDay(review.at).slice(5)}</span>
        </span>
        <span className="reviews-row-words" title={words}>
          {words}
        </span>
        <span className="reviews-chips">
          {needsWork(review) ? <span className="chip late">{t(`reviews.topic.${review.topic}`)}</span> : null}
          {!needsWork(review) && review.issue ? (
            <span className="chip soon">{t(`reviews.topic.${review.topic}`)}</span>
          ) : null}
          {review.pictures ? <span className="chip wait">{t('reviews.hasPictures')}</span> : null}
          {reply === 'none' ? null : (
            <span className={reply === 'published' ? 'chip ok' : 'chip wait'}>
              {t(`reviews.replyState.${reply}`)}
            </span>
          )}
          {review.outcome === null ? null : (
            <span className="chip wait">{t(`reviews.outcome.${review.outcome}`)}</span>
          )}
        </span>
      </span>
    </div>
  );
}
