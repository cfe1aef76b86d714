import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { maxPixels } from '#shared/domain/file-check';
import { useBlobSource } from './use-blob-source';
import { type Point, type View, type Box } from './zoom';

/** A picture on the stage: wheel zooms where the pointer is, dragging moves, double click goes to full size and back. */
export function ViewerPicture({
  blob,
  alt,
  view,
  turns,
  picture,
  onLoad,
  onRefuse,
  onZoom,
  onPan,
  onToggle,
}: {
  readonly blob: Blob;
  readonly alt: string;
  readonly view: View;
  /** Quarter turns to the right; for the eye only. */
  readonly turns: number;
  /** Size in pixels, null until the header was read. */
  readonly picture: Box | null;
  readonly onLoad: (size: Box) => void;
  readonly onRefuse: () => void;
  readonly onZoom: (factor: number, at: Point) => void;
  readonly onPan: (by: Point) => void;
  readonly onToggle: (at: Point) => void;
}) {
  const { t } = useTranslation();
  const source = useBlobSource(blob);
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<Point | null>(null);
  const [dragging, setDragging] = useState(false);
  const fromMiddle = ({
    clientX,
    clientY,
  }: {
    readonly clientX: number;
    readonly clientY: number;
  }): Point => {
    const { left, top, width, height } = stage.current?.getBoundingClientRect() ?? {
      left: 0,
      top: 0,
      width: 0,
      height: 0,
    };
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY };
    setDragging(true);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current === null) return;
    onPan({ x: event.clientX - drag.current.x, y: event.clientY - drag.current.y });
    drag.current = { x: event.clientX, y: event.clientY };
  };
  const endDrag = (): void => {
    drag.current = null;
    setDragging(false);
  };
  return (
    <div
      ref={stage}
      className={dragging ? 'evidence-stage-picture dragging' : 'evidence-stage-picture'}
      role="group"
      aria-label={t('evidence.picture')}
      onWheel={(event) => {
        onZoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, fromMiddle(event));
      }}
      onDoubleClick={(event) => {
        onToggle(fromMiddle(event));
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
    >
      <img
        ref={source}
        alt={alt}
        draggable={false}
        // Not painted, so not decoded, until the decoder's own idea of the size is known.
        hidden={picture === null}
        style={{
          transform: `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${turns * 90}deg) scale(${view.zoom})`,
        }}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
          if (width * height > maxPixels) onRefuse();
          else onLoad({ width, height });
        }}
        onError={onRefuse}
      />
    </div>
  );
}
