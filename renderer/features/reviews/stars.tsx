import { useTranslation } from 'react-i18next';
import { isBad, isGood } from '#shared/domain/review';

/** Stars as signs and as words. */
export function Stars({ stars }: { readonly stars: number }) {
  const { t } = useTranslation();
  const tone = isBad({ stars }) ? 'bad' : isGood({ stars }) ? 'good' : 'middle';
  const words = t('reviews.starCount', { count: stars });
  return (
    <span className={`reviews-stars ${tone}`} role="img" aria-label={words} title={words}>
      {'★'.repeat(stars)}
      <span aria-hidden="true">{'☆'.repeat(5 - stars)}</span>
    </span>
  );
}
