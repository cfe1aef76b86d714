import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { ObjectRow } from '#shared/vault/exchange';
import {
  type Chain,
  checkLine,
  emptyChain,
  type JournalEntry,
  markTable,
  readMark,
} from '#shared/vault/journal';
import { countRows } from '#shared/vault/replay';
import { byNewest, type SnapshotHeader, type SnapshotRow } from '#shared/vault/snapshot';
import { listJournal } from './journal-file';
import { hasCode } from '../files/disk';
import { lockedTable, nameOf, newState, type Ordinal, type State, type Unseal } from './scan-state';
import { listSnapshots, noPace, type Pace, readSnapshot, type SnapshotPlace } from './snapshot-file';
import { readLineBatches } from './text-lines';
import { sha256Text, vaultNames } from './vault-folder';

export type ScanOptions = {
  /** Folders with further snapshots of the same shop: the second vault. */
  readonly moreSnapshots?: readonly string[];
  /** Whose rows are wanted; snapshots of another shop are left out. Null: whoever comes first. */
  readonly storeId?: string | null;
  /** Reads no further than this number: what is being appended meanwhile stays out. */
  readonly upTo?: number;
  /** Reads journal files that a snapshot covers too. */
  readonly wholeJournal?: boolean;
  /** Leaves out so many of the newest sound snapshots: to see that the older ones lead to the same rows. */
  readonly skip?: number;
  readonly pace?: Pace;
  /** Makes entries readable that were written with the app lock on; without it they are only counted. */
  readonly unseal?: Unseal;
};

const asItIs: Unseal = (entry) => entry;

export type VaultScan = {
  /** Newest snapshot that was sound; the journal after it was applied. */
  readonly base: (SnapshotPlace & { readonly header: SnapshotHeader; readonly sha256: string }) | null;
  /** Names of snapshots that are not what was written. */
  readonly badSnapshots: readonly string[];
  readonly storeId: string | null;
  /** Schema number the rows themselves tell. */
  readonly schema: number | null;
  readonly lastSeq: number;
  /** Hash of the last line, null when that line is damaged. */
  readonly chainHash: string | null;
  /** Whether nothing is missing: from a snapshot or a full copy on, every line to the end. */
  readonly complete: boolean;
  /** Whether rows that stand could not be read, for want of their key; nothing may be made out of the rest. */
  readonly locked: boolean;
  /** Journal lines read, and bytes. */
  readonly lines: number;
  readonly bytes: number;
  /** `file:line` of every line that is not what was written. */
  readonly badLines: readonly string[];
  /** Whether a sound snapshot or a full copy covers all of those. */
  readonly healed: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** Files the rows name. */
  readonly objects: ReadonlyMap<string, ObjectRow>;
  /** Reads everything a second time and gives each row as it stands at the end, deleted ones last. */
  readonly rows: () => AsyncGenerator<SnapshotRow>;
};

type Segment = { readonly file: string; readonly first: number };

/**
 * Reads a vault: its newest sound snapshot and the journal after it; a damaged snapshot leads to the one before. Only
 * where each row lies is kept in memory. Nothing is changed on the disk.
 */
export async function scanVault(root: string, options: ScanOptions = {}): Promise<VaultScan> {
  const { upTo = Infinity, pace = noPace, unseal = asItIs } = options;
  let known = newState(unseal);
  const found = await findBase(root, options, (next) => (known = next));
  const { base, badSnapshots } = found;
  const state = known;
  const segments = await listSegments(root, options.wholeJournal === true ? 0 : (base?.seq ?? 0));
  const baseSeq = base?.seq ?? 0;
  // Without a snapshot the first line is taken at its word too: a cleaned vault begins with its newest full copy.
  let chain: Chain = { ...emptyChain, seq: baseSeq, hash: base?.header.chainHash ?? null };
  // Lines that the snapshot covers lead up to it: the first of them is taken at its word.
  if (base !== null && (segments[0]?.first ?? Infinity) <= baseSeq) chain = { seq: 0, hash: null, line: 0 };
  const badLines: string[] = [];
  /** Damage that no sound snapshot and no full copy makes up for. */
  let damage: 'none' | 'open' | 'copying' = 'none';
  let [lines, bytes, waiting, ended] = [0, 0, 0, false];

  const take = (text: string, file: string, from: Ordinal): boolean => {
    const step = checkLine(chain, text, sha256Text);
    if (step.entry !== null && step.entry.seq > upTo) return false;
    chain = step.chain;
    lines += 1;
    bytes += Buffer.byteLength(text) + 1;
    const strays = base !== null && step.entry?.seq === baseSeq && chain.hash !== base.header.chainHash;
    if (step.problem !== null || strays) {
      badLines.push(`${path.basename(file)}:${chain.line}`);
      waiting += 1;
    }
    if (step.entry === null) return true;
    // Only the next sound line tells whether the snapshot covers the damaged ones before it.
    const unlinked = step.problem?.reason === 'chain' && step.entry.seq > baseSeq;
    if (strays || unlinked || (waiting > 0 && step.entry.seq - 1 > baseSeq)) damage = 'open';
    waiting = 0;
    if (step.entry.seq <= baseSeq) return true;
    state.apply(step.entry, from);
    const mark = readMark(step.entry);
    if (mark?.baseline === 'begun' && damage === 'open') damage = 'copying';
    else if (mark?.baseline === 'done' && damage === 'copying') damage = 'none';
    return true;
  };

  for (const { file } of segments) {
    chain = { ...chain, line: 0 };
    for await (const text of journalLines(file, pace)) {
      if (ended) break;
      ended = !take(text, file, state.next());
    }
    if (ended) break;
  }
  if (waiting > 0) damage = 'open';
  const read = state.total();
  return {
    base,
    badSnapshots,
    storeId: state.storeId() ?? base?.header.storeId ?? null,
    schema: state.schema(),
    lastSeq: Math.max(chain.seq, baseSeq),
    chainHash: chain.seq < baseSeq ? (base?.header.chainHash ?? null) : chain.hash,
    complete: state.replay.isComplete() && damage === 'none',
    lines,
    bytes,
    badLines,
    healed: damage === 'none',
    locked: state.replay.tables().has(lockedTable),
    counts: countRows(state.replay.tables()),
    objects: state.objects(),
    rows: () => secondReading(state, base, segments, read, pace, unseal),
  };
}

async function findBase(
  root: string,
  {
    moreSnapshots = [],
    storeId = null,
    skip = 0,
    upTo = Infinity,
    pace = noPace,
    unseal = asItIs,
  }: ScanOptions,
  keep: (state: State) => void,
): Promise<Pick<VaultScan, 'base' | 'badSnapshots'>> {
  const folders = [path.join(root, vaultNames.snapshots), ...moreSnapshots];
  const all = (await Promise.all(folders.map(listSnapshots))).flat().sort(byNewest);
  const badSnapshots: string[] = [];
  let left = skip;
  for (const place of all) {
    if (place.seq > upTo) continue;
    const state = newState(unseal);
    const mark = (baseline: 'begun' | 'done'): JournalEntry => ({
      seq: place.seq,
      time: 0,
      table: markTable,
      key: '',
      op: 'put',
      row: { baseline, storeId: storeId ?? '' },
    });
    state.replay.apply(mark('begun'));
    const reading = readSnapshot(place, pace);
    let step = await reading.next();
    for (; step.done !== true; step = await reading.next()) {
      for (const row of step.value) state.apply(entryOf(row, place.seq, unseal), state.next());
    }
    state.replay.apply(mark('done'));
    if (step.value === null) badSnapshots.push(place.name);
    else if (storeId !== null && step.value.header.storeId !== storeId) continue;
    else if (left > 0) left -= 1;
    else {
      keep(state);
      const { header, footer } = step.value;
      return { base: { ...place, header, sha256: footer.sha256 }, badSnapshots };
    }
  }
  return { base: null, badSnapshots };
}

/** A snapshot's row as the change it stands for. */
function entryOf(
  { table, key, row, time = 0, sealed }: SnapshotRow,
  seq: number,
  unseal: Unseal,
): JournalEntry {
  const entry = unseal({ seq, time, table, key, op: 'put', row: sealed ?? row });
  return { ...entry, op: entry.row === null ? 'delete' : 'put' };
}

/** Journal files that hold more than the first `covered` changes. */
async function listSegments(root: string, covered: number): Promise<readonly Segment[]> {
  const files = await listJournal(path.join(root, vaultNames.journal));
  const segments = files.map((file) => ({ file, first: Number(path.basename(file, '.jsonl')) }));
  return segments.filter((_one, index) => (segments[index + 1]?.first ?? Infinity) - 1 > covered);
}

/** Whole lines only: what a crash tore off at the end was never acknowledged. */
async function* journalLines(file: string, pace: Pace): AsyncGenerator<string> {
  try {
    const source = createReadStream(file, { highWaterMark: 256 * 1024 });
    for await (const { lines } of readLineBatches(source as AsyncIterable<Buffer>)) {
      for (const line of lines) yield line.toString('utf8');
      await pace();
    }
  } catch (error) {
    if (!hasCode(error, ['ENOENT'])) throw error;
  }
}

async function* secondReading(
  { replay, deletedAt }: State,
  base: SnapshotPlace | null,
  segments: readonly Segment[],
  total: number,
  pace: Pace,
  unseal: Unseal,
): AsyncGenerator<SnapshotRow> {
  const stands = new Uint8Array(total);
  for (const rows of replay.tables().values()) {
    for (const { row } of rows.values()) if (row !== undefined) stands[row as Ordinal] = 1;
  }
  let ordinal: Ordinal = 0;
  if (base !== null) {
    for await (const batch of readSnapshot(base, pace)) {
      for (const one of batch) {
        if (stands[ordinal++] !== 1) continue;
        const { table, key, row } = entryOf(one, base.seq, unseal);
        yield { table, key, row };
      }
    }
  }
  for (const { file } of segments) {
    if (ordinal >= total) break;
    for await (const text of journalLines(file, pace)) {
      if (ordinal >= total) break;
      if (stands[ordinal++] !== 1) continue;
      const { table, key, row } = unseal(JSON.parse(text) as JournalEntry);
      yield { table, key, row };
    }
  }
  for (const [table, rows] of replay.tables()) {
    for (const { key, row } of rows.values()) {
      if (row !== undefined) continue;
      yield { table, key, row: null, time: deletedAt.get(nameOf(table, key)) ?? 0 };
    }
  }
}
