import { matchFiles, type CaseMatch } from '../../data/case-match';
import { useProposal } from '../../state/proposal-store';
import { useScreen } from '../../state/screen-store';
import { report, warn } from '../../state/toast-store';
import { intakeFiles, intakeToInbox } from './intake';
import { addRejected } from './intake-store';
import type { CaseId, InboxId } from '#shared/domain/ids';
import type { Incoming, IncomingFile } from './incoming';

/** Where files go that are dropped or pasted now: into the case on screen, or where the seller says. */
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

/**
 * Sends files where they belong: straight into the case on screen. Without one they go into the inbox first, where no
 * crash can take them, and then to the case their names tell, after one yes, or to the new-case form.
 * @param readHint reads short text that lies on the clipboard: often the buyer's or the order's
 */
export async function routeFiles(
  { files, rejected }: Incoming,
  readHint: () => Promise<string> = () => Promise.resolve(''),
): Promise<void> {
  addRejected(rejected);
  if (files.length === 0) {
    if (rejected.length === 0) warn('evidence.nothingFound');
    return;
  }
  const state = useScreen.getState();
  const target = fileTarget(state);
  if (target.kind === 'case') return intakeFiles(target.caseId, files);
  if (state.overlay?.kind === 'newCase') {
    await intakeToInbox(files, { waitsFor: 'form', hint: '', quiet: true });
    return;
  }
  const hint = await readHint();
  const matches = await findCases(files, hint);
  if (matches.some((one) => one !== undefined)) propose(files, hint, matches);
  else {
    state.showOverlay({ kind: 'newCase' });
    await intakeToInbox(files, { waitsFor: 'form', hint, quiet: true });
  }
}

/** The best case for each file. Recognising is a help: when it fails, files come in all the same. */
async function findCases(files: readonly IncomingFile[], hint: string): Promise<(CaseMatch | undefined)[]> {
  try {
    const words = files.map(({ file, folder = '' }) => ({ name: file.name, folder, hint }));
    return (await matchFiles(words)).map(([best]) => best);
  } catch (error) {
    report(error);
    return [];
  }
}

function propose(
  files: readonly IncomingFile[],
  hint: string,
  matches: readonly (CaseMatch | undefined)[],
): void {
  const taken = intakeToInbox(files, { waitsFor: null, hint });
  const groups = new Map<CaseId, { readonly match: CaseMatch; readonly at: number[] }>();
  for (const [at, match] of matches.entries()) {
    if (match === undefined) continue;
    const group = groups.get(match.item.id) ?? { match, at: [] };
    group.at.push(at);
    groups.set(match.item.id, group);
  }
  useProposal.getState().set({
    groups: [...groups.values()].map(({ match, at }) => ({
      ...match,
      files: at.map((index) => files[index]?.file.name ?? ''),
      ids: taken.then((ids) =>
        at.flatMap((index): readonly InboxId[] => {
          const id = ids[index];
          return id === undefined || id === null ? [] : [id];
        }),
      ),
    })),
    others: matches.filter((one) => one === undefined).length,
  });
}
