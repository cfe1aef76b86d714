import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors';
import { VaultPassphrase } from './vault-passphrase';
import type { Rescue } from './rescue-screen';

/** The ways on: back from the vault first; going on without it takes a second, explicit answer. */
export function RescueChoice({
  rescue: { vault, reason, backupFolder },
  error,
  onRebuild,
  onChooseFolder,
  onGoOn,
}: {
  readonly rescue: Rescue;
  readonly error: AppError | null;
  readonly onRebuild: () => void;
  readonly onChooseFolder: () => void;
  readonly onGoOn: () => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const hasVault = vault.lastSeq > 0 || backupFolder !== null;
  return (
    <>
      {error === null ? null : (
        <p className="rescue-error" role="alert">
          {t(`error.${error.code}`, { ...error.detail })}
        </p>
      )}
      {error?.code === 'vaultLocked' ? <VaultPassphrase onOpened={onRebuild} /> : null}
      <p className="rescue-vault">
        {t(vault.lastSeq > 0 ? 'rescue.vaultFound' : 'rescue.vaultMissing', {
          folder: vault.folder,
          count: vault.lastSeq,
        })}
      </p>
      {backupFolder === null ? null : (
        <p className="rescue-vault">{t('vault.rescueBackup', { folder: backupFolder })}</p>
      )}
      <div className="rescue-actions">
        {hasVault ? (
          <button type="button" className="btn primary" autoFocus onClick={onRebuild}>
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
        {asking ? (
          <button type="button" className="btn danger" onClick={onGoOn}>
            {t('rescue.goOnSure')}
          </button>
        ) : (
          <button
            type="button"
            className="btn plain"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t(reason === 'older' || reason === 'damaged' ? 'rescue.goOnOlder' : 'rescue.goOnEmpty')}
          </button>
        )}
      </div>
      {asking ? <p className="ink-2">{t('rescue.goOnWhat')}</p> : null}
    </>
  );
}
