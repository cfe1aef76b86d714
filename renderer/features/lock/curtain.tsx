import { useTranslation } from 'react-i18next';
import { LockFrame } from './lock-frame';

/** Drawn the moment the app locks, until what was typed is on the disk and the page begins anew. */
export function Curtain() {
  const { t } = useTranslation();
  return (
    <LockFrame title={t('lock.screenTitle')}>
      <p className="ink-2" role="status">
        {t('lock.closing')}
      </p>
    </LockFrame>
  );
}
