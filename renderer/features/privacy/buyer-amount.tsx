import { useTranslation } from 'react-i18next';
import { previewBuyer } from '../../data/privacy-repository';
import { useLive } from '../../data/use-live';
import { megabytes } from './size-words';
import type { Buyer } from '../../data/privacy-rows';

/** How much there is of a buyer, in words. */
export function BuyerAmount({ buyer }: { readonly buyer: Buyer }) {
  const { t } = useTranslation();
  const count = useLive(() => previewBuyer(buyer), [buyer.platform, buyer.buyerId]);
  if (count === undefined) return <p className="ink-3">{t('common.loading')}</p>;
  return (
    <p role="status">
      {t('privacy.amount', {
        count: count.cases,
        evidence: count.evidence,
        size: megabytes(count.bytes),
        rows: count.rows,
      })}
    </p>
  );
}
