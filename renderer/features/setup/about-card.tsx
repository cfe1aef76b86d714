import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/desktop';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import type { AppInfo } from '#shared/ipc/contract';

const gigabyte = 1024 ** 3;

/** Version, which program runs the app and what it cannot do there, and where the data lives. */
export function AboutCard() {
  const { t } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let gone = false;
    ask('getAppInfo').then((answer) => (gone ? undefined : setInfo(answer)), report);
    return () => {
      gone = true;
    };
  }, []);
  return (
    <section className="card setup-card" aria-label={t('setup.about')}>
      <h2>{t('setup.about')}</h2>
      {info === null ? null : (
        <div className="key-values">
          <span>{t('setup.version')}</span>
          <span>{info.version}</span>
          <span>{t('setup.host')}</span>
          <span>{t(`setup.hosts.${info.host}`)}</span>
          {info.host === 'stand-in' ? (
            <>
              <span>{t('setup.limits')}</span>
              <span>{t('setup.limitsStandIn')}</span>
            </>
          ) : null}
          <span>{t('setup.dataPlace')}</span>
          <span>{t(`setup.dataPlaces.${info.host}`)}</span>
          {info.freeBytes === null ? null : (
            <>
              <span>{t('setup.freeSpace')}</span>
              <span>{t('setup.gigabytes', { size: (info.freeBytes / gigabyte).toFixed(1) })}</span>
            </>
          )}
        </div>
      )}
      <button
        type="button"
        className="btn"
        onClick={() => {
          showOverlay({ kind: 'keys' });
        }}
      >
        {t('setup.keys')} <kbd>?</kbd>
      </button>
    </section>
  );
}
