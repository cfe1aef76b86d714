import { toReportCase, type ReportCase } from '#shared/reports/reasons';
import { makeCase } from '../../helpers/make-case';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** Names as the window makes them, of three reasons. */
export const names = new Map([
  ['质量问题', 'quality'],
  ['quality fault', 'quality'],
  ['破损', 'damage'],
]);

/** A case as the figures see it; ids are `a1`, `a2` … */
export function reportCase(id: string, part: Partial<Case> = {}): ReportCase {
  return toReportCase(makeCase({ id: id as CaseId, ...part }), names);
}

export const closing = {
  outcome: 'settled',
  statedReason: '',
  realReason: '',
  shares: [],
  satisfaction: null,
  satisfactionNote: '',
  ruleQuote: '',
  improvement: '',
  at: 0,
} as const;
