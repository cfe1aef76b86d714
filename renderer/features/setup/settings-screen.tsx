import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readDraft } from '../../data/draft-repository';
import { readSettings, writeSettings } from '../../data/setting-repository';
import { firstRunDraft, listAddresses, listShops } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { AboutCard } from './about-card';
import { AddressesCard } from './addresses-card';
import { AppearanceCard } from './appearance-card';
import { BackupCard } from './backup-card';
import { SampleCard } from './sample-card';
import { ShopsCard } from './shops-card';
import { VaultCard } from './vault-card';
import './setup.css';

/**
 * Everything that can be chosen: shops and addresses on the left, the app itself on the right. `children` are cards
 * of other features under the addresses, `safety` those about keeping and protecting data, beside the vault.
 */
export function SettingsScreen({
  children,
  safety,
}: {
  readonly children?: ReactNode;
  readonly safety?: ReactNode;
}) {
  const { t } = useTranslation();
  const settings = useLive(readSettings, []);
  const shops = useLive(listShops, []);
  const addresses = useLive(listAddresses, []);
  const unfinished = useLive(() => readDraft(firstRunDraft), []);
  if (settings === undefined || shops === undefined || addresses === undefined) return null;
  return (
    <div className="settings">
      <h1>{t('setup.settings')}</h1>
      {unfinished === undefined ? null : (
        <div className="card settings-notice">
          <span className="grow">{t('setup.unfinished')}</span>
          <button
            type="button"
            className="btn small"
            onClick={() => {
              writeSettings({ setUp: false }).catch(report);
            }}
          >
            {t('setup.goOn')}
          </button>
        </div>
      )}
      <div className="settings-columns">
        <div>
          <ShopsCard shops={shops} addresses={addresses} />
          <AddressesCard shops={shops} addresses={addresses} />
          {children}
        </div>
        <div>
          <AppearanceCard settings={settings} />
          <VaultCard />
          {safety}
          <BackupCard />
          <SampleCard />
          <AboutCard />
        </div>
      </div>
    </div>
  );
}
