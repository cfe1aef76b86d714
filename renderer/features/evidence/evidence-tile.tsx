import { memo } from 'react';
import { useTranslation } from 'react-i18next';
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
};

/** Each new piece makes the whole list be read anew; tiles that show the same are left alone. */
function isSame(before: TileProps, after: TileProps): boolean {
  const fields = ['id', 'fileName', 'originalName', 'kind', 'sha256'] as const;
  return (
    before.focusable === after.focusable &&
    before.onOpen === after.onOpen &&
    fields.every((field) => before.item[field] === after.item[field])
  );
}

function Tile({ item, focusable, onOpen }: TileProps) {
  const { t } = useTranslation();
  const kind = t(`domain.evidenceKind.${item.kind}`);
  return (
    <button
      type="button"
      className="evidence-tile"
      data-evidence-id={item.id}
      data-sha256={item.sha256}
      tabIndex={focusable ? 0 : -1}
      title={`${item.fileName}\n${t('evidence.originalName')}: ${item.originalName}`}
      onClick={() => {
        onOpen(item);
      }}
    >
      <span className="evidence-frame">
        <Thumb item={item} />
        <span className="evidence-kind">{kind}</span>
      </span>
      <span className="evidence-caption">
        <ArchiveName name={item.fileName} />
        <span className="evidence-size">{sizeWords(item.size)}</span>
      </span>
    </button>
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
