import { useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { getEvidence } from '../../data/evidence-repository';
import { setTurns } from '../../data/evidence-work-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { useFocusTrap } from './use-focus-trap';
import { useOriginal } from './use-original';
import { ViewerStage, type StageControls } from './viewer-stage';
import './evidence.css';
import './viewer.css';
import type { Evidence } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';
import type { Point } from './zoom';

const panStep = 80;
const steps: Readonly<Record<string, Point | undefined>> = {
  ArrowLeft: { x: panStep, y: 0 },
  ArrowRight: { x: -panStep, y: 0 },
  ArrowUp: { x: 0, y: panStep },
  ArrowDown: { x: 0, y: -panStep },
};

/** Two pieces side by side: what was sent and what came back. Keys zoom and move both at once; Esc closes. */
export function EvidenceCompare({
  ids,
  onClose,
}: {
  readonly ids: readonly [EvidenceId, EvidenceId];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useFocusTrap();
  const left = useRef<StageControls>(null);
  const right = useRef<StageControls>(null);
  const items = useLive(() => getEvidence(ids), [ids]);
  const both = (act: (stage: StageControls) => unknown): true => {
    for (const stage of [left.current, right.current]) if (stage !== null) act(stage);
    return true;
  };
  const run = (key: string): boolean => {
    const by = steps[key];
    if (by !== undefined) return both((stage) => stage.pan(by));
    switch (key) {
      case 'Escape':
      case ' ':
        onClose();
        return true;
      case '+':
      case '=':
        return both((stage) => {
          stage.zoomIn();
        });
      case '-':
        return both((stage) => {
          stage.zoomOut();
        });
      case '0':
        return both((stage) => {
          stage.fit();
        });
      case '1':
        return both((stage) => {
          stage.full();
        });
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ' && event.target !== event.currentTarget) return;
    if (run(event.key)) event.preventDefault();
  };
  return createPortal(
    <div
      ref={dialog}
      className="evidence-viewer"
      role="dialog"
      aria-modal="true"
      aria-label={t('archive.compare')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="evidence-viewer-bar">
        <strong>{t('archive.compare')}</strong>
        <span className="ink-3">{t('archive.compareKeys')}</span>
        <span className="grow" />
        <button type="button" className="btn small" onClick={onClose}>
          {t('common.close')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="evidence-compare">
        {items?.[0] === undefined ? null : <Side item={items[0]} stage={left} />}
        {items?.[1] === undefined ? null : <Side item={items[1]} stage={right} />}
      </div>
    </div>,
    document.body,
  );
}

function Side({
  item,
  stage,
}: {
  readonly item: Evidence;
  readonly stage: React.RefObject<StageControls | null>;
}) {
  const { t } = useTranslation();
  const { blob, integrity } = useOriginal(item);
  const [percent, setPercent] = useState<number | null>(null);
  return (
    <figure>
      <ViewerStage item={item} blob={blob} ref={stage} turns={item.turns ?? 0} onZoomed={setPercent} />
      <figcaption>
        <bdi className="bold ellipsis" title={item.fileName}>
          {item.fileName}
        </bdi>
        <span className="ink-2">{isoMinute(item.receivedAt)}</span>
        <span className={integrity === 'changed' || integrity === 'missing' ? 'compare-alarm' : 'ink-3'}>
          {t(`evidence.integrity.${integrity}`)}
        </span>
        <span className="grow" />
        {percent === null ? null : <span className="ink-3">{percent}%</span>}
        <button
          type="button"
          className="btn small"
          onClick={() => {
            setTurns(item.id, (item.turns ?? 0) + 1).catch(report);
          }}
        >
          {t('evidence.turn')}
        </button>
      </figcaption>
    </figure>
  );
}
