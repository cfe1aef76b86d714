import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InboxGrid } from './inbox-grid';
import { useInbox, useSuggestions } from './use-inbox';
import './inbox.css';
import type { InboxItem } from '#shared/domain/inbox';

/** Few enough for the narrow column; the rest is on the evidence screen. */
const inTray = 12;

/** 未归档 under the list of cases: a file is dragged from here onto a case above or the one that is open. */
export function InboxTray({ renderPicture }: { readonly renderPicture: (item: InboxItem) => ReactNode }) {
  const { t } = useTranslation();
  const items = useInbox();
  const [open, setOpen] = useState(false);
  const shown = open ? (items ?? []).slice(0, inTray) : [];
  const matches = useSuggestions(shown);
  if (items === undefined || items.length === 0) return null;
  return (
    <section className="inbox-tray" aria-label={t('inbox.title')}>
      <button
        type="button"
        className="inbox-tray-head"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> {t('inbox.title')}
        <span className="ink-3">{items.length}</span>
        <span className="grow" />
        <span className="ink-3 ellipsis">{t('inbox.dragHint')}</span>
      </button>
      {open ? <InboxGrid items={shown} matches={matches} renderPicture={renderPicture} /> : null}
    </section>
  );
}
