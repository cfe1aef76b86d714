import { useTranslation } from 'react-i18next';
import { isWaiting, type Commitment } from '#shared/domain/commitment';
import { countdownWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';

/** How a promise stands: how long is left, that it waits, or how it ended. */
export function CommitmentChip({ one, present }: { readonly one: Commitment; readonly present: number }) {
  const { t } = useTranslation();
  if (one.state === 'kept') return <span className="chip ok">{t('commitments.state.kept')}</span>;
  if (one.state === 'cancelled') return <span className="chip wait">{t('commitments.state.cancelled')}</span>;
  if (one.trigger === 'nextOrder') return <span className="chip wait">{t('commitments.state.credit')}</span>;
  if (isWaiting(one) && one.dueAt > present)
    return <CountdownChip state="wait" text={t('commitments.state.waiting')} />;
  if (isWaiting(one)) return <CountdownChip state="soon" text={t('commitments.state.look')} />;
  return <CountdownChip {...countdownWords(t, one.dueAt, present)} />;
}
