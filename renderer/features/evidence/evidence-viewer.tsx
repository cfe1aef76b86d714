import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { viewability } from '#shared/domain/file-check';
import { getEvidence } from '../../data/evidence-repository';
import { setTurns } from '../../data/evidence-work-repository';
import { useLive } from '../../data/use-live';
import { report, tell, warn } from '../../state/toast-store';
import { toolOf, type Tool } from './annotate-marks';
import { AnnotateOriginal } from './annotate-original';
import { saveFrame } from './save-derived';
import { saveOriginal } from './save-original';
import { useFocusTrap } from './use-focus-trap';
import { deleteEvidence } from './delete-evidence';
import { useOriginal } from './use-original';
import { ViewerBar } from './viewer-bar';
import { ViewerFacts } from './viewer-facts';
import { ViewerStage, type StageControls } from './viewer-stage';
import './evidence.css';
import './viewer.css';
import type { Evidence } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';

const panStep = 80;
/** About one picture of a phone's video; `,` and `.` are what players use for it. */
const stepSeconds = 0.04;
const frameKeys: Readonly<Record<string, number | undefined>> = { ',': -1, '.': 1 };

/**
 * Shows evidence over the whole window from its original bytes, which are hashed again each time. Arrow keys go on or,
 * when zoomed in, move the picture; Page Up and Page Down always go on; + - 0 1 zoom, R turns (remembered, for the eye
 * only), A B T M C draw on a copy; in a video `,` and `.` go a picture back and on and C takes it; Esc closes.
 */
export function EvidenceViewer({
  ids,
  index,
  onClose,
}: {
  readonly ids: readonly EvidenceId[];
  readonly index: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [list, setList] = useState(ids);
  const [at, setAt] = useState(index);
  const id = list[at];
  const item = useLive(() => getEvidence(id === undefined ? [] : [id]), [id])?.[0];
  const original = useOriginal(item);
  const controls = useRef<StageControls>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [drawing, setDrawing] = useState<Tool | null>(null);
  const dialog = useFocusTrap();
  const go = useCallback(
    (step: number): void => {
      setAt((now) => Math.min(list.length - 1, Math.max(0, now + step)));
    },
    [list.length],
  );
  const how = item === undefined ? 'none' : viewability(item);
  const canDraw =
    (how === 'picture' || how === 'converted') && original.blob !== null && original.integrity !== 'missing';

  const turn = (): void => {
    if (item !== undefined) setTurns(item.id, (item.turns ?? 0) + 1).catch(report);
  };
  /** A copy that was just made is shown next to its original. */
  const showCopy = (copy: Evidence): void => {
    setList((all) => (all.includes(copy.id) ? all : all.toSpliced(at + 1, 0, copy.id)));
    setDrawing(null);
    setAt(list.includes(copy.id) ? list.indexOf(copy.id) : at + 1);
    dialog.current?.focus();
  };
  const frame = (): void => {
    const video = controls.current?.video() ?? null;
    if (item === undefined) return;
    if (video === null) {
      warn('annotate.noVideo');
      return;
    }
    video.pause();
    saveFrame(item, video)
      .then((copy) => {
        tell('annotate.saved', { name: copy.fileName });
        showCopy(copy);
      })
      .catch(report);
  };

  /** A video a little on or back, so that the right moment can be found by keys. */
  const stepVideo = (direction: number): boolean => {
    const video = controls.current?.video() ?? null;
    if (video === null) return false;
    video.pause();
    const end = Number.isFinite(video.duration) ? video.duration : video.currentTime;
    video.currentTime = Math.min(end, Math.max(0, video.currentTime + direction * stepSeconds));
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // A dialog opened from here lies elsewhere in the page and has its own keys, Escape first of all.
    if (!event.currentTarget.contains(event.target as Node)) return;
    // The keys of the screen below are not meant while this lies over it.
    event.stopPropagation();
    if (drawing !== null || event.defaultPrevented) return;
    if (isField(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isMedia(event.target)) {
      if (event.key === 'Escape') onClose();
      else if (isMedia(event.target) && event.key.toLowerCase() === 'c') frame();
      else if (isMedia(event.target) && frameKeys[event.key] !== undefined)
        stepVideo(frameKeys[event.key] ?? 0);
      return;
    }
    if (run(event.key, event.target === event.currentTarget)) event.preventDefault();
  };
  const run = (key: string, bare: boolean): boolean => {
    const stage = controls.current;
    const arrow = {
      ArrowLeft: [panStep, 0, -1],
      ArrowRight: [-panStep, 0, 1],
      ArrowUp: [0, panStep, 0],
      ArrowDown: [0, -panStep, 0],
    }[key];
    if (arrow !== undefined) {
      const [x = 0, y = 0, step = 0] = arrow;
      if (stage?.pan({ x, y }) !== true) go(step);
      return true;
    }
    const direction = frameKeys[key];
    if (direction !== undefined && how === 'video') return stepVideo(direction);
    const tool = toolOf(key);
    if (tool !== undefined && canDraw) {
      setDrawing(tool);
      return true;
    }
    if (tool === 'crop' && how === 'video') {
      frame();
      return true;
    }
    const action = {
      Escape: onClose,
      Delete: () => {
        if (id !== undefined) void deleteEvidence([id]);
        onClose();
      },
      PageUp: () => {
        go(-1);
      },
      PageDown: () => {
        go(1);
      },
      '+': stage?.zoomIn,
      '=': stage?.zoomIn,
      '-': stage?.zoomOut,
      '0': stage?.fit,
      '1': stage?.full,
      r: turn,
      R: turn,
      // On a button, Space presses it.
      ' ': bare ? onClose : undefined,
    }[key];
    action?.();
    return action !== undefined;
  };

  return createPortal(
    <div
      ref={dialog}
      className="evidence-viewer"
      role="dialog"
      aria-modal="true"
      aria-label={item?.fileName ?? t('evidence.viewer')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <ViewerBar
        name={item?.fileName ?? ''}
        at={at}
        count={list.length}
        percent={drawing === null ? percent : null}
        stage={() => controls.current}
        onGo={(step) => {
          setDrawing(null);
          go(step);
        }}
        onTurn={turn}
        onAnnotate={
          canDraw && drawing === null
            ? () => {
                setDrawing('arrow');
              }
            : undefined
        }
        onFrame={how === 'video' ? frame : undefined}
        onStep={stepVideo}
        onClose={onClose}
      >
        <button
          type="button"
          className="btn primary"
          disabled={item === undefined || original.blob === null || original.integrity === 'missing'}
          onClick={() => {
            if (item !== undefined && original.blob !== null)
              void saveOriginal(item, original.blob, original.integrity);
          }}
        >
          {t('evidence.saveOriginal')}
        </button>
      </ViewerBar>
      {item === undefined ? null : (
        <div className="evidence-viewer-body">
          {drawing !== null && original.blob !== null ? (
            <AnnotateOriginal
              key={`${item.id}${item.turns ?? 0}`}
              item={item}
              blob={original.blob}
              first={drawing}
              onLeave={() => {
                setDrawing(null);
                dialog.current?.focus();
              }}
              onSaved={showCopy}
            />
          ) : (
            <ViewerStage
              key={item.id}
              item={item}
              blob={original.blob}
              ref={controls}
              turns={item.turns ?? 0}
              onZoomed={setPercent}
            />
          )}
          <ViewerFacts
            item={item}
            integrity={original.integrity}
            onShow={(other) => {
              const known = list.indexOf(other);
              setDrawing(null);
              if (known === -1) setList(list.toSpliced(at + 1, 0, other));
              setAt(known === -1 ? at + 1 : known);
            }}
            onGone={() => {
              if (list.length === 1) onClose();
              else {
                setList(list.toSpliced(at, 1));
                setAt(Math.min(at, list.length - 2));
                dialog.current?.focus();
              }
            }}
          />
        </div>
      )}
    </div>,
    document.body,
  );
}

/** A video's own keys (arrows, Space) stay the video's. */
function isMedia(target: EventTarget): boolean {
  return target instanceof HTMLMediaElement;
}

/** Letters typed into a field mean text; Escape leaves the field, not the viewer. */
function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
