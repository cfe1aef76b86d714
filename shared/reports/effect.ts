import type { QualityAction } from '../domain/report-records';
import type { ReportCase } from './reasons';

const dayMs = 86_400_000;
/** How far before and after an action cases are counted. */
export const effectDays = 30;

/** Cases of the same product and reason in the same number of days before and after an action was done (R118). */
export type Effect = {
  readonly before: number;
  readonly after: number;
  /** Whole days counted on each side: fewer than {@link effectDays} while they have not passed. */
  readonly days: number;
  readonly complete: boolean;
};

/** Null while an action is not done, or was done less than a day ago: nothing can be said yet. */
export function effectOf(
  { product, reason, doneAt }: Pick<QualityAction, 'product' | 'reason' | 'doneAt'>,
  cases: readonly ReportCase[],
  now: number,
): Effect | null {
  if (doneAt === null) return null;
  const days = Math.min(effectDays, Math.floor((now - doneAt) / dayMs));
  if (days < 1) return null;
  const span = days * dayMs;
  const same = cases.filter(
    (item) => item.product === product && (reason === '' || (item.found || item.stated) === reason),
  );
  return {
    before: same.filter(({ createdAt }) => createdAt >= doneAt - span && createdAt < doneAt).length,
    after: same.filter(({ createdAt }) => createdAt >= doneAt && createdAt < doneAt + span).length,
    days,
    complete: days === effectDays,
  };
}
