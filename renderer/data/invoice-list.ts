import { missingOf, type InvoiceDetails, type InvoiceField } from '#shared/domain/invoice';
import { invoiceType } from '#shared/knowledge/invoice-steps';
import { getCases, listCaseIds } from './case-repository';
import { withStanding } from './case-standings';
import { readWalk, type CaseWalk } from './case-walk';
import { database } from './database';
import { joinDetails } from './invoice-repository';
import { playbookOf } from './playbook-repository';
import type { Case, CaseStatus } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { ProcedureStatus, Step } from '#shared/domain/playbook';

/** A line of the register of invoices. */
export type InvoiceRow = {
  readonly item: Case;
  readonly details: InvoiceDetails;
  /** Whether the form was ever saved. */
  readonly filled: boolean;
  readonly missing: readonly InvoiceField[];
  /** Where it stands by its case's procedure (R104); null when that knows no states. */
  readonly status: ProcedureStatus | null;
  /** Epoch ms of the platform's or the law's clock for us; null when none is known. */
  readonly dueAt: number | null;
};

/** The newest invoices that are listed at once: each asks the database several times. */
export const mostInvoices = 500;

/**
 * Requests for invoices whose cases are open or closed: those with a clock first, soonest first, then the newest. Reads
 * the cases' own states, so that a step done in a case shows here and the other way round (R104).
 */
export async function listInvoices(
  status: CaseStatus,
): Promise<{ readonly rows: readonly InvoiceRow[]; readonly all: number }> {
  const db = database();
  const ids = await listCaseIds({ status, type: invoiceType }, 'createdAt');
  const shown = ids.slice(0, mostInvoices);
  const cases = await getCases(shown);
  const [invoices, steps, deadlines, standings] = await Promise.all([
    db.invoices.bulkGet(shown),
    db.steps.where('caseId').anyOf(shown).toArray(),
    db.deadlines.where('caseId').anyOf(shown).toArray(),
    withStanding(cases),
  ]);
  const statusOf = new Map(standings.map((one) => [one.id, one.status]));
  const rows = cases.map((item): InvoiceRow => {
    const invoice = invoices.find((one) => one?.id === item.id);
    const details = joinDetails(
      item,
      invoice,
      steps.filter(({ caseId }) => caseId === item.id),
    );
    const due = deadlines
      .filter(({ caseId, state, actor }) => caseId === item.id && state === 'running' && isOurs(actor))
      .map(({ dueAt }) => dueAt);
    return {
      item,
      details,
      filled: invoice !== undefined,
      missing: missingOf(details),
      status: statusOf.get(item.id) ?? null,
      dueAt: due.length === 0 ? null : Math.min(...due),
    };
  });
  rows.sort(
    (a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || b.item.createdAt - a.item.createdAt || 0,
  );
  return { rows, all: ids.length };
}

function isOurs(actor: string): boolean {
  return actor === 'merchant' || actor === 'both';
}

/** How many requests for invoices are open. */
export function countOpenInvoices(): Promise<number> {
  return listCaseIds({ status: 'open', type: invoiceType }, 'createdAt').then((ids) => ids.length);
}

/** The states an invoice goes through, in order. */
export async function listInvoiceStates(): Promise<readonly ProcedureStatus[]> {
  return (await playbookOf({ type: invoiceType })).statuses ?? [];
}

/** What takes an invoice on to its next state: the step of its procedure, and its case's walk. */
export type NextState = { readonly status: ProcedureStatus; readonly step: Step; readonly walk: CaseWalk };

/**
 * The next state of an invoice that is not on a by-way such as voiding, which begins in the case; null when it has
 * none left, its case is closed, or a gate guards the step.
 */
export async function readNextState(caseId: CaseId): Promise<NextState | null> {
  const walk = await readWalk(caseId);
  if (walk === undefined || walk.item.status === 'closed') return null;
  const { statuses = [], steps, stages } = walk.playbook;
  const done = new Set(walk.walk.finished.map(({ step }) => step.id));
  const last = statuses.findLastIndex(({ after }) => after === undefined || done.has(after));
  const status = statuses[last + 1];
  const step = steps.find(({ id }) => id === status?.after);
  const isSide = stages.some(({ id, side }) => id === step?.stage && side === true);
  if (status === undefined || step === undefined || isSide || step.guard !== undefined) return null;
  return { status, step, walk };
}
