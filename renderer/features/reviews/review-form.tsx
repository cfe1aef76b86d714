import { Checkbox, Input, Rate, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessIssue, longestReview, readPastedReview } from '#shared/domain/review-paste';
import { reviewTopics, type Review } from '#shared/domain/review';
import { isoDay } from '#shared/domain/shanghai-time';
import { addReview, editReview } from '../../data/review-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useReviewView } from '../../state/review-store';
import { report, tell } from '../../state/toast-store';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { dayToTime } from './review-reply';
import { DraftDialog } from './draft-dialog';
import { PlacePick, placeOf } from './place-pick';

/** The form as typed. `pasted` is what came in one piece; the fields follow it until they are changed. */
type Typed = {
  readonly place: string;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly product: string;
  readonly stars: number;
  readonly text: string;
  readonly pictures: boolean;
  readonly day: string;
  /** Null follows the words. */
  readonly issue: boolean | null;
  readonly topic: Review['topic'] | null;
};

function startWith(review: Review | null, present: number): Typed {
  return {
    place: review === null ? '' : (review.shopId ?? review.platform),
    buyerId: review?.buyerId ?? '',
    orderNo: review?.orderNo ?? '',
    product: review?.product ?? '',
    stars: review?.stars ?? 0,
    text: review?.text ?? '',
    pictures: review?.pictures ?? false,
    day: isoDay(review?.at ?? present),
    issue: review?.issue ?? null,
    topic: review?.topic ?? null,
  };
}

/** Logs a review or corrects one (R49); pasted text is taken apart by itself. */
export function ReviewForm({
  review,
  onClose,
}: {
  readonly review: Review | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const shops = useLive(listShops, []);
  const [start] = useState(() => startWith(review, now()));
  const draft = useDraft<Typed>(review === null ? 'review:new' : `review:${review.id}`, start, now, report);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const typed = draft.value;
  const title = t(review === null ? 'reviews.addTitle' : 'reviews.editTitle');
  if (typed === undefined || shops === undefined) return null;
  const guess = guessIssue(typed.text, typed.stars);
  const issue = typed.issue ?? (typed.text.trim() !== '' && typed.stars > 0 && guess.issue);
  const topic = typed.topic ?? guess.topic;
  const place = placeOf(typed.place, shops);
  const at = dayToTime(typed.day, now());
  const wrongDay = at === null || at > now();
  const takePaste = (raw: string): void => {
    const found = readPastedReview(raw, now());
    draft.change({
      text: found.text,
      ...(found.buyerId === undefined ? {} : { buyerId: found.buyerId }),
      ...(found.orderNo === undefined ? {} : { orderNo: found.orderNo }),
      ...(found.product === undefined ? {} : { product: found.product }),
      ...(found.stars === undefined ? {} : { stars: found.stars }),
      ...(found.at === undefined ? {} : { day: isoDay(found.at) }),
      ...(found.pictures === true ? { pictures: true } : {}),
    });
  };
  const save = (): void => {
    setTried(true);
    if (busy || typed.stars === 0 || wrongDay) return;
    setBusy(true);
    const { buyerId, orderNo, product, stars, text, pictures } = typed;
    // An edited review keeps its minute unless its day was changed.
    const same = review !== null && isoDay(review.at) === typed.day;
    const input = {
      ...place,
      buyerId,
      orderNo,
      product,
      stars,
      text,
      pictures,
      issue,
      topic,
      at: same ? review.at : at,
    };
    const job =
      review === null
        ? addReview(input, now()).then(({ id }) => id)
        : editReview(review.id, input, now()).then(() => review.id);
    job
      .then(async (id) => {
        await draft.clear();
        tell(review === null ? 'reviews.saved' : 'reviews.edited');
        useReviewView.getState().open(id);
        onClose();
      })
      .catch((error: unknown) => {
        report(error);
        setBusy(false);
      });
  };
  const text = (name: 'buyerId' | 'orderNo' | 'product', most: number) => (
    <Field label={t(`reviews.field.${name}`)} hint={name === 'buyerId' ? t('reviews.buyerHint') : undefined}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          maxLength={most}
          autoComplete="off"
          value={typed[name]}
          onChange={(event) => {
            draft.change({ [name]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <DraftDialog title={title} draft={draft} busy={busy} onSave={save} onClose={onClose}>
      <div className="form-grid">
        <Field
          label={t('reviews.field.text')}
          hint={review === null ? t('reviews.pasteHint') : undefined}
          wide
        >
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              autoFocus
              maxLength={longestReview}
              value={typed.text}
              onPaste={(event) => {
                const raw = event.clipboardData.getData('text/plain');
                // A piece put into words that stand there already is just a piece.
                if (review !== null || typed.text.trim() !== '' || raw.trim() === '') return;
                event.preventDefault();
                takePaste(raw);
              }}
              onChange={(event) => {
                draft.change({ text: event.target.value });
              }}
            />
          )}
        </Field>
        <div className="field">
          <span className="label">{t('reviews.field.stars')}</span>
          <Rate
            aria-label={t('reviews.field.stars')}
            value={typed.stars}
            tooltips={[1, 2, 3, 4, 5].map((count) => t('reviews.starCount', { count }))}
            onChange={(stars) => {
              draft.change({ stars });
            }}
          />
          {tried && typed.stars === 0 ? (
            <span className="problem" role="alert">
              {t('reviews.problem.stars')}
            </span>
          ) : null}
        </div>
        <PlacePick
          value={typed.place}
          shops={shops}
          onChange={(next) => {
            draft.change({ place: next });
          }}
        />
        {text('buyerId', 200)}
        {text('orderNo', 64)}
        {text('product', 300)}
        <Field label={t('reviews.field.day')} problem={wrongDay ? t('reviews.problem.day') : undefined}>
          {({ id, describedBy }) => (
            <DayInput
              id={id}
              describedBy={describedBy}
              value={typed.day}
              direction="past"
              now={now()}
              onChange={(day) => {
                draft.change({ day });
              }}
            />
          )}
        </Field>
        <div className="reviews-line wide">
          <Checkbox
            checked={typed.pictures}
            onChange={(event) => {
              draft.change({ pictures: event.target.checked });
            }}
          >
            {t('reviews.field.pictures')}
          </Checkbox>
          <Checkbox
            checked={issue}
            onChange={(event) => {
              draft.change({ issue: event.target.checked });
            }}
          >
            {t('reviews.field.issue')}
          </Checkbox>
          {issue ? (
            <Select
              aria-label={t('reviews.field.topic')}
              value={topic}
              popupMatchSelectWidth={false}
              options={reviewTopics.map((value) => ({ value, label: t(`reviews.topic.${value}`) }))}
              onChange={(value) => {
                draft.change({ topic: value });
              }}
            />
          ) : null}
        </div>
      </div>
    </DraftDialog>
  );
}
