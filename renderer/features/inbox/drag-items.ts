import { getCase } from '../../data/case-repository';
import { report } from '../../state/toast-store';
import { fileItems } from './file-items';
import type { CaseId, InboxId } from '#shared/domain/ids';

/** Our own drags carry ids under this name; files from outside never do. */
const dragType = 'application/x-liudi-inbox';

/** Puts files of the inbox on a drag that begins. */
export function startDrag(transfer: DataTransfer, ids: readonly InboxId[]): void {
  transfer.setData(dragType, JSON.stringify(ids));
  transfer.effectAllowed = 'move';
}

function targetOf(event: DragEvent): HTMLElement | null {
  if (event.dataTransfer?.types.includes(dragType) !== true) return null;
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drop-case]') : null;
}

/** Lets every element that names a case (`data-drop-case`) take files of the inbox. Returns how to stop. */
export function listenForDrops(): () => void {
  let lit: HTMLElement | null = null;
  const light = (next: HTMLElement | null): void => {
    if (next === lit) return;
    lit?.removeAttribute('data-drop-over');
    next?.setAttribute('data-drop-over', '');
    lit = next;
  };
  const onOver = (event: DragEvent): void => {
    const target = targetOf(event);
    light(target);
    if (target === null) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move';
  };
  const onDrop = (event: DragEvent): void => {
    const caseId = targetOf(event)?.dataset['dropCase'];
    light(null);
    if (caseId === undefined) return;
    event.preventDefault();
    const ids = JSON.parse(event.dataTransfer?.getData(dragType) ?? '[]') as InboxId[];
    void fileInto(caseId as CaseId, ids);
  };
  const onEnd = (): void => {
    light(null);
  };
  document.addEventListener('dragover', onOver);
  document.addEventListener('drop', onDrop);
  document.addEventListener('dragend', onEnd);
  return () => {
    document.removeEventListener('dragover', onOver);
    document.removeEventListener('drop', onDrop);
    document.removeEventListener('dragend', onEnd);
  };
}

async function fileInto(caseId: CaseId, ids: readonly InboxId[]): Promise<void> {
  try {
    const item = await getCase(caseId);
    if (item !== undefined && ids.length > 0) await fileItems(ids, item);
  } catch (error) {
    report(error);
  }
}
