import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { digestOf, isOnBoard, replyStateOf, type Review } from '#shared/domain/review';
import { isoDay } from '#shared/domain/shanghai-time';
import { listReviews, setReviewContacted } from '../../data/review-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useReviewView } from '../../state/review-store';
import { report } from '../../state/toast-store';
import { MaskedText } from '../../ui/masked-text';
import { PlatformMark } from '../../ui/platform-mark';
import { ReviewCase } from './review-case';
import { Stars } from './stars';

const shownBoard = 60;
const shownDays = 30;

/** The board of good reviews (R51), and each day's problems that stand inside them (R53). */
export function BoardTab() {
  const all = useLive(listReviews, []);
  if (all === undefined) return null;
  return (
    <div className="reviews-two">
      <Digest all={all} />
      <Board all={all} />
    </div>
  );
}

function Board({ all }: { readonly all: readonly Review[] }) {
  const { t } = useTranslation();
  const open = useReviewView((state) => state.open);
  const board = useMemo(() => all.filter(isOnBoard), [all]);
  return (
    <section className="reviews-scroll" aria-label={t('reviews.board.title')}>
      <h2>
        {t('reviews.board.title')} <span className="ink-3">{board.length}</span>
      </h2>
      <p className="ink-3">{t(board.length === 0 ? 'reviews.board.empty' : 'reviews.board.why')}</p>
      <ul className="reviews-cards">
        {board.slice(0, shownBoard).map((review) => (
          <li key={review.id} className="card">
            <Head review={review} />
            <p className="reviews-words">
              {review.text === '' ? (
                <span className="ink-3">{t('reviews.noText')}</span>
              ) : (
                <MaskedText text={review.text} />
              )}
            </p>
            <div className="reviews-line">
              {replyStateOf(review) === 'published' ? (
                <span className="chip ok">{t('reviews.board.thanked')}</span>
              ) : (
                <button
                  type="button"
                  className="btn small"
                  onClick={() => {
                    open(review.id);
                  }}
                >
                  {t('reviews.board.thank')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Digest({ all }: { readonly all: readonly Review[] }) {
  const { t } = useTranslation();
  const days = useMemo(() => digestOf(all, isoDay), [all]);
  return (
    <section className="reviews-scroll" aria-label={t('reviews.digest.title')}>
      <h2>{t('reviews.digest.title')}</h2>
      <p className="ink-3">{t(days.length === 0 ? 'reviews.digest.empty' : 'reviews.digest.why')}</p>
      {days.slice(0, shownDays).map(({ day, topics }) => {
        const left = topics
          .flatMap(({ reviews }) => reviews)
          .filter((one) => one.contactedAt === null).length;
        return (
          <section key={day} className="card reviews-day-card" aria-label={day}>
            <h3>
              {day}
              <span className={left === 0 ? 'chip ok' : 'chip soon'}>
                {left === 0 ? t('reviews.digest.none') : t('reviews.digest.left', { count: left })}
              </span>
            </h3>
            {topics.map(({ topic, reviews }) => (
              <div key={topic} className="reviews-topic">
                <h4>
                  {t(`reviews.topic.${topic}`)} <span className="ink-3">{reviews.length}</span>
                </h4>
                {reviews.map((review) => (
                  <DigestLine key={review.id} review={review} />
                ))}
              </div>
            ))}
          </section>
        );
      })}
    </section>
  );
}

function DigestLine({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const { contactedAt, id } = review;
  return (
    <div className="reviews-digest-line">
      <Head review={review} />
      <p className="reviews-words">
        <MaskedText text={review.text} />
      </p>
      {contactedAt === null ? <ReviewCase review={review} brief /> : null}
      <div className="reviews-line">
        {contactedAt === null ? (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              setReviewContacted(id, true, now()).catch(report);
            }}
          >
            {t('reviews.contacted')}
          </button>
        ) : (
          <span className="chip ok">{t('reviews.contactedAt', { day: isoDay(contactedAt).slice(5) })}</span>
        )}
      </div>
    </div>
  );
}

function Head({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  return (
    <div className="reviews-row-head">
      <PlatformMark platform={review.platform} label={t(`domain.platform.${review.platform}`)} />
      <Stars stars={review.stars} />
      <bdi className="bold ellipsis" title={review.buyerId}>
        {review.buyerId === '' ? t('reviews.nobody') : review.buyerId}
      </bdi>
      <span className="ink-2 ellipsis" title={review.product}>
        {review.product}
      </span>
      <span className="grow" />
      <span className="ink-3">{isoDay(review.at).slice(5)}</span>
    </div>
  );
}
