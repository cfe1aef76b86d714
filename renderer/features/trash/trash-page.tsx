import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysLeft, trashDays, trashKinds, type TrashEntry, type TrashKind } from '#shared/domain/trash';
import { listTrash, purgeTrash, restoreFromTrash } from '../../data/trash-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { AskOnce } from '../../ui/ask-once';
import './trash.css';

type Shown = TrashKind | 'all';

/** Everything deleted in the last 90 days: put it back, or let it go for good. */
export function TrashPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const entries = useLive(listTrash, []);
  const present = useNow();
  const [kind, setKind] = useState<Shown>('all');
  const [asked, setAsked] = useState<readonly TrashEntry[] | null>(null);
  if (entries === undefined) return null;
  const shown = kind === 'all' ? entries : entries.filter((one) => one.kind === kind);
  const options = (['all', ...trashKinds] as const).map((value) => ({
    value,
    label: value === 'all' ? t('common.all') : t(`trash.kind.${value}`),
  }));
  return (
    <div className="trash-page">
      <div className="trash-head">
        <button type="button" className="btn small" onClick={onBack}>
          ← {t('trash.back')}
        </button>
        <h1>{t('trash.title')}</h1>
        <Segmented aria-label={t('trash.show')} value={kind} options={options} onChange={setKind} />
        <span className="grow" />
        {shown.length === 0 ? null : (
          <button
            type="button"
            className="btn danger"
            onClick={() => {
              setAsked(shown);
            }}
          >
            {t('trash.purgeAll', { count: shown.length })}
          </button>
        )}
      </div>
      <p className="ink-2 trash-why">{t('trash.why', { days: trashDays })}</p>
      {shown.length === 0 ? (
        <div className="empty">
          <h2>{t('trash.emptyTitle')}</h2>
          <p>{t('trash.emptyText')}</p>
        </div>
      ) : (
        <ul className="card trash-list">
          {shown.map((entry) => (
            <TrashRow
              key={entry.id}
              entry={entry}
              present={present}
              onPurge={() => {
                setAsked([entry]);
              }}
            />
          ))}
        </ul>
      )}
      {asked === null ? null : (
        <AskOnce
          title={t('trash.purgeTitle', { count: asked.length })}
          text={t('trash.purgeText')}
          okLabel={t('trash.purge')}
          onOk={async () => {
            await purgeTrash(asked.map(({ id }) => id));
            tell('trash.purged', { count: asked.length });
          }}
          onError={report}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </div>
  );
}

function TrashRow({
  entry,
  present,
  onPurge,
}: {
  readonly entry: TrashEntry;
  readonly present: number;
  readonly onPurge: () => void;
}) {
  const { t } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const restore = (): void => {
    restoreFromTrash(entry.id, now()).then(
      ({ caseId }) => {
        tell('trash.restored');
        if (entry.kind === 'case' && caseId !== null) openCase(caseId);
      },
      (error: unknown) => {
        report(error, restore);
      },
    );
  };
  const title = entry.title === '' ? t('common.none') : entry.title;
  return (
    <li data-trash-id={entry.id}>
      <span className="chip wait">{t(`trash.kind.${entry.kind}`)}</span>
      <span className="trash-title">
        <bdi className="bold ellipsis" title={entry.buyerId}>
          {entry.buyerId}
        </bdi>
        <span className="ink-2 ellipsis" title={title}>
          {title}
          {entry.kind === 'case' ? ` · ${t('trash.withParts', { count: entry.rows.length - 1 })}` : ''}
        </span>
      </span>
      <span className="ink-3 trash-when">
        {t('trash.deletedAt', { when: momentWords(t, entry.deletedAt, present) })}
        <br />
        {t('trash.daysLeft', { count: daysLeft(entry, present) })}
      </span>
      <button type="button" className="btn small" onClick={restore}>
        {t('trash.restore')}
      </button>
      <button
        type="button"
        className="btn small danger"
        aria-label={t('trash.purgeOf', { title })}
        onClick={onPurge}
      >
        {t('trash.purge')}
      </button>
    </li>
  );
}
