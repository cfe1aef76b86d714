import { useEffect, useState } from 'react';
import { database } from './database';
import { watch } from './live';
import type { Sha256 } from '#shared/domain/ids';

type Take = (blob: Blob | null) => void;

/** Who waits for which small picture. */
const wanted = new Map<Sha256, Set<Take>>();
let stopWatching: (() => void) | null = null;
let planned = false;

/** All that wait are looked up with one live reading: one for each of a hundred tiles would be told of every change. */
function watchWanted(): void {
  planned = false;
  stopWatching?.();
  stopWatching = null;
  if (wanted.size === 0) return;
  stopWatching = watch(readWanted, deliver, () => undefined);
}

function planWatch(): void {
  if (planned) return;
  planned = true;
  queueMicrotask(watchWanted);
}

type Found = ReadonlyMap<Sha256, Blob | null>;

async function readWanted(): Promise<Found> {
  const records = await database().thumbs.bulkGet([...wanted.keys()]);
  return new Map(
    records.flatMap((one) => (one === undefined ? [] : [[one.sha256 as Sha256, one.blob] as const])),
  );
}

function deliver(found: Found): void {
  for (const [sha256, blob] of found) {
    const takers = wanted.get(sha256);
    wanted.delete(sha256);
    for (const take of takers ?? []) take(blob);
  }
  if (wanted.size === 0) planWatch();
}

/** Calls `take` with a small picture as soon as there is one, once. Returns how to wait no longer. */
function want(sha256: Sha256, take: Take): () => void {
  const takers = wanted.get(sha256);
  if (takers === undefined) {
    wanted.set(sha256, new Set([take]));
    planWatch();
  } else takers.add(take);
  return () => {
    const left = wanted.get(sha256);
    left?.delete(take);
    if (left?.size === 0) wanted.delete(sha256);
    if (wanted.size === 0) planWatch();
  };
}

/** A stored small picture, once; null when there is none. */
export async function readThumb(sha256: Sha256): Promise<Blob | null> {
  return (await database().thumbs.get(sha256))?.blob ?? null;
}

/** A stored small picture: undefined while there is none yet, null when there is nothing to show. */
export function useThumb(sha256: Sha256): Blob | null | undefined {
  const [state, setState] = useState<{ readonly sha256: Sha256; readonly blob: Blob | null }>();
  useEffect(
    () =>
      want(sha256, (blob) => {
        setState({ sha256, blob });
      }),
    [sha256],
  );
  return state?.sha256 === sha256 ? state.blob : undefined;
}
