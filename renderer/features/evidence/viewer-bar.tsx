import { useTranslation } from 'react-i18next';
import type { StageControls } from './viewer-stage';
import type { ReactNode } from 'react';

/** The viewer's upper edge: name, place in the list, what can be done with the picture, and the way out. */
export function ViewerBar({
  name,
  at,
  count,
  percent,
  stage,
  onGo,
  onTurn,
  onAnnotate,
  onFrame,
  onStep,
  onClose,
  children,
}: {
  readonly name: string;
  readonly at: number;
  readonly count: number;
  /** Zoom; null when there is nothing to zoom. */
  readonly percent: number | null;
  readonly stage: () => StageControls | null;
  readonly onGo: (step: number) => void;
  readonly onTurn: () => void;
  /** Missing where the piece cannot be drawn on. */
  readonly onAnnotate: (() => void) | undefined;
  /** Missing where the piece is no video. */
  readonly onFrame: (() => void) | undefined;
  /** A video one picture back (-1) or on (1). */
  readonly onStep: (direction: number) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <header className="evidence-viewer-bar">
      <bdi className="ellipsis bold" title={name}>
        {name}
      </bdi>
      <span className="ink-3">{t('evidence.position', { at: at + 1, count })}</span>
      <span className="grow" />
      <ViewerButton
        label={t('evidence.previous')}
        sign="‹"
        hotkey="←"
        disabled={at <= 0}
        onClick={() => {
          onGo(-1);
        }}
      />
      <ViewerButton
        label={t('evidence.next')}
        sign="›"
        hotkey="→"
        disabled={at >= count - 1}
        onClick={() => {
          onGo(1);
        }}
      />
      {percent === null ? null : (
        <>
          <ViewerButton
            label={t('evidence.zoomOut')}
            sign="−"
            hotkey="-"
            onClick={() => stage()?.zoomOut()}
          />
          <span className="evidence-percent">{percent}%</span>
          <ViewerButton label={t('evidence.zoomIn')} sign="+" hotkey="+" onClick={() => stage()?.zoomIn()} />
          <ViewerButton label={t('evidence.fit')} text hotkey="0" onClick={() => stage()?.fit()} />
          <ViewerButton label={t('evidence.full')} text hotkey="1" onClick={() => stage()?.full()} />
          <ViewerButton label={t('evidence.turn')} text hotkey="R" onClick={onTurn} />
        </>
      )}
      {onAnnotate === undefined ? null : (
        <ViewerButton label={t('annotate.open')} text hotkey="A" onClick={onAnnotate} />
      )}
      {onFrame === undefined ? null : (
        <>
          <ViewerButton
            label={t('annotate.frameBack')}
            sign="⟨"
            hotkey=","
            onClick={() => {
              onStep(-1);
            }}
          />
          <ViewerButton
            label={t('annotate.frameOn')}
            sign="⟩"
            hotkey="."
            onClick={() => {
              onStep(1);
            }}
          />
          <ViewerButton label={t('annotate.frame')} text hotkey="C" onClick={onFrame} />
        </>
      )}
      {children}
      <ViewerButton label={t('common.close')} text hotkey="Esc" onClick={onClose} />
    </header>
  );
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
