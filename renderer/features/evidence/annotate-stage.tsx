import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { maxPixels } from '#shared/domain/file-check';
import { turnedSize, type Mark, type Size, type Spot } from '../../workers/paint-marks';
import { markOfDrag, type Tool } from './annotate-marks';
import { AnnotateText } from './annotate-text';
import { BlurPreview, MarkDrawing } from './mark-drawing';
import { useBlobSource } from './use-blob-source';
import { useBox } from './use-box';
import { fitView, panBy, zoomBy, type View } from './zoom';

/** The picture with its marks as they will be in the copy; dragging draws with the chosen tool, the wheel zooms. */
export function AnnotateStage({
  blob,
  turns,
  tool,
  marks,
  picture,
  textAt,
  onPicture,
  onMark,
  onTextAt,
  onFocus,
  onRefuse,
}: {
  readonly blob: Blob;
  readonly turns: number;
  readonly tool: Tool;
  readonly marks: readonly Mark[];
  /** Size as it is seen, turned; null until the picture is there. */
  readonly picture: Size | null;
  readonly textAt: Spot | null;
  readonly onPicture: (size: Size) => void;
  readonly onMark: (mark: Mark) => void;
  readonly onTextAt: (at: Spot | null) => void;
  /** Gives the keys back to the tools. */
  readonly onFocus: () => void;
  readonly onRefuse: () => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const source = useBlobSource(blob);
  const stage = useBox(frame);
  const [view, setView] = useState<View | null>(null);
  const [from, setFrom] = useState<Spot | null>(null);
  const [to, setTo] = useState<Spot | null>(null);
  const size = picture ?? stage;
  const shown = view ?? fitView(stage, size);
  const natural = turnedSize(size, turns);

  useEffect(() => {
    const node = frame.current;
    if (node === null) return undefined;
    // React listens to the wheel passively, so it could not keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = node.getBoundingClientRect();
      const at = { x: event.clientX - left - stage.width / 2, y: event.clientY - top - stage.height / 2 };
      const by = { x: -event.deltaX, y: -event.deltaY };
      setView(
        event.shiftKey
          ? panBy(shown, by, stage, size)
          : zoomBy(shown, event.deltaY < 0 ? 1.2 : 1 / 1.2, at, stage, size),
      );
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      node.removeEventListener('wheel', onWheel);
    };
  });

  const spotOf = ({ clientX, clientY }: PointerEvent): Spot => {
    const box = paper.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return { x: 0, y: 0 };
    return {
      x: ((clientX - box.left) / box.width) * size.width,
      y: ((clientY - box.top) / box.height) * size.height,
    };
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || picture === null || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    onFocus();
    if (tool === 'text') {
      onTextAt(spotOf(event));
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom(spotOf(event));
    setTo(spotOf(event));
  };
  const drawn = from === null || to === null ? null : markOfDrag(tool, from, to, size);
  const finish = (): void => {
    if (drawn !== null) onMark(drawn);
    setFrom(null);
    setTo(null);
  };
  const all = drawn === null ? marks : [...marks, drawn];

  return (
    <div ref={frame} className="annotate-stage" data-tool={tool}>
      <div
        ref={paper}
        className="annotate-paper"
        style={{
          width: size.width * shown.zoom,
          height: size.height * shown.zoom,
          transform: `translate(-50%, -50%) translate(${shown.x}px, ${shown.y}px)`,
        }}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          if (from !== null) setTo(spotOf(event));
        }}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        <img
          ref={source}
          alt=""
          draggable={false}
          hidden={picture === null}
          style={{
            width: natural.width * shown.zoom,
            height: natural.height * shown.zoom,
            transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
          }}
          onLoad={({ currentTarget }) => {
            const { naturalWidth: width, naturalHeight: height } = currentTarget;
            if (width * height > maxPixels) return onRefuse();
            setImage(currentTarget);
            return onPicture(turnedSize({ width, height }, turns));
          }}
          onError={onRefuse}
        />
        {picture === null ? null : (
          <>
            {all.map((mark, index) =>
              mark.kind === 'blur' && image !== null ? (
                <BlurPreview key={index} area={mark.area} picture={picture} image={image} turns={turns} />
              ) : null,
            )}
            <MarkDrawing marks={all} picture={picture} />
            {textAt === null ? null : (
              <AnnotateText
                at={textAt}
                picture={picture}
                zoom={shown.zoom}
                onDone={(text) => {
                  if (text !== '') onMark({ kind: 'text', at: textAt, text });
                  onTextAt(null);
                  onFocus();
                }}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
