import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findBuyers } from '../../data/privacy-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { PlatformMark } from '../../ui/platform-mark';
import { DeleteBuyer } from './delete-buyer';
import { exportBuyerFiles } from './export-buyer';
import type { Buyer } from '../../data/privacy-rows';

const shownBuyers = 20;

/** One buyer's data: find the buyer, hand out a copy, or delete all of it. */
export function BuyersCard() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Buyer | null>(null);
  const buyers = useLive(() => findBuyers(text, shownBuyers), [text]);
  return (
    <section className="card privacy-card" aria-label={t('privacy.buyers')}>
      <h2>{t('privacy.buyers')}</h2>
      <p className="ink-2">{t('privacy.buyersWhy')}</p>
      <Input
        aria-label={t('privacy.findBuyer')}
        placeholder={t('privacy.findBuyer')}
        allowClear
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {buyers?.length === 0 ? <p className="ink-3">{t('privacy.noBuyer')}</p> : null}
      <ul className="privacy-buyers">
        {buyers?.map(({ platform, buyerId, cases }) => (
          <li key={`${platform}:${buyerId}`}>
            <PlatformMark platform={platform} label={t(`domain.platform.${platform}`)} />
            <bdi className="bold ellipsis" title={buyerId}>
              {buyerId}
            </bdi>
            <span className="ink-3">{t('privacy.cases', { count: cases })}</span>
            <span className="grow" />
            <ExportButton buyer={{ platform, buyerId }} />
            <button
              type="button"
              className="btn small danger"
              aria-label={t('privacy.deleteOf', { buyer: buyerId })}
              onClick={() => {
                setChosen({ platform, buyerId });
              }}
            >
              {t('privacy.delete')}
            </button>
          </li>
        ))}
      </ul>
      {buyers?.length === shownBuyers ? <p className="ink-3">{t('privacy.moreBuyers')}</p> : null}
      {chosen === null ? null : (
        <DeleteBuyer
          key={`${chosen.platform}:${chosen.buyerId}`}
          buyer={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </section>
  );
}

function ExportButton({ buyer }: { readonly buyer: Buyer }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const run = (): void => {
    setBusy(true);
    exportBuyerFiles(buyer)
      .catch((error: unknown) => {
        report(error, run);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <button
      type="button"
      className="btn small"
      disabled={busy}
      aria-label={t('privacy.exportOf', { buyer: buyer.buyerId })}
      onClick={run}
    >
      {t(busy ? 'privacy.exporting' : 'privacy.export')}
    </button>
  );
}
