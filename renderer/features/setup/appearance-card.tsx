import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { writeSettings, type Settings } from '../../data/setting-repository';
import { report } from '../../state/toast-store';
import { LanguageSwitch } from './language-switch';

const themes = ['auto', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const densities = ['small', 'middle', 'large'] as const satisfies readonly Settings['density'][];

/** Language, light or dark, and how tight the rows stand. Each takes effect at once. */
export function AppearanceCard({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const change = (part: Partial<Settings>): void => {
    writeSettings(part).catch(report);
  };
  return (
    <section className="card setup-card" aria-label={t('setup.appearance')}>
      <h2>{t('setup.appearance')}</h2>
      <div className="setup-choice">
        <span>{t('setup.language')}</span>
        <LanguageSwitch />
      </div>
      <div className="setup-choice">
        <span>{t('setup.theme')}</span>
        <Segmented
          aria-label={t('setup.theme')}
          value={settings.theme}
          options={themes.map((value) => ({ value, label: t(`setup.themes.${value}`) }))}
          onChange={(theme) => {
            change({ theme });
          }}
        />
      </div>
      <div className="setup-choice">
        <span>{t('setup.density')}</span>
        <Segmented
          aria-label={t('setup.density')}
          value={settings.density}
          options={densities.map((value) => ({ value, label: t(`setup.densities.${value}`) }))}
          onChange={(density) => {
            change({ density });
          }}
        />
      </div>
    </section>
  );
}
