import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import { makeCaseInput } from './make-case-input';

/** A case as it lies in the database, for pure code; give only what a test is about. */
export function makeCase(part: Partial<Case> = {}): Case {
  return {
    ...makeCaseInput(),
    id: '01KAJ000000000000000000001' as CaseId,
    caseNo: '20261121-001',
    status: 'open',
    typedDue: {},
    answered: {},
    sample: false,
    createdAt: 0,
    updatedAt: 0,
    closedAt: null,
    deletedAt: null,
    ...part,
  };
}
