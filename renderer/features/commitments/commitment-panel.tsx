import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { listOpenCommitments } from '../../data/commitment-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { promiseWords } from '../../text/commitment-words';
import { PlatformMark } from '../../ui/platform-mark';
import { CommitmentChip } from './commitment-chip';
import './commitments.css';
import type { CaseId } from '#shared/domain/ids';

/** How many are shown; the sum counts all. */
const shownMost = 20;

/** On Today: everything that is owed to buyers, credit among it, with the sum. Nothing is shown while nothing is. */
export function CommitmentPanel({ onOpen }: { readonly onOpen: (id: CaseId) => void }) {
  const { t } = useTranslation();
  const present = useNow();
  const open = useLive(listOpenCommitments, []);
  if (open === undefined || open.length === 0) return null;
  const sum = open.reduce((fen, { amountFen }) => fen + (amountFen ?? 0), 0);
  // What has no time of its own stands last here.
  const sorted = open.toSorted(
    (a, b) => (a.dueAt || Infinity) - (b.dueAt || Infinity) || a.createdAt - b.createdAt,
  );
  return (
    <section className="card side-card" aria-label={t('commitments.owed')}>
      <h2>
        {t('commitments.owed')}{' '}
        <span className="ink-3">
          {open.length}
          {sum === 0 ? '' : ` · ¥${formatYuan(sum)}`}
        </span>
      </h2>
      <ul className="commitment-owed">
        {sorted.slice(0, shownMost).map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => {
                onOpen(one.caseId);
              }}
            >
              <PlatformMark platform={one.platform} label={t(`domain.platform.${one.platform}`)} />
              <bdi className="bold ellipsis">{one.buyerId}</bdi>
              <span className="ellipsis">{promiseWords(t, one)}</span>
              <CommitmentChip one={one} present={present} />
            </button>
          </li>
        ))}
      </ul>
      {sorted.length > shownMost ? (
        <p className="ink-3 side-note">{t('commitments.more', { count: sorted.length - shownMost })}</p>
      ) : null}
    </section>
  );
}
