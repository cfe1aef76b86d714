import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never';
import { reviewTabs, useReviewView, type ReviewTab } from '../../state/review-store';
import { BoardTab } from './board-tab';
import { ComplaintsTab } from './complaints-tab';
import { DrawTab } from './draw-tab';
import { LogTab } from './log-tab';
import { PenaltiesTab } from './penalties-tab';
import './reviews.css';

/** Reviews and complaints: what buyers said in public, what was answered, and what came of it (R49 to R55, R145, R147). */
export function ReviewsScreen() {
  const { t } = useTranslation();
  const { tab, show } = useReviewView();
  return (
    <section className="reviews-screen" aria-label={t('app.screen.reviews')}>
      <div className="reviews-bar">
        <h1>{t('app.screen.reviews')}</h1>
        <Segmented
          aria-label={t('reviews.show')}
          value={tab}
          options={reviewTabs.map((value) => ({ value, label: t(`reviews.tab.${value}`) }))}
          onChange={show}
        />
      </div>
      <Tab tab={tab} />
    </section>
  );
}

function Tab({ tab }: { readonly tab: ReviewTab }) {
  switch (tab) {
    case 'log':
      return <LogTab />;
    case 'board':
      return <BoardTab />;
    case 'complaints':
      return <ComplaintsTab />;
    case 'penalties':
      return <PenaltiesTab />;
    case 'draw':
      return <DrawTab />;
    default:
      return assertNever(tab);
  }
}
