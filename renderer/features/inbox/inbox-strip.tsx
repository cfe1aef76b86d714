import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { giveToForm, listPutAway } from '../../data/inbox-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { useScreen } from '../../state/screen-store';
import { bringBack, putAway } from './file-items';
import { fileWhereTold, InboxGrid } from './inbox-grid';
import { useInboxStore } from './inbox-store';
import { useInbox, useSuggestions } from './use-inbox';
import './inbox.css';
import type { InboxId } from '#shared/domain/ids';
import type { InboxItem } from '#shared/domain/inbox';

/** More are shown on demand: nobody looks through hundreds at once. */
const firstShown = 60;

type Props = {
  readonly renderPicture: (item: InboxItem) => ReactNode;
  /** What the seller should know of a file before filing it: that it looks like one of another case. */
  readonly hintOf?: (item: InboxItem) => string | undefined;
};

/** 未归档: files that belong to no case yet, above the archive. Nothing is shown while there are none. */
export function InboxStrip({ renderPicture, hintOf }: Props) {
  const { t } = useTranslation();
  const items = useInbox();
  const away = useLive(listPutAway, []) ?? [];
  const [all, setAll] = useState(false);
  const [showAway, setShowAway] = useState(false);
  const shown = all ? (items ?? []) : (items ?? []).slice(0, firstShown);
  const matches = useSuggestions(shown);
  const { selected, askWhere } = useInboxStore();
  if (items === undefined || (items.length === 0 && away.length === 0)) return null;
  const chosen = items.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  const told = shown.filter(({ id }) => matches.has(id)).map(({ id }) => id);
  return (
    <section className="card inbox-strip" aria-label={t('inbox.title')}>
      <header className="inbox-head">
        <h2>
          {t('inbox.title')} <span className="ink-3">{items.length}</span>
        </h2>
        <span className="ink-2 ellipsis">
          {chosen.length > 0 ? t('inbox.chosen', { count: chosen.length }) : t('inbox.hint')}
        </span>
        <span className="grow" />
        {told.length > 0 && chosen.length === 0 ? (
          <button
            type="button"
            className="btn small primary"
            onClick={() => {
              fileWhereTold(told, matches, askWhere);
            }}
          >
            {t('inbox.fileTold', { count: told.length })}
          </button>
        ) : null}
        {chosen.length > 0 ? <ChosenButtons chosen={chosen} /> : null}
        {away.length > 0 ? (
          <button
            type="button"
            className="btn small plain"
            aria-expanded={showAway}
            onClick={() => {
              setShowAway(!showAway);
            }}
          >
            {t('inbox.away', { count: away.length })}
          </button>
        ) : null}
      </header>
      <InboxGrid items={shown} matches={matches} renderPicture={renderPicture} hintOf={hintOf} />
      {items.length > shown.length ? (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('inbox.showAll', { count: items.length })}
        </button>
      ) : null}
      {showAway ? <AwayList items={away} /> : null}
    </section>
  );
}

function ChosenButtons({ chosen }: { readonly chosen: readonly InboxId[] }) {
  const { t } = useTranslation();
  const { askWhere, select } = useInboxStore();
  return (
    <>
      <button
        type="button"
        className="btn small primary"
        onClick={() => {
          askWhere(chosen);
        }}
      >
        {t('inbox.move')} <kbd>M</kbd>
      </button>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          giveToForm(chosen)
            .then(() => {
              select([]);
              useScreen.getState().showOverlay({ kind: 'newCase' });
            })
            .catch(report);
        }}
      >
        {t('inbox.newCase')}
      </button>
      <button type="button" className="btn small" onClick={() => void putAway(chosen)}>
        {t('inbox.putAway')}
      </button>
    </>
  );
}

function AwayList({ items }: { readonly items: readonly InboxItem[] }) {
  const { t } = useTranslation();
  return (
    <ul className="inbox-away" aria-label={t('inbox.away', { count: items.length })}>
      {items.slice(0, firstShown).map(({ id, originalName }) => (
        <li key={id}>
          <bdi className="ellipsis">{originalName}</bdi>
          <button type="button" className="btn small plain" onClick={() => void bringBack([id])}>
            {t('inbox.bringBack')}
          </button>
        </li>
      ))}
    </ul>
  );
}
