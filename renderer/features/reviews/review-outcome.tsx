import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewOutcomes, type Review } from '#shared/domain/review';
import { isoDay } from '#shared/domain/shanghai-time';
import { outcomesByStep, setReviewOutcome } from '../../data/review-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { dayToTime } from './review-reply';

/** What became of the review, with its day (R167); what was answered in its case stands there already. */
export function ReviewOutcomeCard({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const [day, setDay] = useState(() => isoDay(now()));
  const { id, caseId, outcome, outcomeAt } = review;
  const told = useLive(
    async () => (caseId === null ? null : ((await outcomesByStep([caseId])).get(caseId) ?? null)),
    [caseId],
  );
  const at = dayToTime(day, now());
  const fine = at !== null && at <= now();
  const words = (name: string, when: number): string =>
    t('reviews.outcome.of', { outcome: t(`reviews.outcome.${name}`), day: isoDay(when) });
  return (
    <section className="reviews-section" aria-label={t('reviews.outcome.title')}>
      <h2>
        {t('reviews.outcome.title')}
        {outcome !== null && outcomeAt !== null ? (
          <span className="chip ok">{words(outcome, outcomeAt)}</span>
        ) : told == null ? (
          <span className="ink-3">{t('reviews.outcome.none')}</span>
        ) : (
          <span className="chip wait">
            {words(told.outcome, told.at)} · {t('reviews.outcome.fromCase')}
          </span>
        )}
      </h2>
      <div className="reviews-line">
        {outcome === null ? (
          <>
            <span className="reviews-day">
              <Field label={t('reviews.outcome.day')} problem={fine ? undefined : t('reviews.problem.day')}>
                {({ id: field, describedBy }) => (
                  <DayInput
                    id={field}
                    describedBy={describedBy}
                    value={day}
                    direction="past"
                    now={now()}
                    onChange={setDay}
                  />
                )}
              </Field>
            </span>
            <Segmented<string>
              aria-label={t('reviews.outcome.title')}
              value=""
              disabled={!fine}
              options={reviewOutcomes.map((value) => ({ value, label: t(`reviews.outcome.${value}`) }))}
              onChange={(value) => {
                const chosen = reviewOutcomes.find((one) => one === value);
                if (chosen !== undefined && at !== null)
                  setReviewOutcome(id, chosen, at, now()).catch(report);
              }}
            />
          </>
        ) : (
          <button
            type="button"
            className="btn small plain"
            onClick={() => {
              setReviewOutcome(id, null, now(), now()).catch(report);
            }}
          >
            {t('reviews.undo')}
          </button>
        )}
        <span className="ink-3">{t('reviews.outcome.why')}</span>
      </div>
    </section>
  );
}
