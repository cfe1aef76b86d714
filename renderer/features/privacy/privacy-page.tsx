import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPrivacy, writePrivacy } from '../../data/privacy-settings';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { BuyersCard } from './buyers-card';
import { CleanCard } from './clean-card';
import { RetentionCard } from './retention-card';
import './privacy.css';

/** Everything about buyers' data: masks, how long it is kept, one buyer's copy or deletion, and old traces. */
export function PrivacyPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const settings = useLive(readPrivacy, []);
  if (settings === undefined) return null;
  return (
    <div className="privacy-page">
      <div className="privacy-head">
        <button type="button" className="btn small" onClick={onBack}>
          ← {t('privacy.back')}
        </button>
        <h1>{t('privacy.title')}</h1>
      </div>
      <div className="privacy-columns">
        <div>
          <section className="card privacy-card" aria-label={t('privacy.masks')}>
            <h2>{t('privacy.masks')}</h2>
            {(['maskScreen', 'maskExports'] as const).map((name) => (
              <label key={name} className="privacy-switch">
                <Switch
                  size="small"
                  aria-label={t(`privacy.${name}`)}
                  checked={settings[name]}
                  onChange={(on) => {
                    writePrivacy({ [name]: on }).catch(report);
                  }}
                />
                <span>
                  {t(`privacy.${name}`)}
                  <span className="ink-3"> {t(`privacy.${name}Why`)}</span>
                </span>
              </label>
            ))}
          </section>
          <RetentionCard settings={settings} />
          <CleanCard words={[]} />
        </div>
        <div>
          <BuyersCard />
        </div>
      </div>
    </div>
  );
}
