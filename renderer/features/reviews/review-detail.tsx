import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isGood, reviewTopics, type Review } from '#shared/domain/review';
import { isoDay } from '#shared/domain/shanghai-time';
import {
  deleteReview,
  setReviewContacted,
  setReviewIssue,
  setReviewPraised,
} from '../../data/review-repository';
import { now } from '../../platform/clock';
import { useReviewView } from '../../state/review-store';
import { report } from '../../state/toast-store';
import { MaskedText } from '../../ui/masked-text';
import { PlatformMark } from '../../ui/platform-mark';
import { ReviewCase } from './review-case';
import { ReviewOutcomeCard } from './review-outcome';
import { ReviewReply } from './review-reply';
import { Stars } from './stars';

/** One review with all that can be done about it: case, problem, answer, outcome (R49 to R53, R167). */
export function ReviewDetail({ review, onEdit }: { readonly review: Review; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const choose = useReviewView((state) => state.choose);
  const { id } = review;
  const run = (job: Promise<unknown>): void => {
    job.catch(report);
  };
  const buyer = review.buyerId === '' ? t('reviews.nobody') : review.buyerId;
  return (
    <article className="card reviews-detail" aria-label={buyer}>
      <div className="reviews-row-head">
        <PlatformMark platform={review.platform} label={t(`domain.platform.${review.platform}`)} />
        <Stars stars={review.stars} />
        <bdi className="bold ellipsis" title={review.buyerId}>
          {buyer}
        </bdi>
        <span className="ink-3">{isoDay(review.at)}</span>
        <span className="grow" />
        {isGood(review) ? (
          <button
            type="button"
            className="btn small plain"
            onClick={() => {
              run(setReviewPraised(id, !review.praised, now()));
            }}
          >
            {t(review.praised ? 'reviews.unpraise' : 'reviews.praise')}
          </button>
        ) : null}
        <button type="button" className="btn small" onClick={onEdit}>
          {t('reviews.edit')}
        </button>
        <button
          type="button"
          className="btn small plain danger"
          title={t('trash.deleteHint')}
          aria-label={t('reviews.deleteOf', { buyer })}
          onClick={() => {
            choose(null);
            run(deleteReview(id, now()));
          }}
        >
          {t('reviews.delete')}
        </button>
      </div>
      <p className="ink-2 reviews-facts">
        <span>{review.product}</span> <span className="mono">{review.orderNo}</span>{' '}
        {review.pictures ? <span className="chip wait">{t('reviews.hasPictures')}</span> : null}
      </p>
      <p className="reviews-words">
        {review.text === '' ? (
          <span className="ink-3">{t('reviews.noText')}</span>
        ) : (
          <MaskedText text={review.text} />
        )}
      </p>
      <ReviewCase review={review} />
      <section className="reviews-line" aria-label={t('reviews.issueTitle')}>
        <Checkbox
          checked={review.issue}
          onChange={(event) => {
            run(setReviewIssue(id, { issue: event.target.checked, topic: review.topic }, now()));
          }}
        >
          {t('reviews.field.issue')}
        </Checkbox>
        {review.issue ? (
          <>
            <Select
              aria-label={t('reviews.field.topic')}
              size="small"
              value={review.topic}
              popupMatchSelectWidth={false}
              options={reviewTopics.map((value) => ({ value, label: t(`reviews.topic.${value}`) }))}
              onChange={(topic) => {
                run(setReviewIssue(id, { issue: true, topic }, now()));
              }}
            />
            {review.contactedAt === null ? (
              <button
                type="button"
                className="btn small"
                onClick={() => {
                  run(setReviewContacted(id, true, now()));
                }}
              >
                {t('reviews.contacted')}
              </button>
            ) : (
              <>
                <span className="chip ok">
                  {t('reviews.contactedAt', { day: isoDay(review.contactedAt).slice(5) })}
                </span>
                <button
                  type="button"
                  className="btn small plain"
                  onClick={() => {
                    run(setReviewContacted(id, false, now()));
                  }}
                >
                  {t('reviews.undo')}
                </button>
              </>
            )}
          </>
        ) : null}
      </section>
      {/* Published or taken back, it begins anew with what is kept. */}
      <ReviewReply key={String(review.publishedAt)} review={review} />
      <ReviewOutcomeCard review={review} />
    </article>
  );
}
