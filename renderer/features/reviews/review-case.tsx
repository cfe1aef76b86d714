import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDigested, type Review } from '#shared/domain/review';
import { getCase } from '../../data/case-repository';
import { findCases } from '../../data/evidence-case-search';
import { countEvidence } from '../../data/evidence-repository';
import { linkReview, openCaseFromReview } from '../../data/review-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { CaseSearchDialog } from '../../ui/case-search-dialog';

/** The case a review is dealt with in: opened in one click, or one that is there already (R50). */
export function ReviewCase({
  review,
  brief = false,
}: {
  readonly review: Review;
  /** Without the word on where pictures go. */
  readonly brief?: boolean;
}) {
  const { t } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const [linking, setLinking] = useState(false);
  const { caseId } = review;
  const found = useLive(
    async () =>
      caseId === null
        ? null
        : { item: (await getCase(caseId)) ?? null, evidence: await countEvidence(caseId) },
    [caseId],
  );
  if (found === undefined) return null;
  const item = found?.item ?? null;
  const open = (): void => {
    const nextAction = t(isDigested(review) ? 'reviews.nextGood' : 'reviews.next');
    openCaseFromReview(review.id, { nextAction }, now()).then((made) => {
      tell('reviews.openedCase', { caseNo: made.caseNo });
      openCase(made.id);
    }, report);
  };
  return (
    <section className="reviews-line" aria-label={t('reviews.inCase')}>
      {item === null ? (
        <>
          <button
            type="button"
            className="btn primary"
            disabled={review.buyerId === ''}
            title={review.buyerId === '' ? t('reviews.noBuyer') : undefined}
            onClick={open}
          >
            {t('reviews.openCase')}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              setLinking(true);
            }}
          >
            {t('reviews.link')}
          </button>
          {brief && review.buyerId !== '' ? null : (
            <span className="ink-3">
              {t(review.buyerId === '' ? 'reviews.noBuyer' : 'reviews.evidenceHint')}
            </span>
          )}
        </>
      ) : (
        <>
          <span className="ink-2">{t('reviews.inCase')}</span>
          <span className="mono">{item.caseNo}</span>
          <button
            type="button"
            className="btn small"
            onClick={() => {
              openCase(item.id);
            }}
          >
            {t('reviews.goCase')}
          </button>
          <button
            type="button"
            className="btn small plain"
            title={t('reviews.evidenceHint')}
            onClick={() => {
              openCase(item.id, 'evidence');
            }}
          >
            {t('reviews.evidence', { count: found?.evidence ?? 0 })}
          </button>
        </>
      )}
      {linking ? (
        <LinkDialog
          review={review}
          onClose={() => {
            setLinking(false);
          }}
        />
      ) : null}
    </section>
  );
}

function LinkDialog({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(review.orderNo);
  const wanted = typed.trim();
  const found = useLive(
    async () => ({ text: typed, cases: wanted === '' ? [] : await findCases(wanted) }),
    [typed],
  );
  return (
    <CaseSearchDialog
      title={t('reviews.linkTitle')}
      hint={t('reviews.linkHint')}
      none={t('reviews.linkNone')}
      text={typed}
      found={found}
      onText={setTyped}
      onTake={(item) => {
        linkReview(review.id, item.id, now()).then(() => {
          tell('reviews.linked', { caseNo: item.caseNo });
          onClose();
        }, report);
      }}
      onClose={onClose}
    />
  );
}
