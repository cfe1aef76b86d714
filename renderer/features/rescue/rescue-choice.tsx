import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors';
import { VaultPassphrase } from './vault-passphrase';
import type { Rescue } from './rescue-screen';

/** The ways on: back from the vault first; going on without it takes a second, explicit answer. */
export function RescueChoice({
  rescue: { vault, reason, backupFolder, foreign },
  error,
  onRebuild,
  onChooseFolder,
  onGoOn,
}: {
  readonly rescue: Rescue;
  readonly error: AppError | null;
  /** @param anyShop from the other shop's vault that lies there */
  readonly onRebuild: (anyShop: boolean) => void;
  readonly onChooseFolder: () => void;
  readonly onGoOn: () => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'goOn' | 'foreign' | null>(null);
  // Where nothing is here, no shop is replaced by another.
  const other = foreign && reason !== 'vaultOnly';
  const hasVault = (vault.lastSeq > 0 && !other) || backupFolder !== null;
  const rebuild = (): void => {
    onRebuild(foreign && !other);
  };
  return (
    <>
      {error === null ? null : (
        <p className="rescue-error" role="alert">
          {t(`error.${error.code}`, { ...error.detail })}
        </p>
      )}
      {error?.code === 'vaultLocked' ? <VaultPassphrase onOpened={rebuild} /> : null}
      <p className="rescue-vault">
        {t(other ? 'rescue.vaultForeign' : vault.lastSeq > 0 ? 'rescue.vaultFound' : 'rescue.vaultMissing', {
          folder: vault.folder,
          count: vault.lastSeq,
        })}
      </p>
      {backupFolder === null ? null : (
        <p className="rescue-vault">{t('vault.rescueBackup', { folder: backupFolder })}</p>
      )}
      <div className="rescue-actions">
        {hasVault ? (
          <button type="button" className="btn primary" autoFocus onClick={rebuild}>
            {t('rescue.rebuild')}
          </button>
        ) : (
          <button
            type="button"
            className="btn primary"
            autoFocus
            onClick={() => {
              location.reload();
            }}
          >
            {t('rescue.lookAgain')}
          </button>
        )}
        <button type="button" className="btn" onClick={onChooseFolder}>
          {t('rescue.chooseFolder')}
        </button>
        <span className="grow" />
        {other && asking !== 'goOn' ? (
          <button
            type="button"
            className={asking === 'foreign' ? 'btn danger' : 'btn plain'}
            onClick={() => {
              if (asking === 'foreign') onRebuild(true);
              else setAsking('foreign');
            }}
          >
            {t(asking === 'foreign' ? 'rescue.foreignSure' : 'rescue.takeForeign')}
          </button>
        ) : null}
        {asking === 'goOn' ? (
          <button type="button" className="btn danger" onClick={onGoOn}>
            {t('rescue.goOnSure')}
          </button>
        ) : asking === 'foreign' ? null : (
          <button
            type="button"
            className="btn plain"
            onClick={() => {
              setAsking('goOn');
            }}
          >
            {t(reason === 'older' || reason === 'damaged' ? 'rescue.goOnOlder' : 'rescue.goOnEmpty')}
          </button>
        )}
      </div>
      {asking === null ? null : (
        <p className="ink-2">{t(asking === 'goOn' ? 'rescue.goOnWhat' : 'rescue.foreignWhat')}</p>
      )}
    </>
  );
}
