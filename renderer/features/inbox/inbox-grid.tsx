import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fileItems, putAway } from './file-items';
import { useInboxStore } from './inbox-store';
import { InboxTile } from './inbox-tile';
import { useHeldTile } from './use-inbox-focus';
import type { CaseMatch } from '../../data/case-match';
import type { InboxId } from '#shared/domain/ids';
import type { InboxItem } from '#shared/domain/inbox';

/**
 * The waiting files as a list one can choose several of: click, Ctrl or Shift click, arrow keys with Space. `Enter`
 * files what is chosen where it seems to belong, `M` asks where, `Delete` puts away.
 */
export function InboxGrid({
  items,
  matches,
  renderPicture,
  hintOf,
}: {
  readonly items: readonly InboxItem[];
  readonly matches: ReadonlyMap<InboxId, CaseMatch>;
  readonly renderPicture: (item: InboxItem) => ReactNode;
  readonly hintOf?: ((item: InboxItem) => string | undefined) | undefined;
}) {
  const { t } = useTranslation();
  const { selected, select, toggle, askWhere } = useInboxStore();
  const [focused, setFocused] = useState(0);
  const anchor = useRef(0);
  const box = useRef<HTMLDivElement>(null);
  const held = useHeldTile(items);

  const onPick = (id: InboxId, event: MouseEvent): void => {
    const at = items.findIndex((one) => one.id === id);
    setFocused(at);
    if (event.shiftKey) {
      const [from, to] = [Math.min(anchor.current, at), Math.max(anchor.current, at)];
      select(items.slice(from, to + 1).map((one) => one.id));
      return;
    }
    anchor.current = at;
    if (event.ctrlKey || event.metaKey || selected.has(id)) toggle(id);
    else select([id]);
  };

  /** What has the focus is what is chosen; Shift widens the choice from where it began. */
  const move = (to: number, widen: boolean): void => {
    const at = Math.min(items.length - 1, Math.max(0, to));
    setFocused(at);
    if (!widen) anchor.current = at;
    const [from, end] = [Math.min(anchor.current, at), Math.max(anchor.current, at)];
    select(items.slice(from, end + 1).map(({ id }) => id));
    box.current?.querySelectorAll<HTMLElement>('[data-inbox-id]')[at]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const here = items[focused]?.id;
    const chosen = selected.size > 0 ? [...selected] : here === undefined ? [] : [here];
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key.toLowerCase() === 'a') select(items.map(({ id }) => id));
    else if (ctrl) return;
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') move(focused + 1, event.shiftKey);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(focused - 1, event.shiftKey);
    else if (event.key === 'Home') move(0, event.shiftKey);
    else if (event.key === 'End') move(items.length - 1, event.shiftKey);
    else if (event.key === ' ' && here !== undefined) toggle(here);
    else if (event.key.toLowerCase() === 'm' && chosen.length > 0) askWhere(chosen);
    else if (event.key === 'Enter' && chosen.length > 0) fileWhereTold(chosen, matches, askWhere);
    else if (event.key === 'Delete' && chosen.length > 0) void putAway(chosen);
    else if (event.key === 'Escape') select([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      className="inbox-grid"
      role="listbox"
      aria-multiselectable
      aria-label={t('inbox.title')}
      onKeyDown={onKeyDown}
      {...held}
    >
      {items.map((item, index) => (
        <InboxTile
          key={item.id}
          item={item}
          picture={renderPicture(item)}
          hint={hintOf?.(item)}
          match={matches.get(item.id)}
          selected={selected.has(item.id)}
          focusable={index === Math.min(focused, items.length - 1)}
          onPick={onPick}
        />
      ))}
    </div>
  );
}

/** Files each piece into the case it names; for those that name none the seller is asked. */
export function fileWhereTold(
  ids: readonly InboxId[],
  matches: ReadonlyMap<InboxId, CaseMatch>,
  askWhere: (ids: readonly InboxId[]) => void,
): void {
  const groups = new Map<string, { readonly match: CaseMatch; readonly ids: InboxId[] }>();
  const unknown: InboxId[] = [];
  for (const id of ids) {
    const match = matches.get(id);
    if (match === undefined) {
      unknown.push(id);
      continue;
    }
    const group = groups.get(match.item.id) ?? { match, ids: [] };
    group.ids.push(id);
    groups.set(match.item.id, group);
  }
  for (const group of groups.values()) void fileItems(group.ids, group.match.item);
  if (unknown.length > 0) askWhere(unknown);
}
