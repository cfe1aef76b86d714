import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteEvidence } from './delete-evidence';
import { sizeWords } from './file-facts';
import { Thumb } from './thumb';
import type { Evidence } from '#shared/domain/evidence';

/**
 * One piece of evidence in a grid: picture, kind, archive name, size. The original name is in the tooltip. Only the
 * tile with `focusable` is reached by Tab; the arrow keys of its grid go on from there.
 */
export const EvidenceTile = memo(Tile, isSame);

type TileProps = {
  readonly item: Evidence;
  readonly focusable: boolean;
  readonly onOpen: (item: Evidence) => void;
  /** Where pieces can be selected: a click selects, a double click or a key opens. */
  readonly selected?: boolean;
  readonly onSelect?: (item: Evidence, event: MouseEvent) => void;
};

/** Each new piece makes the whole list be read anew; tiles that show the same are left alone. */
function isSame(before: TileProps, after: TileProps): boolean {
  const fields = ['id', 'fileName', 'originalName', 'kind', 'sha256', 'turns'] as const;
  return (
    before.focusable === after.focusable &&
    before.selected === after.selected &&
    before.onOpen === after.onOpen &&
    before.onSelect === after.onSelect &&
    before.item.verdict?.state === after.item.verdict?.state &&
    fields.every((field) => before.item[field] === after.item[field])
  );
}

function Tile({ item, focusable, selected = false, onOpen, onSelect }: TileProps) {
  const { t } = useTranslation();
  const kind = t(`domain.evidenceKind.${item.kind}`);
  return (
    <button
      type="button"
      className={selected ? 'evidence-tile selected' : 'evidence-tile'}
      aria-pressed={onSelect === undefined ? undefined : selected}
      data-evidence-id={item.id}
      data-sha256={item.sha256}
      tabIndex={focusable ? 0 : -1}
      title={`${item.fileName}\n${t('evidence.originalName')}: ${item.originalName}`}
      onClick={(event) => {
        // Enter and Space press a button too; they count no clicks.
        if (onSelect === undefined || event.detail === 0) onOpen(item);
        else onSelect(item, event);
      }}
      onDoubleClick={() => {
        if (onSelect !== undefined) onOpen(item);
      }}
      onKeyDown={(event) => {
        // Where several can be selected, the grid deletes them.
        if (event.key !== 'Delete' || onSelect !== undefined) return;
        event.preventDefault();
        void deleteEvidence([item.id]);
      }}
    >
      <span className="evidence-frame">
        <Thumb item={item} />
        <span className="evidence-kind">{kind}</span>
        <Badges item={item} />
      </span>
      <span className="evidence-caption">
        <ArchiveName name={item.fileName} />
        <span className="evidence-size">{sizeWords(item.size)}</span>
      </span>
    </button>
  );
}

/** What one should know before using a piece: a copy made here, accepted, asked again. */
function Badges({ item }: { readonly item: Evidence }) {
  const { t } = useTranslation();
  const verdict = item.verdict?.state;
  if (item.derivedFrom === undefined && verdict === undefined) return null;
  return (
    <span className="evidence-badges">
      {item.derivedFrom === undefined ? null : <span>{t(`annotate.badge.${item.derivedFrom.how}`)}</span>}
      {verdict === undefined ? null : <span className={verdict}>{t(`check.badge.${verdict}`)}</span>}
    </span>
  );
}

/** The end of a name tells pieces of one buyer apart, so the beginning gives way when there is no room. */
function ArchiveName({ name }: { readonly name: string }) {
  const end = /_[^_]*_[^_]*$/.exec(name)?.index ?? name.length;
  return (
    <span className="evidence-name">
      <bdi className="ellipsis">{name.slice(0, end)}</bdi>
      <span>{name.slice(end)}</span>
    </span>
  );
}
