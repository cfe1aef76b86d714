import { useMemo } from 'react';
import { listAlike, type Alike } from '../../data/likeness-repository';
import { useLive } from '../../data/use-live';
import { usePicturing } from './picturing-store';
import type { CaseId, Sha256 } from '#shared/domain/ids';

const none: ReadonlyMap<Sha256, Alike> = new Map();

/**
 * For each picture that looks like one of another case, the nearest of those. Not looked for while files come in or small pictures are made: all
 * of it would be read again with each of them.
 */
export function useAlike(
  items: readonly { readonly sha256: Sha256 }[],
  caseId: CaseId | null,
  busy: boolean,
): ReadonlyMap<Sha256, Alike> {
  const hashes = useMemo(() => items.map(({ sha256 }) => sha256), [items]);
  const picturing = usePicturing(({ on }) => on);
  const wait = busy || picturing;
  return useLive(() => (wait ? none : listAlike(hashes, caseId)), [hashes, caseId, wait]) ?? none;
}
