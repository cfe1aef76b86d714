import { useTranslation } from 'react-i18next';
import { isDigested, needsWork } from '#shared/domain/review';
import { listOpenAppeals } from '../../data/penalty-repository';
import { listReviews } from '../../data/review-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { countdownWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import type { ReviewTab } from '../../state/review-store';
import './reviews.css';

/** On Today: poor reviews nobody dealt with, problems inside good ones (R53), appeals that run out (R145). */
export function ReviewPanel({ onOpen }: { readonly onOpen: (tab: ReviewTab) => void }) {
  const { t } = useTranslation();
  const present = useNow();
  const found = useLive(async () => {
    const todo = (await listReviews()).filter(needsWork);
    return { todo, appeals: await listOpenAppeals(present) };
  }, [present]);
  if (found === undefined || found.todo.length + found.appeals.length === 0) return null;
  const digest = found.todo.filter(isDigested).length;
  const poor = found.todo.length - digest;
  const [first] = found.appeals;
  const left = first?.appealBy == null ? null : countdownWords(t, first.appealBy, present);
  const line = (tab: ReviewTab, words: string, chip?: React.ReactNode) => (
    <li key={tab}>
      <button
        type="button"
        onClick={() => {
          onOpen(tab);
        }}
      >
        <span className="ellipsis">{words}</span>
        {chip}
      </button>
    </li>
  );
  return (
    <section className="card side-card" aria-label={t('reviews.panel.title')}>
      <h2>{t('reviews.panel.title')}</h2>
      <ul className="reviews-panel">
        {left === null
          ? null
          : line(
              'penalties',
              t('reviews.panel.appeals', { count: found.appeals.length }),
              <CountdownChip state={left.state} text={left.text} />,
            )}
        {poor === 0 ? null : line('log', t('reviews.panel.todo', { count: poor }))}
        {digest === 0 ? null : line('board', t('reviews.panel.digest', { count: digest }))}
      </ul>
    </section>
  );
}
