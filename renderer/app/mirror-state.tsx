import { useTranslation } from 'react-i18next';
import { inShanghai } from '#shared/domain/shanghai-time';
import { countPending } from '../data/outbox/outbox-repository';
import { useLive } from '../data/use-live';
import { useVault } from '../state/vault-store';

/**
 * Whether the vault has everything, how much it lacks, or why it cannot be written; when it was last verified and backed
 * up, in red when that is too long ago; and what runs in the background.
 */
export function MirrorState() {
  const { t } = useTranslation();
  const pending = useLive(countPending, []);
  const status = useVault((state) => state.status);
  if (status === null || pending === undefined) return null;
  const { trouble, lastSeq, verified, backup, drill, upkeep } = status;
  return (
    <>
      <span data-mirror={trouble ?? (pending > 0 ? 'pending' : 'done')} title={status.folder}>
        {trouble === null ? null : <b className="foot-low">{t(`app.vaultTrouble.${trouble}`)} </b>}
        {pending > 0
          ? t('app.mirrorPending', { count: pending })
          : trouble === null && lastSeq > 0
            ? t('app.mirrored')
            : null}
        {verified === null ? null : ` · ${t('app.verifiedAt', { time: dayAndTime(verified.at) })}`}
      </span>
      {drill === null || drill.problems.length === 0 ? null : (
        <b className="foot-low">{t('vault.footDrillFailed')}</b>
      )}
      {backup.folder === null ? null : (
        <span data-backup={backup.stale ? 'stale' : 'fresh'} title={backup.folder}>
          {backup.trouble === null ? null : (
            <b className="foot-low">{t(`vault.footTrouble.${backup.trouble}`)} </b>
          )}
          {backup.stale ? (
            <b className="foot-low">{t('vault.footStale')}</b>
          ) : backup.at === null ? null : (
            t('vault.footBackupAt', { time: dayAndTime(backup.at) })
          )}
        </span>
      )}
      {upkeep.job === null ? null : (
        <span data-upkeep={upkeep.job}>
          {upkeep.total === 0
            ? t(`vault.job.${upkeep.job}`)
            : t('vault.percent', {
                job: t(`vault.job.${upkeep.job}`),
                percent: Math.floor((100 * Math.min(upkeep.done, upkeep.total)) / upkeep.total),
              })}
        </span>
      )}
    </>
  );
}

function dayAndTime(at: number): string {
  return inShanghai(at).toPlainDateTime().toString().slice(5, 16).replace('T', ' ');
}
