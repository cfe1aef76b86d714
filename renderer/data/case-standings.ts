import { statusOf, viewSteps } from '#shared/domain/playbook-walk';
import { getCase, getCases, listCaseIds, type CaseFilter, type CaseSort } from './case-repository';
import { database } from './database';
import { playbookOf } from './playbook-repository';
import { readFacts } from './walk-facts';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { ProcedureStatus } from '#shared/domain/playbook';

/** What the list of cases can be narrowed to, with what only a case's procedure knows. */
export type CaseListFilter = CaseFilter & {
  /** A case type of the seller's own, by the key of its procedure; `type` is the one it is like. */
  readonly playbook?: string | undefined;
  /** Where the thing a case of this type is about stands (R104): the id of one of its procedure's states. */
  readonly standing?: string | undefined;
};

/** How many cases stand in one of the states of their procedure. */
export type StandingCount = { readonly status: ProcedureStatus; readonly count: number };

/** Cases whose history is read at once: each asks the database half a dozen times. */
const readAtOnce = 40;

async function standingOf(item: Case): Promise<ProcedureStatus | null> {
  const playbook = await playbookOf(item);
  if (playbook.statuses === undefined) return null;
  const [facts, walk] = await Promise.all([readFacts(item), database().walks.get(item.id)]);
  const finished = viewSteps(playbook, facts, walk?.since ?? {}).filter(({ state }) => state !== 'open');
  return statusOf(playbook, { finished })?.status ?? null;
}

/** Where the thing a case is about stands (R104); null when there is no such case, or its procedure knows no states. */
export async function readStanding(id: CaseId): Promise<ProcedureStatus | null> {
  const item = await getCase(id);
  return item === undefined ? null : standingOf(item);
}

/** Cases with where the thing each of them is about stands (R104). Not inside a transaction. */
export async function withStanding(
  cases: readonly Case[],
): Promise<{ readonly id: CaseId; readonly status: ProcedureStatus | null }[]> {
  const found: { readonly id: CaseId; readonly status: ProcedureStatus | null }[] = [];
  for (let from = 0; from < cases.length; from += readAtOnce) {
    const some = cases.slice(from, from + readAtOnce);
    found.push(
      ...(await Promise.all(some.map(async (item) => ({ id: item.id, status: await standingOf(item) })))),
    );
  }
  return found;
}

async function ownTypeOnly(ids: readonly CaseId[], playbook: string | undefined): Promise<readonly Case[]> {
  const cases = await getCases(ids);
  return playbook === undefined ? cases : cases.filter((item) => item.playbook === playbook);
}

/** Ids of the cases that pass a filter, in order; see {@link listCaseIds}. Not inside a transaction. */
export async function listShownCaseIds(
  { playbook, standing, ...filter }: CaseListFilter,
  sort: CaseSort,
): Promise<CaseId[]> {
  const ids = await listCaseIds(filter, sort);
  if (playbook === undefined && standing === undefined) return ids;
  const cases = await ownTypeOnly(ids, playbook);
  if (standing === undefined) return cases.map(({ id }) => id);
  const all = await withStanding(cases);
  return all.flatMap(({ id, status }) => (status?.id === standing ? [id] : []));
}

/**
 * The states of the procedure of the chosen type with how many of the listed cases stand in each, as a register of
 * invoices would say it (R104). Empty while no type is chosen, or its procedure knows no states.
 */
export async function countStandings({
  playbook,
  standing: _standing,
  ...filter
}: CaseListFilter): Promise<StandingCount[]> {
  if (filter.type === undefined) return [];
  const { statuses = [] } = await playbookOf({
    type: filter.type,
    ...(playbook === undefined ? {} : { playbook }),
  });
  if (statuses.length === 0) return [];
  const all = await withStanding(await ownTypeOnly(await listCaseIds(filter, 'createdAt'), playbook));
  return statuses.map((status) => ({
    status,
    count: all.filter((one) => one.status?.id === status.id).length,
  }));
}
