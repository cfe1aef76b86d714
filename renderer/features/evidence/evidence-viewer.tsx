import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { getEvidence } from '../../data/evidence-repository';
import { useLive } from '../../data/use-live';
import { saveOriginal } from './save-original';
import { useFocusTrap } from './use-focus-trap';
import { useOriginal } from './use-original';
import { ViewerFacts } from './viewer-facts';
import { ViewerStage, type StageControls } from './viewer-stage';
import './evidence.css';
import './viewer.css';
import type { EvidenceId } from '#shared/domain/ids';

const panStep = 80;

/**
 * Shows evidence over the whole window from its original bytes, which are hashed again each time. Arrow keys go on or,
 * when zoomed in, move the picture; Page Up and Page Down always go on; + - 0 1 zoom, R turns, Esc closes.
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
  const [at, setAt] = useState(index);
  const id = ids[at];
  const item = useLive(() => getEvidence(id === undefined ? [] : [id]), [id])?.[0];
  const original = useOriginal(item);
  const controls = useRef<StageControls>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const dialog = useFocusTrap();
  const go = useCallback(
    (step: number): void => {
      setAt((now) => Math.min(ids.length - 1, Math.max(0, now + step)));
    },
    [ids.length],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    // The keys of the screen below are not meant while this lies over it.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || isMedia(event.target)) {
      if (event.key === 'Escape') onClose();
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
    const action = {
      Escape: onClose,
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
      r: stage?.turn,
      R: stage?.turn,
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
      <header className="evidence-viewer-bar">
        <bdi className="ellipsis bold" title={item?.fileName}>
          {item?.fileName ?? ''}
        </bdi>
        <span className="ink-3">{t('evidence.position', { at: at + 1, count: ids.length })}</span>
        <span className="grow" />
        <ViewerButton
          label={t('evidence.previous')}
          sign="‹"
          hotkey="←"
          disabled={at <= 0}
          onClick={() => {
            go(-1);
          }}
        />
        <ViewerButton
          label={t('evidence.next')}
          sign="›"
          hotkey="→"
          disabled={at >= ids.length - 1}
          onClick={() => {
            go(1);
          }}
        />
        {percent === null ? null : (
          <>
            <ViewerButton
              label={t('evidence.zoomOut')}
              sign="−"
              hotkey="-"
              onClick={() => controls.current?.zoomOut()}
            />
            <span className="evidence-percent">{percent}%</span>
            <ViewerButton
              label={t('evidence.zoomIn')}
              sign="+"
              hotkey="+"
              onClick={() => controls.current?.zoomIn()}
            />
            <ViewerButton label={t('evidence.fit')} text hotkey="0" onClick={() => controls.current?.fit()} />
            <ViewerButton
              label={t('evidence.full')}
              text
              hotkey="1"
              onClick={() => controls.current?.full()}
            />
            <ViewerButton
              label={t('evidence.turn')}
              text
              hotkey="R"
              onClick={() => controls.current?.turn()}
            />
          </>
        )}
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
        <ViewerButton label={t('common.close')} text hotkey="Esc" onClick={onClose} />
      </header>
      {item === undefined ? null : (
        <div className="evidence-viewer-body">
          <ViewerStage key={item.id} item={item} blob={original.blob} ref={controls} onZoomed={setPercent} />
          <ViewerFacts item={item} integrity={original.integrity} />
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

function ViewerButton({
  label,
  sign,
  text = false,
  hotkey,
  disabled = false,
  onClick,
}: {
  readonly label: string;
  readonly sign?: string;
  readonly text?: boolean;
  readonly hotkey: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="btn small"
      aria-label={label}
      title={`${label} (${hotkey})`}
      disabled={disabled}
      onClick={onClick}
    >
      {text ? label : sign}
      {text ? <kbd>{hotkey}</kbd> : null}
    </button>
  );
}
