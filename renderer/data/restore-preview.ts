import { AppError } from '#shared/errors';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';
import type { Shop } from '#shared/domain/shop';
import type { TimelineEvent } from '#shared/domain/timeline';
import { database } from './database';
import { eachStaged, stagedOf } from './restore-staging';
import { findBrokenLink } from './timeline-repository';
import type { CaseRecord } from './records';

/**
 * A case of the archive beside the same case here. `missing`: not here. `same`. `newerThere`: went on after it was
 * here. `newerHere`: went on here. `apart`: both went on, each in its own way.
 */
export type CaseStanding = 'missing' | 'same' | 'newerThere' | 'newerHere' | 'apart';

export type CasePreview = Pick<
  CaseRecord,
  'id' | 'caseNo' | 'platform' | 'buyerId' | 'product' | 'status' | 'createdAt' | 'updatedAt'
> & {
  readonly files: number;
  readonly standing: CaseStanding;
  /** The history in the archive is not what was written: its chain does not hold. */
  readonly altered: boolean;
};

export type RestorePreview = {
  readonly shops: readonly string[];
  readonly cases: readonly CasePreview[];
  /** Cases that are here and not in the archive: a whole restore takes them away. */
  readonly onlyHere: readonly Pick<CaseRecord, 'id' | 'caseNo' | 'buyerId' | 'updatedAt'>[];
};

/** Compares the staged archive with what is here, case by case. Reads only. */
export async function previewRestore(
  total: number,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<RestorePreview> {
  const shops: string[] = [];
  await eachStaged<Shop>('shops', (rows) => {
    shops.push(...rows.map(({ name }) => name));
  });
  const cases: CasePreview[] = [];
  await eachStaged<CaseRecord>('cases', async (rows) => {
    if (signal.aborted) throw new AppError('cancelled');
    cases.push(...(await Promise.all(rows.map(previewCase))));
    onProgress(cases.length, total);
  });
  const there = new Set<string>(cases.map(({ id }) => id));
  const onlyHere = (
    await database()
      .cases.filter((one) => !there.has(one.id))
      .toArray()
  )
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, caseNo, buyerId, updatedAt }) => ({ id, caseNo, buyerId, updatedAt }));
  cases.sort((a, b) => b.createdAt - a.createdAt);
  return { shops, cases, onlyHere };
}

async function previewCase(record: CaseRecord): Promise<CasePreview> {
  const { id, caseNo, platform, buyerId, product, status, createdAt, updatedAt } = record;
  const there = await stagedEvents(id);
  const files = (await stagedOf<Evidence>('evidence', id)).filter(
    ({ deletedAt }) => deletedAt === null,
  ).length;
  return {
    id,
    caseNo,
    platform,
    buyerId,
    product,
    status,
    createdAt,
    updatedAt,
    files,
    standing: await standingOf(record, there),
    altered: findBrokenLink(there) !== null,
  };
}

/** A staged case's history, oldest first. */
export async function stagedEvents(caseId: string): Promise<readonly TimelineEvent[]> {
  return [...(await stagedOf<TimelineEvent>('events', caseId))].sort((a, b) => a.seq - b.seq);
}

/** How a case of the archive stands to the one here: whoever's history holds the other's whole history is newer. */
export async function standingOf(
  { id, updatedAt }: Pick<CaseRecord, 'id' | 'updatedAt'>,
  there: readonly TimelineEvent[],
): Promise<CaseStanding> {
  const { cases, events } = database();
  const here = await cases.get(id);
  if (here === undefined) return 'missing';
  const lastHere = await events.where('[caseId+seq]').between([id, 0], [id, Infinity]).last();
  const lastThere = there.at(-1);
  const [seqHere, seqThere] = [lastHere?.seq ?? 0, lastThere?.seq ?? 0];
  if (seqHere < seqThere) {
    return seqHere === 0 || there[seqHere - 1]?.hash === lastHere?.hash ? 'newerThere' : 'apart';
  }
  if (seqHere > seqThere) {
    const then = await hashAt(id, seqThere);
    return seqThere === 0 || then === lastThere?.hash ? 'newerHere' : 'apart';
  }
  if (lastHere?.hash !== lastThere?.hash) return 'apart';
  if (here.updatedAt === updatedAt) return 'same';
  return here.updatedAt > updatedAt ? 'newerHere' : 'newerThere';
}

async function hashAt(caseId: CaseId, seq: number): Promise<string | undefined> {
  return (await database().events.where('[caseId+seq]').equals([caseId, seq]).first())?.hash;
}
