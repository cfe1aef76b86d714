import { useTranslation } from 'react-i18next';
import type { UpkeepStatus } from '#shared/vault/exchange';
import { ask } from '../../platform/desktop';

/** What runs in the background, how far it is, and the way to make it wait. Always there, so that nothing below it jumps. */
export function UpkeepLine({
  upkeep: { job, done, total, paused },
  run,
}: {
  readonly upkeep: UpkeepStatus;
  readonly run: (name: string, work: () => Promise<unknown>) => void;
}) {
  const { t } = useTranslation();
  const name = job === null ? '' : t(`vault.job.${job}`);
  return (
    <div className="setup-upkeep" role="group" aria-label={t('vault.upkeep')}>
      <span className="grow">
        {job === null
          ? t(paused ? 'vault.idlePaused' : 'vault.idle')
          : paused
            ? t('vault.paused', { job: name })
            : name}
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
        disabled={job === null && !paused}
        onClick={() => {
          run('pause', () => ask('pauseUpkeep', !paused));
        }}
      >
        {t(paused ? 'vault.goOn' : 'vault.pause')}
      </button>
    </div>
  );
}
