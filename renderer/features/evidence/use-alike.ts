import { useMemo } from 'react';
import { listAlike, type Alike } from '../../data/likeness-repository';
import { useLive } from '../../data/use-live';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId, Sha256 } from '#shared/domain/ids';

const none: ReadonlyMap<Sha256, Alike> = new Map();

/** For each picture that looks like one of another case, the nearest of those. Not looked for while files come in. */
export function useAlike(
  items: readonly Evidence[],
  caseId: CaseId,
  busy: boolean,
): ReadonlyMap<Sha256, Alike> {
  const hashes = useMemo(() => items.map(({ sha256 }) => sha256), [items]);
  return useLive(() => (busy ? none : listAlike(hashes, caseId)), [hashes, caseId, busy]) ?? none;
}
