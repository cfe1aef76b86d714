import { memo, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { startDrag } from './drag-items';
import { fileItems } from './file-items';
import { useInboxStore } from './inbox-store';
import type { CaseMatch } from '../../data/case-match';
import type { InboxId } from '#shared/domain/ids';
import type { InboxItem } from '#shared/domain/inbox';

export type InboxTileProps = {
  readonly item: InboxItem;
  readonly picture: ReactNode;
  /** Says that it looks like a picture of a case. */
  readonly hint: string | undefined;
  readonly match: CaseMatch | undefined;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly onPick: (id: InboxId, event: MouseEvent) => void;
};

/** One waiting file: picture, its own name, and the case it seems to belong to, which one click accepts. */
export const InboxTile = memo(function InboxTile(props: InboxTileProps) {
  const { item, picture, hint, match, selected, focusable, onPick } = props;
  const { t } = useTranslation();
  const { id, originalName } = item;
  const name = originalName === '' ? t('inbox.nameless') : originalName;
  return (
    <div className="inbox-cell">
      <div
        role="option"
        aria-selected={selected}
        aria-label={name}
        tabIndex={focusable ? 0 : -1}
        className={selected ? 'inbox-tile on' : 'inbox-tile'}
        data-inbox-id={id}
        title={[name, item.folder, isoMinute(item.receivedAt), hint ?? '']
          .filter((line) => line !== '')
          .join('\n')}
        draggable
        onDragStart={({ dataTransfer }) => {
          const chosen = useInboxStore.getState().selected;
          startDrag(dataTransfer, chosen.has(id) ? [...chosen] : [id]);
        }}
        onClick={(event) => {
          onPick(id, event);
        }}
        onKeyDown={undefined}
      >
        <span className="inbox-frame">
          {picture}
          {hint === undefined ? null : <span className="inbox-alike">{t('evidence.alikeBadge')}</span>}
        </span>
        <bdi className="inbox-name ellipsis">{name}</bdi>
      </div>
      {match === undefined ? (
        <span className="inbox-source ink-3 ellipsis">
          {/* Where it lay says more than that it was rescued. */}
          {item.source === 'kept' ? item.folder : t(`domain.evidenceSource.${item.source}`)}
        </span>
      ) : (
        <button
          type="button"
          className="inbox-match"
          tabIndex={-1}
          title={t(`inbox.by.${match.by}`, { caseNo: match.item.caseNo, buyerId: match.item.buyerId })}
          onClick={() => {
            void fileItems([id], match.item);
          }}
        >
          → <bdi className="ellipsis">{match.item.buyerId}</bdi>
          <span className="mono">{match.item.caseNo.slice(-3)}</span>
        </button>
      )}
    </div>
  );
});
