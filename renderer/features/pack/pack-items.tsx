import { Checkbox, Input } from 'antd';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useThumb } from '../../data/use-thumb';
import { FileIcon } from '../../ui/icons';
import { isPicture } from './fit-evidence';
import { useSource } from './use-source';
import { movePiece, type PackDraft, type Piece } from './pack-draft';
import type { EvidenceId, Sha256 } from '#shared/domain/ids';
import type { PackFormat } from '#shared/knowledge/pack-formats';

type Row = { readonly piece: Piece; readonly caption: string };
type Props = {
  readonly pieces: readonly Row[];
  readonly draft: PackDraft;
  readonly limits: PackFormat['limits'];
  readonly onChange: (part: Partial<PackDraft>) => void;
};

/** Marks a drag as one of ours: files dragged in from outside belong to the window's drop zone. */
const dragType = 'application/x-liudi-piece';

/** The pieces in their order: drag or Alt+arrows move, the box takes in or leaves out, the line below is the caption. */
export function PackItems({ pieces, draft, limits, onChange }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState<EvidenceId | null>(null);
  const order = pieces.map(({ piece }) => piece.item.id);
  const move = (id: EvidenceId, to: number): void => {
    onChange({ order: movePiece(order, id, to) });
  };
  const onKeyDown = (event: KeyboardEvent, id: EvidenceId): void => {
    const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0) : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    move(id, order.indexOf(id) + step);
  };
  const onDrop = (event: DragEvent, id: EvidenceId): void => {
    setOver(null);
    const dragged = event.dataTransfer.getData(dragType);
    if (dragged === '' || dragged === id) return;
    event.preventDefault();
    move(dragged as EvidenceId, order.indexOf(id));
  };
  const onSheetOnly = draft.clean === true && draft.originals !== true;
  const used = pieces.filter(({ piece }) => piece.fate === 'picture').length;
  return (
    <section aria-label={t('pack.items')}>
      <div className="pack-items-head">
        <strong>{t('pack.items')}</strong>
        <span className="chip wait">{t('pack.used', { used, limit: limits.pictures.value })}</span>
        <span className="grow" />
        {pieces.length < 2 ? null : (
          <span className="ink-3">
            {t('pack.moveHint')} <kbd>Alt ↑ ↓</kbd>
          </span>
        )}
      </div>
      {pieces.length === 0 ? <p className="empty">{t('pack.noPieces')}</p> : null}
      <ol className="pack-items" hidden={pieces.length === 0}>
        {pieces.map(({ piece, caption }) => (
          <li
            key={piece.item.id}
            className={`pack-item ${piece.fate}${over === piece.item.id ? ' over' : ''}`}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(dragType, piece.item.id);
              event.dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(dragType)) return;
              event.preventDefault();
              setOver(piece.item.id);
            }}
            onDragLeave={() => {
              setOver(null);
            }}
            onDrop={(event) => {
              onDrop(event, piece.item.id);
            }}
            onKeyDown={(event) => {
              onKeyDown(event, piece.item.id);
            }}
          >
            <Checkbox
              checked={piece.fate !== 'out'}
              aria-label={t('pack.include', { name: piece.item.fileName })}
              onChange={(event) => {
                onChange({ chosen: { ...draft.chosen, [piece.item.id]: event.target.checked } });
              }}
            />
            <span className="pack-number mono">{piece.number === 0 ? '–' : piece.number}</span>
            <PackThumb sha256={piece.item.sha256} />
            <div className="pack-item-words">
              <Input
                size="small"
                aria-label={t('pack.caption', { name: piece.item.fileName })}
                maxLength={300}
                value={caption}
                disabled={piece.fate === 'out'}
                onChange={(event) => {
                  onChange({ captions: { ...draft.captions, [piece.item.id]: event.target.value } });
                }}
              />
              <span className="ink-3 ellipsis">
                {t(
                  `pack.fate.${onSheetOnly && piece.fate === 'over' && isPicture(piece.item) ? 'overClean' : piece.fate}`,
                )}
                {piece.copyOf === undefined ? '' : ` · ${t('pack.isCopy')}`}
                {piece.hasCopy ? ` · ${t('pack.hasCopy')}` : ''} · <bdi>{piece.item.fileName}</bdi>
              </span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function PackThumb({ sha256 }: { readonly sha256: Sha256 }) {
  const blob = useThumb(sha256);
  const source = useSource(blob);
  if (blob === undefined || blob === null)
    return (
      <span className="pack-thumb">
        <FileIcon />
      </span>
    );
  return <img ref={source} className="pack-thumb" alt="" draggable={false} />;
}
