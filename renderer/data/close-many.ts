import { startShares, type BearerShare, type ClosingInput } from '#shared/domain/outcome';
import { toAppError, type AppErrorCode } from '#shared/errors';
import { closingActions } from '#shared/knowledge/gates/closing-actions';
import { getCase } from './case-repository';
import { readWalk } from './case-walk';
import { closeHere, closingTables, readClosingIssues, type ClosingIssue } from './close-case';
import { database } from './database';
import { readClosedGates } from './gate-repository';
import type { Case } from '#shared/domain/case';
import type { GateCheck } from '#shared/domain/gate-check';
import type { CaseId } from '#shared/domain/ids';
import type { Playbook } from '#shared/domain/playbook';

/** So many are closed in one go at most; each is looked at on its own. */
export const mostClosed = 200;

/** One of several cases that are to be closed together: what is open in it, and the gates that hold it. */
export type CloseRow = {
  readonly item: Case;
  readonly playbook: Playbook;
  readonly shares: readonly BearerShare[];
  readonly issues: readonly ClosingIssue[];
  readonly gates: readonly GateCheck[];
};

/** Reads what closing each of these cases would meet. Closed and deleted ones are left out. */
export async function readCloseRows(ids: readonly CaseId[]): Promise<CloseRow[]> {
  const rows: CloseRow[] = [];
  for (const id of ids.slice(0, mostClosed)) {
    const walk = await readWalk(id);
    if (walk?.item.status !== 'open') continue;
    const { item, playbook } = walk;
    const shares = startShares(item.liability, playbook.bearer);
    const bearers = shares.map(({ bearer }) => bearer);
    rows.push({
      item,
      playbook,
      shares,
      issues: await readClosingIssues(id),
      gates: await readClosedGates(id, closingActions(item.type, bearers)),
    });
  }
  return rows;
}

export type CloseOrder = {
  readonly id: CaseId;
  readonly input: ClosingInput;
  /** Keys of what the seller was shown. */
  readonly seen: readonly string[];
};
/** A case that stayed open, and why. */
export type LeftOpen = { readonly id: CaseId; readonly code: AppErrorCode };

/** What keeps one case open and lets the others be closed. */
const stays: ReadonlySet<AppErrorCode> = new Set(['gateClosed', 'closingOpen', 'invalidInput']);

/**
 * Closes several cases in one transaction, which is one step to take back. The gates hold for each: one that cannot be
 * closed stays open and is named; there is no passing a gate here.
 */
export async function closeMany(
  orders: readonly CloseOrder[],
  now: number,
): Promise<{ readonly closed: readonly CaseId[]; readonly left: readonly LeftOpen[] }> {
  const closed: CaseId[] = [];
  const left: LeftOpen[] = [];
  await database().transaction('rw', closingTables(), async () => {
    for (const { id, input, seen } of orders.slice(0, mostClosed)) {
      const item = await getCase(id);
      if (item?.status !== 'open') continue;
      try {
        await closeHere(item, input, now, { seen });
        closed.push(id);
      } catch (error) {
        const { code } = toAppError(error);
        if (!stays.has(code)) throw error;
        left.push({ id, code });
      }
    }
  });
  return { closed, left };
}
