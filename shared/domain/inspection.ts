import type { CaseId, EvidenceId, Id } from './ids';

export type InspectionId = Id<'inspection'>;

/** Classes of goods with a standard of their own for "intact" (R154). */
export const productClasses = [
  'general',
  'clothing',
  'electronics',
  'sealed',
  'fresh',
  'digital',
  'custom',
  'large',
] as const;
export type ProductClass = (typeof productClasses)[number];

/** How the goods came back: as new, opened, used, damaged. */
export const grades = ['new', 'opened', 'used', 'damaged'] as const;
export type Grade = (typeof grades)[number];

/** Passed, passed with a deduction agreed, or not. */
export const verdicts = ['pass', 'deduct', 'fail'] as const;
export type Verdict = (typeof verdicts)[number];

export const checkMarks = ['ok', 'bad', 'none'] as const;
export type CheckMark = (typeof checkMarks)[number];

/** What was found when goods came back (R41). Money is integer fen. */
export type Inspection = {
  readonly id: InspectionId;
  readonly caseId: CaseId;
  readonly productClass: ProductClass;
  readonly grade: Grade;
  /** Checklist item id to mark; `none` where it does not fit this product. */
  readonly checks: Readonly<Record<string, CheckMark>>;
  readonly verdict: Verdict;
  readonly deductionFen: number;
  readonly note: string;
  readonly evidence: readonly EvidenceId[];
  readonly at: number;
};

export type InspectionInput = Omit<Inspection, 'id' | 'at'>;
export type InspectionProblem = 'checks' | 'deduction' | 'reason';

/**
 * What keeps an inspection from being saved: an item without a mark, a deduction that is missing, out of place or
 * above what was paid, or a bad finding without a word about it.
 */
export function findInspectionProblems(
  input: InspectionInput,
  items: readonly { readonly id: string }[],
  paidFen: number | null,
): readonly InspectionProblem[] {
  const { deductionFen, verdict } = input;
  const wrongMoney =
    !Number.isSafeInteger(deductionFen) ||
    deductionFen < 0 ||
    (verdict === 'deduct') !== deductionFen > 0 ||
    (paidFen !== null && deductionFen > paidFen);
  return [
    ...(items.some(({ id }) => input.checks[id] === undefined) ? (['checks'] as const) : []),
    ...(wrongMoney ? (['deduction'] as const) : []),
    ...(verdict !== 'pass' && input.note.trim() === '' ? (['reason'] as const) : []),
  ];
}

/** The verdict the marks suggest; the seller decides. */
export function suggestVerdict(checks: InspectionInput['checks'], grade: Grade): Verdict {
  if (Object.values(checks).includes('bad') || grade === 'damaged') return 'fail';
  return 'pass';
}
