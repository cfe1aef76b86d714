import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '#shared/errors';
import type { LockSecret, LockStatus } from '#shared/ipc/contract';
import { ask } from '../../platform/desktop';
import { isComposing } from '../../ui/is-composing';
import { LockFrame } from './lock-frame';

/**
 * Stands instead of the app while it is locked: nothing of the shop is on the page, in its memory or behind it. Opens
 * with the passphrase or with the printed recovery code.
 */
export function LockScreen({
  status,
  onUnlocked,
}: {
  readonly status: LockStatus;
  readonly onUnlocked: () => void;
}) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<LockSecret['kind']>('passphrase');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [wait, setWait] = useState(status.waitSeconds);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => {
      setWait(wait - 1);
    }, 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [wait]);

  const failed = (error: AppError): void => {
    setBusy(false);
    setWrong(error.code === 'wrongPassphrase' || error.code === 'lockWait');
    setWait(Number(error.detail['seconds'] ?? 0));
    setText('');
  };
  const unlock = (): void => {
    if (busy || wait > 0 || text === '') return;
    setBusy(true);
    ask('unlock', { kind, text }).then(onUnlocked, (error: unknown) => {
      failed(toAppError(error));
    });
  };

  if (status.damaged) {
    return (
      <LockFrame title={t('lock.damagedTitle')}>
        <p role="alert">{t('lock.damagedText')}</p>
      </LockFrame>
    );
  }
  const label = t(`lock.field.${kind}`);
  return (
    <LockFrame title={t('lock.screenTitle')}>
      <p className="ink-2">{t('lock.screenText')}</p>
      <form
        className="lock-form"
        onSubmit={(event) => {
          event.preventDefault();
          unlock();
        }}
      >
        <label htmlFor="lock-secret">{label}</label>
        <input
          id="lock-secret"
          key={kind}
          className="lock-input"
          type={kind === 'passphrase' ? 'password' : 'text'}
          autoComplete="off"
          autoFocus
          spellCheck={false}
          maxLength={200}
          value={text}
          aria-describedby="lock-note"
          aria-invalid={wrong}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
          }}
          onChange={(event) => {
            setText(event.target.value);
            if (wait <= 0) setWrong(false);
          }}
        />
        <p id="lock-note" className="lock-note" role="status">
          {note(t, { busy, wrong, wait })}
        </p>
        <button type="submit" className="btn primary" disabled={busy || wait > 0 || text === ''}>
          {t('lock.unlock')}
        </button>
      </form>
      <button
        type="button"
        className="btn plain"
        onClick={() => {
          setKind(kind === 'passphrase' ? 'recovery' : 'passphrase');
          setText('');
          setWrong(false);
        }}
      >
        {t(kind === 'passphrase' ? 'lock.useRecovery' : 'lock.usePassphrase')}
      </button>
    </LockFrame>
  );
}

function note(
  t: TFunction,
  { busy, wrong, wait }: { readonly busy: boolean; readonly wrong: boolean; readonly wait: number },
): string {
  if (busy) return t('lock.checking');
  if (wait > 0) return t(wrong ? 'lock.wrongWait' : 'lock.wait', { seconds: wait });
  return wrong ? t('lock.wrong') : '';
}
