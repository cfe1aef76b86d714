import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inShanghai } from '#shared/domain/shanghai-time';
import { ask } from '../platform/desktop';
import { useLive } from '../data/use-live';
import { lastSavedAt } from '../data/last-saved';
import { DamageAlarm } from '../features/evidence/damage-alarm';
import { MirrorState } from './mirror-state';
import type { AppInfo } from '#shared/ipc/contract';

const checkMs = 60_000;

/** Only what is known to be true: when the last save was committed, that nothing goes out, how much room is left. */
export function Footer() {
  const { t } = useTranslation();
  const saved = useLive(lastSavedAt, []);
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    const check = (): void => {
      // No free-space figure is better than an old one.
      ask('getAppInfo').then(setInfo, () => {
        setInfo(null);
      });
    };
    check();
    const timer = setInterval(check, checkMs);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const free = info?.freeBytes ?? null;
  const low = free !== null && free < 2 * 1024 ** 3;
  return (
    <footer className="foot">
      {saved === undefined || saved === null ? null : (
        <span>
          <i className="foot-dot" />
          <b>
            {t('app.savedAt', { time: inShanghai(saved).toPlainTime().toString({ smallestUnit: 'second' }) })}
          </b>
        </span>
      )}
      <MirrorState />
      <DamageAlarm />
      <span>{t('app.dataHere')}</span>
      <span className="grow" />
      {info?.host === 'stand-in' ? <span>{t('app.standIn')}</span> : null}
      <span>{t('app.offline')}</span>
      {free === null ? null : (
        <span className={low ? 'foot-low' : ''}>
          {t('app.freeSpace', { size: (free / 1024 ** 3).toFixed(free < 1024 ** 4 / 10 ? 1 : 0) })}
        </span>
      )}
    </footer>
  );
}
