import { fileFromInbox, setPutAway } from '../../data/inbox-repository';
import { now } from '../../platform/clock';
import { report, tell, warn } from '../../state/toast-store';
import { useInboxStore } from './inbox-store';
import type { Case } from '#shared/domain/case';
import type { InboxId } from '#shared/domain/ids';

type Target = Pick<Case, 'id' | 'caseNo' | 'buyerId'>;

/** Files pieces of the inbox into a case, and says so. What a case had already is said too. */
export async function fileItems(ids: readonly InboxId[], target: Target): Promise<void> {
  useInboxStore.setState(({ selected }) => ({
    selected: new Set([...selected].filter((id) => !ids.includes(id))),
    moving: null,
  }));
  try {
    const outcomes = await fileFromInbox(ids, target.id, now());
    const had = outcomes.filter(({ outcome }) => outcome === 'already').length;
    const { caseNo, buyerId } = target;
    if (outcomes.length > had) tell('inbox.filed', { count: outcomes.length - had, caseNo, buyerId });
    if (had > 0) warn('inbox.hadAlready', { count: had, caseNo });
  } catch (error) {
    report(error, () => {
      void fileItems(ids, target);
    });
  }
}

/** Puts files away from the inbox; they can be brought back. */
export async function putAway(ids: readonly InboxId[]): Promise<void> {
  try {
    await setPutAway(ids, now());
    useInboxStore.getState().select([]);
    tell('inbox.putAwayDone', { count: ids.length });
  } catch (error) {
    report(error);
  }
}

/** Brings files back that were put away. */
export async function bringBack(ids: readonly InboxId[]): Promise<void> {
  await setPutAway(ids, null).catch(report);
}
