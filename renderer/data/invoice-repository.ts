import { missingOf, noDetails, titleKindOf, type Invoice, type InvoiceDetails } from '#shared/domain/invoice';
import { areValuesFine } from '#shared/domain/step-values';
import { cleanTaxNumber } from '#shared/domain/tax-number';
import { viewSteps } from '#shared/domain/playbook-walk';
import { AppError } from '#shared/errors';
import {
  detailsFromSteps,
  invoiceType,
  kindAnswer,
  kindStep,
  stepValuesOf,
} from '#shared/knowledge/invoice-steps';
import { createCase, listCasesOfBuyer } from './case-repository';
import { readWalk } from './case-walk';
import { database } from './database';
import { answerStep, completeStep } from './step-repository';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { StepRecord } from './records';

/** Whether a case is a request for an invoice. */
export function isInvoiceCase({ type }: Pick<Case, 'type'>): boolean {
  return type === invoiceType;
}

function clean(details: InvoiceDetails): InvoiceDetails {
  const texts = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.normalize('NFC').trim() : value,
  ]);
  const tidy = Object.fromEntries(texts) as InvoiceDetails;
  return { ...tidy, titleKind: titleKindOf(tidy), taxNo: cleanTaxNumber(tidy.taxNo) };
}

/** What is known of an invoice: the form, else what was typed into the steps of its case (R104: never in two places). */
export function joinDetails(
  item: Pick<Case, 'amountFen'>,
  invoice: Invoice | undefined,
  steps: readonly StepRecord[],
): InvoiceDetails {
  if (invoice !== undefined) {
    const {
      id: _id,
      caseId: _caseId,
      createdAt: _from,
      updatedAt: _at,
      sample: _sample,
      ...details
    } = invoice;
    return details;
  }
  const answer = steps.find(({ stepId }) => stepId === kindStep)?.answer ?? null;
  const values = Object.fromEntries(steps.map((one) => [one.stepId, one.values]));
  return { ...noDetails, amountFen: item.amountFen, ...detailsFromSteps(answer, values) };
}

/** The particulars of a case's invoice; undefined when there is no such case, or it is about something else. */
export async function readInvoice(
  caseId: CaseId,
): Promise<{ readonly details: InvoiceDetails; readonly filled: boolean } | undefined> {
  const db = database();
  const item = await db.cases.get(caseId);
  if (item === undefined || !isInvoiceCase(item)) return undefined;
  const [invoice, steps] = await Promise.all([
    db.invoices.get(caseId),
    db.steps.where('caseId').equals(caseId).toArray(),
  ]);
  return { details: joinDetails(item, invoice, steps), filled: invoice !== undefined };
}

/** Another request for an invoice of the same order of the same buyer, open ones first. */
export async function findInvoiceOfOrder({
  platform,
  buyerId,
  orderNo,
}: Pick<Case, 'platform' | 'buyerId' | 'orderNo'>): Promise<Case | undefined> {
  if (orderNo === '') return undefined;
  const all = (await listCasesOfBuyer(platform, buyerId)).filter(
    (one) => isInvoiceCase(one) && one.orderNo === orderNo,
  );
  return all.find(({ status }) => status === 'open') ?? all[0];
}

/** Who asks for an invoice, and for what. */
export type InvoiceOrder = Pick<
  Case,
  'platform' | 'shopId' | 'buyerId' | 'orderNo' | 'product' | 'amountFen' | 'goods'
>;

/**
 * Opens a case for an invoice with its particulars, in one step (R67, R68): its procedure, clocks and alarms come with
 * the case. `words` is its next action. Throws as `createCase` and {@link saveInvoice} do.
 */
export async function openInvoice(
  order: InvoiceOrder,
  details: InvoiceDetails,
  words: string,
  now: number,
): Promise<Case> {
  const db = database();
  return db.transaction('rw', db.tables, async () => {
    const complete = missingOf(clean(details)).length === 0;
    const input = {
      ...order,
      type: invoiceType,
      description: '',
      liability: 'unknown' as const,
      waitingOn: complete ? ('us' as const) : ('buyer' as const),
      nextAction: words,
      nextActionAt: now + 86_400_000,
      events: {},
    };
    const item = await createCase(input, now);
    await saveInvoice(item.id, details, now);
    return item;
  });
}

/**
 * Keeps the particulars of an invoice (R67, R68) and ticks those steps of its case's procedure that they answer; all
 * or nothing. No more than was paid is invoiced (R105). Throws `notFound`, `invalidInput`.
 */
export async function saveInvoice(caseId: CaseId, details: InvoiceDetails, now: number): Promise<Invoice> {
  const db = database();
  return db.transaction('rw', db.tables, async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined || !isInvoiceCase(item)) throw new AppError('notFound', { what: 'case' });
    const tidy = clean(details);
    if (tidy.amountFen !== null && (tidy.amountFen < 0 || tidy.amountFen > (item.amountFen ?? Infinity)))
      throw new AppError('invalidInput', { what: 'amount' });
    const old = await db.invoices.get(caseId);
    const invoice: Invoice = {
      ...tidy,
      id: caseId,
      caseId,
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
      sample: item.sample,
    };
    await db.invoices.put(invoice);
    const data = { title: tidy.title, kind: tidy.kind, form: tidy.form, missing: missingOf(tidy).length };
    await appendEvent(caseId, 'invoiceSaved', data, now);
    if (item.status === 'open') await tickSteps(caseId, tidy, now);
    return invoice;
  });
}

/** Steps that a gate guards are left to the procedure, where its reason can be typed. */
async function tickSteps(caseId: CaseId, details: InvoiceDetails, now: number): Promise<void> {
  const before = await readWalk(caseId);
  const kind = before?.playbook.steps.find(({ id }) => id === kindStep);
  const option = kind?.options?.find(({ id }) => id === kindAnswer(details));
  const free = kind?.guard === undefined && option?.guard === undefined;
  if (option !== undefined && free && before?.facts.steps[kindStep]?.answer !== option.id)
    await answerStep(caseId, kindStep, option.id, now);
  const walk = await readWalk(caseId);
  if (walk === undefined) return;
  const here = viewSteps(walk.playbook, walk.facts, walk.record.since).map(({ step }) => step);
  for (const { step: id, values } of stepValuesOf(details)) {
    const step = here.find((one) => one.id === id);
    if (step === undefined || step.guard !== undefined) continue;
    const known = walk.values[id];
    const changed = (step.fields ?? []).some(
      (field) => (known?.[field.id] ?? '') !== (values[field.id] ?? ''),
    );
    const fine = areValuesFine(step, values, { now, paidFen: walk.item.amountFen });
    if (changed && fine) await completeStep(caseId, id, { values }, now);
  }
}
