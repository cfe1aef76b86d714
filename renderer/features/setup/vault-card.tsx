import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { DrillReport, VerifyReport } from '#shared/vault/exchange';
import { countPending } from '../../data/outbox/outbox-repository';
import { useLive } from '../../data/use-live';
import { ask } from '../../platform/desktop';
import { useVault } from '../../state/vault-store';
import { CheckIcon, WarningIcon } from '../../ui/icons';
import { UpkeepLine } from './upkeep-line';
import { useVaultWork } from './use-vault-work';

const gigabyte = 1024 ** 3;

/**
 * The second copy of everything: where it lies, whether it is up to date, when every byte was last checked and a
 * rebuild last rehearsed, and both on demand.
 */
export function VaultCard() {
  const { t } = useTranslation();
  const status = useVault((state) => state.status);
  const pending = useLive(countPending, []);
  const { busy, run } = useVaultWork();
  if (status === null || pending === undefined) return null;
  const { folder, trouble, verified, freeBytes, drill, upkeep } = status;
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
        <span role="status" className={trouble === null ? '' : 'setup-vault-bad'}>
          {state}
        </span>
        <span>{t('setup.vaultVerified')}</span>
        <span>{verified === null ? t('setup.vaultNever') : <Verified result={verified} />}</span>
        <span>{t('vault.drill')}</span>
        <span>{drill === null ? t('vault.drillNever') : <Drill result={drill} />}</span>
        {freeBytes === null ? null : (
          <>
            <span>{t('setup.vaultFree')}</span>
            <span>{t('setup.gigabytes', { size: (freeBytes / gigabyte).toFixed(1) })}</span>
          </>
        )}
      </div>
      <p className="setup-why setup-vault-note">{t('vault.drillWhy')}</p>
      <UpkeepLine upkeep={upkeep} run={run} />
      <div className="setup-vault-actions">
        <button
          type="button"
          className="btn"
          disabled={busy !== null}
          onClick={() => {
            run('verify', () => ask('verifyVault'));
          }}
        >
          {t(busy === 'verify' ? 'setup.vaultVerifying' : 'setup.vaultVerify')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={busy !== null}
          onClick={() => {
            run('drill', () => ask('drillVault'));
          }}
        >
          {t(busy === 'drill' ? 'vault.drillRunning' : 'vault.drillNow')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={busy !== null}
          onClick={() => {
            run('choose', () => ask('chooseVaultFolder'));
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
  const { at, lines, objects, badLines, badSnapshots, badObjects, missingObjects } = result;
  const time = isoMinute(at);
  const count = badLines.length + badSnapshots.length + badObjects.length + missingObjects.length;
  return count === 0
    ? t('setup.vaultSound', { time, objects, lines })
    : t('setup.vaultFaults', { time, count });
}

function Drill({ result: { at, rows, files, allFiles, problems } }: { readonly result: DrillReport }) {
  const { t } = useTranslation();
  const time = isoMinute(at);
  if (problems.length === 0) {
    return (
      <>
        <b className="chip ok">
          <CheckIcon />
          {t('vault.drillPassed')}
        </b>{' '}
        {t('vault.drillWhat', { time, rows, files, allFiles })}
      </>
    );
  }
  const words = problems.map(({ kind, count }) => t(`vault.problem.${kind}`, { count })).join('; ');
  return (
    <>
      <b className="chip late">
        <WarningIcon />
        {t('vault.drillFailed')}
      </b>{' '}
      {t('vault.drillFound', { time, problems: words })}
    </>
  );
}
