import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { warmCheckers } from '../../workers/check';
import { readClipboardHint } from './clipboard-hint';
import { collectFiles } from './collect-files';
import { IntakePanel } from './intake-panel';
import { handlePaste } from './paste';
import { fileTarget, routeFiles } from './route-files';
import './intake.css';

/** Text may be dragged into fields; everything else dropped on the page would replace the app by the file or link. */
function isText(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return !types.includes('Files') && !types.includes('text/uri-list');
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Tells the browser that the window takes this, so that it does not open the file or link in its place. */
function accept(event: DragEvent): void {
  event.preventDefault();
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = carriesFiles(event) ? 'copy' : 'none';
}

/**
 * Makes the whole window take files: drop them anywhere, paste them anywhere. Mounted once by the app. Shows where they
 * will go while they hover, and what became of them afterwards.
 */
export function DropZone() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child comes before leaving its parent, so the two are counted.
    let depth = 0;
    const onEnter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      // A form that takes pictures itself says where they go.
      if (event.target instanceof Element && event.target.closest('[data-takes-files]') !== null) {
        depth = 0;
        setOver(false);
        return;
      }
      // Taken from the first event on: when the page moves under the pointer, the browser may send no other before the drop.
      accept(event);
      if (depth === 0) warmCheckers();
      depth += 1;
      setOver(true);
    };
    const onLeave = (): void => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    // While something is dragged the pointer itself is silent: when it moves, nothing hovers any more.
    const onMove = (): void => {
      if (depth > 0) setOver(false);
      depth = 0;
    };
    const onOver = (event: DragEvent): void => {
      if (!isText(event)) accept(event);
    };
    const onDrop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (isText(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null && carriesFiles(event)) {
        const words = event.dataTransfer.getData('text/plain');
        const readHint = words === '' ? readClipboardHint : () => Promise.resolve(words.slice(0, 60));
        void collectFiles(event.dataTransfer, 'drop').then((found) => routeFiles(found, readHint));
      }
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    document.addEventListener('paste', handlePaste);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', handlePaste);
    };
  }, []);
  return (
    <>
      {over ? <DropHint /> : null}
      <IntakePanel />
    </>
  );
}

function DropHint() {
  const { t } = useTranslation();
  const screen = useScreen();
  const target = fileTarget(screen);
  const caseId = target.kind === 'case' ? target.caseId : null;
  const item = useLive(() => (caseId === null ? Promise.resolve(undefined) : getCase(caseId)), [caseId]);
  return (
    <div className="evidence-drop-hint" role="status">
      <div className="evidence-drop-words">
        {caseId === null ? (
          <strong>{t('evidence.dropNewCase')}</strong>
        ) : (
          <>
            <strong>{t('evidence.dropIntoCase')}</strong>
            <span className="evidence-drop-case">
              <span className="mono">{item?.caseNo ?? ''}</span>{' '}
              <bdi className="ellipsis">{item?.buyerId ?? ''}</bdi>
            </span>
          </>
        )}
      </div>
    </div>
  );
}
