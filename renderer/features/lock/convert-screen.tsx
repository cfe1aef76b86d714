import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '#shared/errors';
import type { RowKeys } from '#shared/ipc/contract';
import { convertRows, type ConvertProgress } from '../../data/cipher/convert-rows';
import { LockFrame } from './lock-frame';

/** Seals or opens every row before anything else uses the database; broken off, it goes on at the next start. */
export function ConvertScreen({ keys, onDone }: { readonly keys: RowKeys; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<ConvertProgress | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const begun = useRef(false);
  const run = (): void => {
    setError(null);
    convertRows(keys, setProgress).then(onDone, (failure: unknown) => {
      console.error(failure);
      setError(toAppError(failure));
    });
  };
  useEffect(() => {
    // React runs effects twice in development; two conversions at once would be one too many.
    if (begun.current) return;
    begun.current = true;
    run();
  });
  const opening = keys.state === 'opening';
  return (
    <LockFrame title={t(opening ? 'lock.opening' : 'lock.sealing')}>
      <p className="ink-2">{t('lock.convertText')}</p>
      {error === null ? (
        <>
          <progress
            aria-label={t(opening ? 'lock.opening' : 'lock.sealing')}
            max={progress?.total}
            value={progress?.done}
          />
          <p className="lock-note" role="status">
            {progress === null ? '' : t('lock.convertDone', progress)}
          </p>
        </>
      ) : (
        <>
          <p className="lock-note lock-wrong" role="alert">
            {t(`error.${error.code}`, { ...error.detail })}
          </p>
          <button type="button" className="btn primary" autoFocus onClick={run}>
            {t('common.retry')}
          </button>
        </>
      )}
    </LockFrame>
  );
}
