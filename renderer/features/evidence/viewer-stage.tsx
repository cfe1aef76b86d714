import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { viewability, type Viewability } from '#shared/domain/file-check';
import { Placeholder } from './thumb';
import { useShownPicture } from './use-shown-picture';
import { useBlobSource } from './use-blob-source';
import { useBox } from './use-box';
import { ViewerPicture } from './viewer-picture';
import { ViewerWaiting } from './viewer-waiting';
import { canPan, fitView, panBy, zoomBy, type Box, type Point, type View } from './zoom';
import type { Evidence } from '#shared/domain/evidence';

/** What the viewer's keys and buttons do to the picture. `pan` says whether there was anything to move. */
export type StageControls = {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly full: () => void;
  /** The video on the stage, null when it shows something else. */
  readonly video: () => HTMLVideoElement | null;
  readonly pan: (by: Point) => boolean;
};

const keyZoom = 1.25;
const middle: Point = { x: 0, y: 0 };

/** The original on the stage: picture, video, sound, or an honest placeholder that says why it is not shown. */
export function ViewerStage({
  item,
  blob,
  ref,
  turns,
  onZoomed,
}: {
  readonly item: Evidence;
  readonly blob: Blob | null;
  readonly ref: Ref<StageControls>;
  /** Quarter turns to the right; for the eye only. */
  readonly turns: number;
  /** Told the zoom in percent, null when there is nothing to zoom. */
  readonly onZoomed: (percent: number | null) => void;
}) {
  const { t } = useTranslation();
  const how = viewability(item);
  const source = useBlobSource(blob);
  const preview = useShownPicture(item, blob);
  const [bad, setBad] = useState<Blob | null>(null);
  // Bytes that were brought back are other bytes.
  const refused = bad !== null && bad === blob;
  const [size, setSize] = useState<Box | null>(null);
  const [view, setView] = useState<View | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const stage = useBox(frame);
  const [turned, setTurned] = useState(turns);
  // Held another way, the old zoom and place mean nothing.
  if (turned !== turns) {
    setTurned(turns);
    setView(null);
  }
  const picture = size === null || turns % 2 === 0 ? size : { width: size.height, height: size.width };
  const shown = view ?? fitView(stage, picture ?? stage);
  const percent = picture === null ? null : Math.round(shown.zoom * 100);

  useEffect(() => {
    onZoomed(percent);
  }, [onZoomed, percent]);

  const zoom = (factor: number, at: Point = middle): void => {
    if (picture !== null) setView(zoomBy(shown, factor, at, stage, picture));
  };
  const pan = (by: Point): boolean => {
    if (picture === null || !canPan(shown, stage, picture)) return false;
    setView(panBy(shown, by, stage, picture));
    return true;
  };
  useImperativeHandle(ref, () => ({
    zoomIn: () => {
      zoom(keyZoom);
    },
    zoomOut: () => {
      zoom(1 / keyZoom);
    },
    fit: () => {
      setView(null);
    },
    full: () => {
      zoom(1 / shown.zoom);
    },
    video: () => frame.current?.querySelector('video') ?? null,
    pan,
  }));

  const refuse = (): void => {
    setBad(blob);
  };
  const isPicture = how === 'picture' || how === 'converted';
  const shows = !refused && !preview.refused && (isPicture || how === 'video' || how === 'audio');
  return (
    <div ref={frame} className="evidence-stage">
      {!shows ? (
        <div className="evidence-stage-none">
          <Placeholder item={item} />
          <p>{t(reasonKey(how))}</p>
        </div>
      ) : null}
      {shows && isPicture && blob !== null && preview.blob === null ? <ViewerWaiting item={item} /> : null}
      {shows && preview.blob !== null && isPicture ? (
        <ViewerPicture
          blob={preview.blob}
          alt={item.fileName}
          view={shown}
          turns={turns}
          picture={picture}
          onLoad={setSize}
          onRefuse={refuse}
          onZoom={zoom}
          onPan={pan}
          onToggle={(at) => {
            if (view === null && shown.zoom < 1) zoom(1 / shown.zoom, at);
            else setView(null);
          }}
        />
      ) : null}
      {shows && blob !== null && how === 'video' ? (
        <video ref={source} controls aria-label={item.fileName} onError={refuse}>
          <track kind="captions" />
        </video>
      ) : null}
      {shows && blob !== null && how === 'audio' ? (
        <audio ref={source} controls aria-label={item.fileName} onError={refuse}>
          <track kind="captions" />
        </audio>
      ) : null}
    </div>
  );
}

/** Why there is nothing to see. Something that should be seen and is not is damaged, or of an unusual kind. */
function reasonKey(how: Viewability): string {
  if (how === 'tooLarge') return 'evidence.tooLarge';
  return how === 'none' ? 'evidence.noPreview' : 'evidence.notShown';
}
