import { useTranslation } from 'react-i18next';
import { listDue } from '../../data/privacy-repository';
import { readPrivacy } from '../../data/privacy-settings';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import './privacy.css';

async function readState() {
  const settings = await readPrivacy();
  const { retentionMonths } = settings;
  const due = retentionMonths === null ? [] : await listDue(retentionMonths, now());
  return { ...settings, due: due.length };
}

/** In the settings: how long buyers' data is kept, and the way to everything about it. */
export function PrivacyCard({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const state = useLive(readState, []);
  if (state === undefined) return null;
  const { retentionMonths, due } = state;
  return (
    <section className="card privacy-card" aria-label={t('privacy.title')}>
      <h2>{t('privacy.title')}</h2>
      <p className="ink-2">{t('privacy.cardText')}</p>
      <p className="ink-3">
        {retentionMonths === null
          ? t('privacy.keptForEver')
          : t('privacy.keptFor', { count: retentionMonths })}
        {due > 0 ? ` · ${t('privacy.dueNow', { count: due })}` : ''}
      </p>
      <button type="button" className="btn" onClick={onOpen}>
        {t('privacy.open')}
      </button>
    </section>
  );
}
