import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeWords } from './file-facts';
import { Thumb } from './thumb';
import type { Alike } from '../../data/likeness-repository';
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
  /** Where a click opens: a box that selects. */
  readonly onToggle?: (item: Evidence) => void;
  /** A picture of another case that looks nearly the same. */
  readonly alike?: Alike | undefined;
};

/** Each new piece makes the whole list be read anew; tiles that show the same are left alone. */
function isSame(before: TileProps, after: TileProps): boolean {
  const fields = ['id', 'fileName', 'originalName', 'kind', 'sha256', 'turns'] as const;
  return (
    before.focusable === after.focusable &&
    before.selected === after.selected &&
    before.onOpen === after.onOpen &&
    before.onSelect === after.onSelect &&
    before.onToggle === after.onToggle &&
    before.alike?.fileName === after.alike?.fileName &&
    before.item.verdict?.state === after.item.verdict?.state &&
    fields.every((field) => before.item[field] === after.item[field])
  );
}

function Tile({ item, focusable, selected = false, alike, onOpen, onSelect, onToggle }: TileProps) {
  const { t } = useTranslation();
  const kind = t(`domain.evidenceKind.${item.kind}`);
  const hint =
    alike === undefined
      ? ''
      : `\n${t('evidence.alikeTip', { caseNo: alike.caseNo, fileName: alike.fileName })}`;
  const tile = (
    <button
      type="button"
      className={selected ? 'evidence-tile selected' : 'evidence-tile'}
      aria-pressed={onSelect === undefined ? undefined : selected}
      data-evidence-id={item.id}
      data-sha256={item.sha256}
      tabIndex={focusable ? 0 : -1}
      title={`${item.fileName}\n${t('evidence.originalName')}: ${item.originalName}${hint}`}
      onClick={(event) => {
        // Enter and Space press a button too; they count no clicks.
        if (onSelect === undefined || event.detail === 0) onOpen(item);
        else onSelect(item, event);
      }}
      onDoubleClick={() => {
        if (onSelect !== undefined && onToggle === undefined) onOpen(item);
      }}
    >
      <span className="evidence-frame">
        <Thumb item={item} />
        <span className="evidence-kind">{kind}</span>
        <Badges item={item} alike={alike} />
      </span>
      <span className="evidence-caption">
        <ArchiveName name={item.fileName} />
        <span className="evidence-size">{sizeWords(item.size)}</span>
      </span>
    </button>
  );
  if (onToggle === undefined) return tile;
  return (
    <div className="evidence-cell">
      {tile}
      <input
        type="checkbox"
        className="evidence-select"
        // Ctrl and Space do the same from the tile.
        tabIndex={-1}
        checked={selected}
        aria-label={t('archive.select', { name: item.fileName })}
        onChange={() => {
          onToggle(item);
        }}
      />
    </div>
  );
}

/** What one should know before using a piece: a copy made here, accepted, asked again, much like one elsewhere. */
function Badges({ item, alike }: { readonly item: Evidence; readonly alike: Alike | undefined }) {
  const { t } = useTranslation();
  const verdict = item.verdict?.state;
  if (item.derivedFrom === undefined && verdict === undefined && alike === undefined) return null;
  return (
    <span className="evidence-badges">
      {alike === undefined ? null : <span className="alike">{t('evidence.alikeBadge')}</span>}
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
