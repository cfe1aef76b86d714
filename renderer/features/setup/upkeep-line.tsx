import { useTranslation } from 'react-i18next';
import type { UpkeepStatus } from '#shared/vault/exchange';
import { ask } from '../../platform/desktop';

/** What runs in the background, how far it is, and the way to make it wait. */
export function UpkeepLine({
  upkeep: { job, done, total, paused },
  run,
}: {
  readonly upkeep: UpkeepStatus;
  readonly run: (name: string, work: () => Promise<unknown>) => void;
}) {
  const { t } = useTranslation();
  if (job === null && !paused) return null;
  const name = job === null ? '' : t(`vault.job.${job}`);
  return (
    <div className="setup-upkeep" role="group" aria-label={name}>
      <span className="grow">
        {job === null ? t('vault.idlePaused') : paused ? t('vault.paused', { job: name }) : name}
      </span>
      {job === null ? null : (
        <progress
          aria-label={name}
          max={total === 0 ? undefined : total}
          value={total === 0 ? undefined : Math.min(done, total)}
        />
      )}
      <button
        type="button"
        className="btn small"
        onClick={() => {
          run('pause', () => ask('pauseUpkeep', !paused));
        }}
      >
        {t(paused ? 'vault.goOn' : 'vault.pause')}
      </button>
    </div>
  );
}
