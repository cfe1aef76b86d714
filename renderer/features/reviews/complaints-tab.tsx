import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listComplaints, type ComplaintLine } from '../../data/complaint-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { useScreen } from '../../state/screen-store';
import { countdownWords, dueWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { PlatformMark } from '../../ui/platform-mark';
import { ComplaintForm } from './complaint-form';

/** Complaints of platforms, 12315 and Heimao with their clocks, the one that ends first at the top (R73, R147). */
export function ComplaintsTab() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const found = useLive(listComplaints, []);
  if (found === undefined) return null;
  const { open, closed } = found;
  const add = (
    <button
      type="button"
      className="btn primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('reviews.complaint.add')}
    </button>
  );
  return (
    <>
      <div className="reviews-bar">
        <span className="ink-3">{t('reviews.rows', { count: open.length })}</span>
        <span className="grow" />
        {open.length === 0 ? null : add}
      </div>
      {open.length === 0 ? (
        <div className="card empty">
          <h2>{t('reviews.complaint.emptyTitle')}</h2>
          <p>{t('reviews.complaint.emptyText')}</p>
          {add}
        </div>
      ) : (
        <ul className="card reviews-lines" aria-label={t('reviews.complaint.list')}>
          {open.map((line) => (
            <Line key={line.item.id} line={line} />
          ))}
        </ul>
      )}
      {closed === 0 ? null : <p className="ink-3">{t('reviews.complaint.closedOnes', { count: closed })}</p>}
      {adding ? (
        <ComplaintForm
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </>
  );
}

function Line({ line: { item, clock, talks, waits } }: { readonly line: ComplaintLine }) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const openCase = useScreen((state) => state.openCase);
  const title = clock === null ? '' : clock.title[i18n.language === 'en' ? 'en' : 'zh'];
  const left = clock === null ? null : countdownWords(t, clock.dueAt, present);
  return (
    <li className="reviews-complaint">
      <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
      <span className="reviews-two-lines">
        <bdi className="bold ellipsis" title={item.buyerId}>
          {item.buyerId}
        </bdi>
        <span className="ink-3 mono">{item.caseNo}</span>
      </span>
      <span className="chip wait">
        {item.type === 'intervention'
          ? t('reviews.complaint.type.intervention')
          : item.complaintChannel === undefined
            ? t('reviews.complaint.noChannel')
            : t(`domain.complaintChannel.${item.complaintChannel}`)}
      </span>
      <span className="reviews-two-lines">
        <span className="ellipsis" title={item.description}>
          {item.description}
        </span>
        <span className="ink-3">
          {t('reviews.talk.title')} {talks}
          {waits ? ` · ${t('reviews.talk.openOffer')}` : ''}
        </span>
      </span>
      <span className="reviews-two-lines">
        {left === null || clock === null ? (
          <span className="ink-3">{t('reviews.complaint.noClock')}</span>
        ) : (
          <>
            <span>
              <CountdownChip state={left.state} text={left.text} title={dueWords(t, clock.dueAt, present)} />
            </span>
            <span className="ink-3 ellipsis" title={title}>
              {title}
            </span>
          </>
        )}
      </span>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          openCase(item.id);
        }}
      >
        {t('reviews.complaint.open')}
      </button>
    </li>
  );
}
