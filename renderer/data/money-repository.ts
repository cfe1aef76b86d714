import { isOpenClaim, type Claim, type ClaimId, type ClaimInput } from '#shared/domain/claim';
import { parseYuan } from '#shared/domain/money';
import { shiftMonth } from '#shared/domain/month';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { AppError } from '#shared/errors';
import { claimDays, claimGuards } from '#shared/knowledge/claims';
import { closingActions } from '#shared/knowledge/gates/closing-actions';
import { caseTables, updateCase } from './case-repository';
import { database } from './database';
import { changeTables, nextOccurrence, recordEvent } from './deadline-repository';
import { gateTables, passGates } from './gate-repository';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { Cost, CostId } from '#shared/domain/cost';
import type { CaseId } from '#shared/domain/ids';
import type { Step } from '#shared/domain/playbook';

const dayMs = 86_400_000;

function mustBeMoney(fen: number): void {
  if (!Number.isSafeInteger(fen) || fen <= 0) throw new AppError('invalidInput', { what: 'amount' });
}

async function mustGet(id: CaseId): Promise<Case> {
  const item = await database().cases.get(id);
  if (item === undefined) throw new AppError('notFound', { what: 'case' });
  return item;
}

type CostInput = Pick<Cost, 'kind' | 'amountFen' | 'bearer' | 'note'>;

/** Writes a cost into the books without asking the gates; for the sample shop. Call inside a transaction. */
export async function keepCost({ id: caseId, sample }: Case, input: CostInput, now: number): Promise<void> {
  const note = input.note.trim();
  await database().costs.add({ ...input, note, id: makeId<'cost'>(now), caseId, at: now, sample });
  const { kind, amountFen, bearer } = input;
  await appendEvent(caseId, 'costAdded', { kind, amountFen, bearer, note }, now);
}

/**
 * Writes a cost of a case down (R2, R82, R156). One that a supplier or courier bears is charged to them: it passes the
 * gate that stands before that (R81, R87). Throws `gateClosed`, `invalidInput` for an amount that is none, `notFound`.
 */
export async function addCost(
  caseId: CaseId,
  input: CostInput,
  now: number,
  override?: string,
): Promise<void> {
  mustBeMoney(input.amountFen);
  const db = database();
  const tables = [...new Set([db.costs, db.cases, db.events, ...gateTables()])];
  await db.transaction('rw', tables, async () => {
    const item = await mustGet(caseId);
    await passGates(item, closingActions(item.type, [input.bearer]), override, now);
    await keepCost(item, input, now);
  });
}

/** Takes a cost out again; the history keeps both lines. */
export async function removeCost(id: CostId, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.costs, db.events], async () => {
    const cost = await db.costs.get(id);
    if (cost === undefined) return;
    await db.costs.delete(id);
    const { caseId, kind, amountFen, bearer, note } = cost;
    await appendEvent(caseId, 'costRemoved', { kind, amountFen, bearer, note }, now);
  });
}

/** Tables that writing a claim touches. */
function claimTables() {
  return [...new Set([database().claims, ...caseTables(), ...changeTables()])];
}

/** Writes a claim down, without asking any gate: for a step that has passed its own, and for the sample shop. */
export async function keepClaim(item: Case, input: ClaimInput, now: number): Promise<Claim> {
  const { against, askedFen } = input;
  const dueAt = input.dueAt > 0 ? input.dueAt : now + claimDays[against] * dayMs;
  const whom = input.whom.trim();
  const claim: Claim = {
    ...input,
    whom,
    note: input.note.trim(),
    dueAt,
    id: makeId<'claim'>(now),
    caseId: item.id,
    agreedFen: null,
    paidFen: null,
    state: 'filed',
    filedAt: now,
    settledAt: null,
    sample: item.sample,
  };
  await database().claims.add(claim);
  await appendEvent(item.id, 'claimFiled', { against, whom, amountFen: askedFen }, now);
  return claim;
}

/**
 * Files a claim against whoever caused the loss (R76, R87, R88, R160), through the gate that stands before it; the
 * step of the procedure is done by it. `reminder` is what the case has to do on the claim's day. Throws `gateClosed`, `invalidInput`, `notFound`.
 */
export async function fileClaim(
  caseId: CaseId,
  input: ClaimInput,
  now: number,
  { override, reminder = '' }: { readonly override?: string | undefined; readonly reminder?: string } = {},
): Promise<void> {
  mustBeMoney(input.askedFen);
  await database().transaction('rw', claimTables(), async () => {
    const item = await mustGet(caseId);
    const guard = claimGuards[input.against];
    const pass = { actions: guard === undefined ? [] : [guard], override };
    await recordEvent(caseId, nextOccurrence(item.events, 'claim.filed'), now, now, pass);
    const claim = await keepClaim(item, input, now);
    // The case asks for the answer on its day, unless something else is to be done before.
    if (item.status === 'open' && item.nextActionAt === null && reminder !== '')
      await updateCase(caseId, { nextAction: reminder, nextActionAt: claim.dueAt }, now);
  });
}

/**
 * The claim of a procedure's step that was filled in there: its event and gate are the step's own. Call inside a
 * transaction over {@link stepClaimTables}.
 */
export async function claimFromStep(
  item: Case,
  step: Step,
  values: Readonly<Record<string, string>>,
  now: number,
): Promise<void> {
  if (step.against === undefined) return;
  const askedFen = parseYuan(values['amount'] ?? '');
  if (askedFen === null || askedFen <= 0) return;
  const input = { against: step.against, whom: '', askedFen, verified: true, note: '', dueAt: 0 };
  await keepClaim(item, input, now);
}

/**
 * The sums of a step that are costs of its case (R92, R156, R161): what the shop gives, or the buyer takes over. Call
 * inside a transaction over {@link stepClaimTables}.
 */
export async function bookStepCosts(
  item: Case,
  step: Step,
  values: Readonly<Record<string, string>>,
  now: number,
): Promise<void> {
  for (const { field, kind, bearer } of step.books ?? []) {
    const amountFen = parseYuan(values[field] ?? '');
    if (amountFen === null || amountFen <= 0) continue;
    await keepCost(item, { kind, amountFen, bearer, note: step.title.zh }, now);
  }
}

/** Every open claim of a case against a party is refused (R161). Call inside a transaction over {@link stepClaimTables}. */
export async function refuseOpenClaims(
  caseId: CaseId,
  against: Claim['against'],
  now: number,
): Promise<void> {
  const claims = await database().claims.where('caseId').equals(caseId).toArray();
  for (const claim of claims)
    if (claim.against === against && isOpenClaim(claim)) await refuseClaim(claim.id, now);
}

/** Tables that the money of a step is written to. */
export function stepClaimTables() {
  return [database().claims, database().costs, database().events];
}

async function change(
  id: ClaimId,
  now: number,
  edit: (claim: Claim) => Pick<Claim, 'state'> & Partial<Claim>,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.claims, db.events], async () => {
    const claim = await db.claims.get(id);
    if (claim === undefined) throw new AppError('notFound', { what: 'claim' });
    const after = { ...claim, ...edit(claim) };
    await db.claims.put(after);
    const { against, whom, state } = after;
    const amountFen = after.paidFen ?? after.agreedFen ?? after.askedFen;
    await appendEvent(after.caseId, 'claimChanged', { against, whom, state, amountFen }, now);
  });
}

/** The other side agreed to an amount (fen). */
export function agreeClaim(id: ClaimId, agreedFen: number, now: number): Promise<void> {
  mustBeMoney(agreedFen);
  return change(id, now, () => ({ state: 'agreed', agreedFen }));
}

/** The money is here (fen). */
export function payClaim(id: ClaimId, paidFen: number, now: number): Promise<void> {
  mustBeMoney(paidFen);
  return change(id, now, () => ({ state: 'paid', paidFen, settledAt: now }));
}

/** The other side does not pay: what is left is the shop's (R161). */
export function refuseClaim(id: ClaimId, now: number): Promise<void> {
  return change(id, now, () => ({ state: 'refused', settledAt: now }));
}

/** A settled claim is open again: it was a slip. */
export function reopenClaim(id: ClaimId, now: number): Promise<void> {
  return change(id, now, ({ agreedFen }) => ({
    state: agreedFen === null ? 'filed' : 'agreed',
    paidFen: null,
    settledAt: null,
  }));
}

/** Costs and claims of a case, oldest first. */
export async function readMoneyOfCase(
  caseId: CaseId,
): Promise<{ readonly costs: readonly Cost[]; readonly claims: readonly Claim[] }> {
  const db = database();
  const [costs, claims] = await Promise.all([
    db.costs.where('caseId').equals(caseId).sortBy('at'),
    db.claims.where('caseId').equals(caseId).sortBy('filedAt'),
  ]);
  return { costs, claims };
}

/** The first instant of a month `YYYY-MM` and of the one after it, epoch ms. */
function monthBounds(month: string): readonly [number, number] {
  const next = shiftMonth(month, 1);
  return [fromShanghai(`${month}-01T00:00`) ?? 0, fromShanghai(`${next}-01T00:00`) ?? 0];
}

/** A month's costs, newest first, and every claim: the open ones by day, then the settled ones, newest first. */
export async function readLosses(
  month: string,
): Promise<{ readonly costs: readonly Cost[]; readonly claims: readonly Claim[] }> {
  const db = database();
  const [from, to] = monthBounds(month);
  const costs = await db.costs.where('at').between(from, to).reverse().toArray();
  const all = await db.claims.toArray();
  const open = all.filter(isOpenClaim).toSorted((a, b) => a.dueAt - b.dueAt);
  const settled = all
    .filter((one) => !isOpenClaim(one) && (one.settledAt ?? 0) >= from && (one.settledAt ?? 0) < to)
    .toSorted((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0));
  return { costs, claims: [...open, ...settled] };
}
