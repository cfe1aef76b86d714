import { useTranslation } from 'react-i18next';
import { inShanghai } from '#shared/domain/shanghai-time';
import { countPending } from '../data/outbox/outbox-repository';
import { useLive } from '../data/use-live';
import { useVault } from '../state/vault-store';

/** Whether the vault has everything, how much it lacks, or why it cannot be written; and when it was last verified. */
export function MirrorState() {
  const { t } = useTranslation();
  const pending = useLive(countPending, []);
  const status = useVault((state) => state.status);
  if (status === null || pending === undefined) return null;
  const { trouble, lastSeq, verified } = status;
  return (
    <span data-mirror={trouble ?? (pending > 0 ? 'pending' : 'done')} title={status.folder}>
      {trouble === null ? null : <b className="foot-low">{t(`app.vaultTrouble.${trouble}`)} </b>}
      {pending > 0
        ? t('app.mirrorPending', { count: pending })
        : trouble === null && lastSeq > 0
          ? t('app.mirrored')
          : null}
      {verified === null ? null : ` · ${t('app.verifiedAt', { time: dayAndTime(verified.at) })}`}
    </span>
  );
}

function dayAndTime(at: number): string {
  return inShanghai(at).toPlainDateTime().toString().slice(5, 16).replace('T', ' ');
}
