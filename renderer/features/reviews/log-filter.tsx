import { Checkbox, Input, Select, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { replyStates, type Review, type ReviewFilter } from '#shared/domain/review';
import { platforms } from '#shared/domain/platform';
import { useReviewView } from '../../state/review-store';

const starFilters = ['all', 'bad', 'middle', 'good'] as const satisfies readonly ReviewFilter['stars'][];

/** Which reviews are shown (R49): stars, platform, answered or not, with a problem, words. */
export function LogFilter({ reviews }: { readonly reviews: readonly Review[] }) {
  const { t } = useTranslation();
  const { filter, change } = useReviewView();
  const there = platforms.filter((one) => reviews.some(({ platform }) => platform === one));
  return (
    <>
      <Segmented
        aria-label={t('reviews.filter.stars')}
        value={filter.stars}
        options={starFilters.map((value) => ({ value, label: t(`reviews.starsOf.${value}`) }))}
        onChange={(stars) => {
          change({ stars });
        }}
      />
      <Select<ReviewFilter['platform']>
        aria-label={t('reviews.filter.platform')}
        value={filter.platform}
        popupMatchSelectWidth={false}
        options={[
          { value: 'all', label: t('reviews.filter.platform') },
          ...there.map((value) => ({ value, label: t(`domain.platform.${value}`) })),
        ]}
        onChange={(platform) => {
          change({ platform });
        }}
      />
      <Select<ReviewFilter['reply']>
        aria-label={t('reviews.filter.reply')}
        value={filter.reply}
        popupMatchSelectWidth={false}
        options={(['all', ...replyStates] as const).map((value) => ({
          value,
          label: t(`reviews.replyState.${value}`),
        }))}
        onChange={(reply) => {
          change({ reply });
        }}
      />
      <Checkbox
        checked={filter.issue}
        onChange={(event) => {
          change({ issue: event.target.checked });
        }}
      >
        {t('reviews.filter.issue')}
      </Checkbox>
      <Input
        className="reviews-search"
        data-hotkey="list-search"
        allowClear
        value={filter.text}
        aria-label={t('reviews.filter.text')}
        placeholder={t('reviews.filter.text')}
        onChange={(event) => {
          change({ text: event.target.value });
        }}
      />
    </>
  );
}
