import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { BackupStatus } from '#shared/vault/exchange';
import { ask } from '../../platform/desktop';
import { useVault } from '../../state/vault-store';
import { CheckIcon, WarningIcon } from '../../ui/icons';
import { useVaultWork } from './use-vault-work';

const gigabyte = 1024 ** 3;

/** The second vault on another disk: where it lies, when it last had everything, and what is in its way. */
export function BackupCard() {
  const { t } = useTranslation();
  const backup = useVault((state) => state.status?.backup);
  const { busy, run } = useVaultWork();
  const [asking, setAsking] = useState(false);
  if (backup === undefined) return null;
  const choose = (): void => {
    run('choose', () => ask('chooseBackupFolder'));
  };
  if (backup.folder === null) {
    return (
      <section className="card setup-card" aria-label={t('vault.backup')}>
        <h2>{t('vault.backup')}</h2>
        <p className="setup-why">{t('vault.backupWhy')}</p>
        <p>{t('vault.backupNone')}</p>
        <button type="button" className="btn primary" disabled={busy !== null} onClick={choose}>
          {t('vault.backupChoose')}
        </button>
      </section>
    );
  }
  return (
    <section className="card setup-card" aria-label={t('vault.backup')}>
      <h2>{t('vault.backup')}</h2>
      <p className="setup-why">{t('vault.backupWhy')}</p>
      <div className="key-values">
        <span>{t('vault.backupFolder')}</span>
        <span className="setup-vault-folder">{backup.folder}</span>
        <span>{t('vault.backupLast')}</span>
        <span role="status" title={t('vault.backupKeeps')}>
          <LastBackup backup={backup} />
        </span>
        {backup.freeBytes === null ? null : (
          <>
            <span>{t('setup.vaultFree')}</span>
            <span>{t('setup.gigabytes', { size: (backup.freeBytes / gigabyte).toFixed(1) })}</span>
          </>
        )}
      </div>
      {backup.trouble === null ? null : (
        <p className="setup-vault-bad" role="alert">
          {t(`vault.backupTrouble.${backup.trouble}`)}
        </p>
      )}
      {backup.missing === 0 ? null : <p>{t('vault.backupMissing', { count: backup.missing })}</p>}
      {backup.sameDisk ? <p className="ink-2">{t('vault.backupSameDisk')}</p> : null}
      <div className="setup-vault-actions">
        <button
          type="button"
          className="btn"
          disabled={busy !== null}
          onClick={() => {
            run('backup', () => ask('backUpNow'));
          }}
        >
          {t(busy === 'backup' ? 'vault.backupRunning' : 'vault.backupNow')}
        </button>
        <button type="button" className="btn" disabled={busy !== null} onClick={choose}>
          {t('vault.backupMove')}
        </button>
        <button
          type="button"
          className={asking ? 'btn danger' : 'btn plain'}
          disabled={busy !== null}
          onClick={() => {
            if (asking) run('forget', () => ask('forgetBackupFolder'));
            setAsking(!asking);
          }}
        >
          {t(asking ? 'vault.backupForgetSure' : 'vault.backupForget')}
        </button>
      </div>
      {asking ? <p className="ink-2">{t('vault.backupForgetWhat')}</p> : null}
    </section>
  );
}

function LastBackup({ backup: { at, snapshots, stale } }: { readonly backup: BackupStatus }) {
  const { t } = useTranslation();
  const words =
    at === null ? t('vault.backupNever') : t('vault.backupAt', { time: isoMinute(at), count: snapshots });
  if (stale) {
    return (
      <>
        <b className="chip late">
          <WarningIcon />
          {t('vault.backupStale')}
        </b>{' '}
        {words}
      </>
    );
  }
  if (at === null) return words;
  return (
    <>
      <b className="chip ok">
        <CheckIcon />
        {t('vault.backupFresh')}
      </b>{' '}
      {words}
    </>
  );
}
