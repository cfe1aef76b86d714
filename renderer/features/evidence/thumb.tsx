import { useTranslation } from 'react-i18next';
import { viewability } from '#shared/domain/file-check';
import { useThumb } from '../../data/use-thumb';
import { FileIcon, PlayIcon } from '../../ui/icons';
import { typeWord } from './file-facts';
import { useBlobSource } from './use-blob-source';
import type { Evidence } from '#shared/domain/evidence';

/** What a small picture needs to know of a file, filed or not. */
type Shown = Pick<
  Evidence,
  'sha256' | 'kind' | 'mime' | 'width' | 'height' | 'fileName' | 'originalName' | 'turns'
>;

/** A piece of evidence as a small picture; where none can be made, what it is and what it was called. */
export function Thumb({ item }: { readonly item: Shown }) {
  const blob = useThumb(item.sha256);
  const source = useBlobSource(blob);
  if (blob !== null && blob !== undefined) {
    const turns = item.turns ?? 0;
    const className = turns === 0 ? 'evidence-thumb' : `evidence-thumb turn-${turns}`;
    return <img ref={source} className={className} alt="" draggable={false} />;
  }
  const pending = blob === undefined && ['picture', 'converted'].includes(viewability(item));
  return <Placeholder item={item} pending={pending} />;
}

/** An honest stand-in: icon, type and original name; says when a picture is too large to be shown. */
export function Placeholder({ item, pending = false }: { readonly item: Shown; readonly pending?: boolean }) {
  const { t } = useTranslation();
  const how = viewability(item);
  return (
    <span className={pending ? 'evidence-placeholder pending' : 'evidence-placeholder'}>
      {item.kind === 'video' ? <PlayIcon /> : <FileIcon />}
      <span className="evidence-placeholder-type">
        {how === 'tooLarge' ? t('evidence.tooLargeShort') : typeWord(item)}
      </span>
      <bdi className="ellipsis">{item.originalName}</bdi>
    </span>
  );
}
