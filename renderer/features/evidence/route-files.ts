import { useScreen } from '../../state/screen-store';
import { warn } from '../../state/toast-store';
import { rememberSource, type Incoming } from './incoming';
import { intakeFiles } from './intake';
import { addRejected } from './intake-store';
import type { CaseId } from '#shared/domain/ids';

/** Where files go that are dropped or pasted now: into the case on screen, or into the form for a new one. */
export type FileTarget = { readonly kind: 'case'; readonly caseId: CaseId } | { readonly kind: 'newCase' };

/** Works out the target from what is on screen. A form that lies over it and belongs to a case means that case. */
export function fileTarget({
  screen,
  caseId,
  overlay,
}: Pick<ReturnType<typeof useScreen.getState>, 'screen' | 'caseId' | 'overlay'>): FileTarget {
  if (overlay?.kind === 'newCase') return { kind: 'newCase' };
  if (overlay?.kind === 'slip') return { kind: 'case', caseId: overlay.caseId };
  if (overlay?.kind === 'wrongShipment' && overlay.caseId !== null)
    return { kind: 'case', caseId: overlay.caseId };
  return screen === 'cases' && caseId !== null ? { kind: 'case', caseId } : { kind: 'newCase' };
}

/** Sends files where they belong: straight into the case, or to the new-case form, which files them after saving. */
export function routeFiles({ files, rejected }: Incoming): void {
  addRejected(rejected);
  if (files.length === 0) {
    if (rejected.length === 0) warn('evidence.nothingFound');
    return;
  }
  const state = useScreen.getState();
  const target = fileTarget(state);
  if (target.kind === 'case') {
    void intakeFiles(target.caseId, files);
    return;
  }
  const waiting = state.overlay?.kind === 'newCase' ? state.overlay.files : [];
  state.showOverlay({ kind: 'newCase', files: [...waiting, ...rememberSource(files)] });
}
