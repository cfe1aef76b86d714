import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inShanghai } from '#shared/domain/shanghai-time';
import type { VerifyReport } from '#shared/vault/exchange';
import { countPending } from '../../data/outbox/outbox-repository';
import { useLive } from '../../data/use-live';
import { ask } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { refreshVault, useVault } from '../../state/vault-store';

const gigabyte = 1024 ** 3;

/** The second copy of everything: where it lies, whether it is up to date, and a check of every byte on demand. */
export function VaultCard() {
  const { t } = useTranslation();
  const status = useVault((state) => state.status);
  const pending = useLive(countPending, []);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void refreshVault();
  }, []);
  if (status === null || pending === undefined) return null;

  const run = (work: () => Promise<unknown>): void => {
    setBusy(true);
    work()
      .catch(report)
      .finally(() => {
        setBusy(false);
        void refreshVault();
      });
  };
  const { folder, trouble, verified, freeBytes } = status;
  const state =
    trouble === null
      ? pending > 0
        ? t('setup.vaultPending', { count: pending })
        : t('setup.vaultOk')
      : t(`app.vaultTrouble.${trouble}`);
  return (
    <section className="card setup-card" aria-label={t('setup.vault')}>
      <h2>{t('setup.vault')}</h2>
      <p className="setup-why">{t('setup.vaultWhy')}</p>
      <div className="key-values">
        <span>{t('setup.vaultFolder')}</span>
        <span className="setup-vault-folder">{folder}</span>
        <span>{t('setup.vaultState')}</span>
        <span role="status">{state}</span>
        <span>{t('setup.vaultVerified')}</span>
        <span>{verified === null ? t('setup.vaultNever') : <Verified result={verified} />}</span>
        {freeBytes === null ? null : (
          <>
            <span>{t('setup.vaultFree')}</span>
            <span>{t('setup.gigabytes', { size: (freeBytes / gigabyte).toFixed(1) })}</span>
          </>
        )}
      </div>
      <div className="setup-vault-actions">
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => {
            run(() => ask('verifyVault'));
          }}
        >
          {t(busy ? 'setup.vaultVerifying' : 'setup.vaultVerify')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => {
            run(() => ask('chooseVaultFolder'));
          }}
        >
          {t('setup.vaultChoose')}
        </button>
      </div>
    </section>
  );
}

function Verified({ result }: { readonly result: VerifyReport }) {
  const { t } = useTranslation();
  const { at, lines, objects, badLines, badObjects, missingObjects } = result;
  const time = inShanghai(at).toPlainDateTime().toString().slice(0, 16).replace('T', ' ');
  const count = badLines.length + badObjects.length + missingObjects.length;
  return count === 0
    ? t('setup.vaultSound', { time, objects, lines })
    : t('setup.vaultFaults', { time, count });
}
