import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockStatus } from '#shared/ipc/contract';
import { ask, listen } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { ChangeLock } from './change-lock';
import { idleOptions } from './idle-options';
import { SetUpLock } from './set-up-lock';
import { TurnOffLock } from './turn-off-lock';
import './lock.css';

type Dialog = 'setUp' | 'change' | 'turnOff' | null;

/** The app lock in the settings: what it does, and exactly what is encrypted with it and what is not. */
export function LockCard() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<LockStatus | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  useEffect(() => {
    ask('getLock').then(setStatus, report);
    return listen('lockChanged', setStatus);
  }, []);
  if (status === null) return null;
  const close = (): void => {
    setDialog(null);
  };
  return (
    <section className="card setup-card" aria-label={t('lock.title')}>
      <h2>{t('lock.title')}</h2>
      <p className="setup-why">{t(status.on ? 'lock.isOn' : 'lock.isOff')}</p>
      {status.on ? (
        <>
          <div className="lock-choice">
            <span>{t('lock.idle')}</span>
            <Select
              aria-label={t('lock.idle')}
              value={status.idleMinutes}
              options={idleOptions(t)}
              onChange={(minutes) => {
                ask('setLockIdle', minutes).catch(report);
              }}
            />
          </div>
          <div className="lock-actions">
            <button type="button" className="btn primary" onClick={() => void ask('lockNow').catch(report)}>
              {t('lock.lockNow')} <kbd>Ctrl L</kbd>
            </button>
            <button type="button" className="btn" onClick={() => setDialog('change')}>
              {t('lock.change')}
            </button>
            <button type="button" className="btn" onClick={() => setDialog('turnOff')}>
              {t('lock.turnOff')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" className="btn" onClick={() => setDialog('setUp')}>
          {t('lock.setUp')}
        </button>
      )}
      <details>
        <summary>{t('lock.whatTitle')}</summary>
        <LockFacts />
      </details>
      {dialog === 'setUp' ? <SetUpLock onClose={close} /> : null}
      {dialog === 'change' ? <ChangeLock onClose={close} /> : null}
      {dialog === 'turnOff' ? <TurnOffLock onClose={close} /> : null}
    </section>
  );
}

const facts = ['sealed', 'vault', 'files', 'counts', 'older', 'open', 'exports', 'reminders'] as const;

/** What lies encrypted on the disk, and what does not. */
function LockFacts() {
  const { t } = useTranslation();
  return (
    <ul className="lock-facts">
      {facts.map((name) => (
        <li key={name}>{t(`lock.fact.${name}`)}</li>
      ))}
    </ul>
  );
}
