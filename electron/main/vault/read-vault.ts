import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type ObjectRow, objectTable, type VerifyReport } from '#shared/vault/exchange';
import { checkLine, emptyChain, type JournalEntry, readMark } from '#shared/vault/journal';
import { createReplay, type Replay } from '#shared/vault/replay';
import { hashObject, listObjects, objectSize, setObjectAside } from './object-store';
import { listJournal } from './journal-file';
import { sha256Text, vaultNames } from './vault-folder';

export type ReadJournal = {
  readonly replay: Replay;
  readonly lines: number;
  readonly bytes: number;
  /** `file:line` of every line that is not what was written. */
  readonly badLines: readonly string[];
  /** Whether a full copy was begun and ended after the last of those. */
  readonly healed: boolean;
  readonly storeId: string | null;
};

/**
 * Reads the whole journal, line by line, and replays what is sound.
 * @param open makes sealed entries readable; without it they are only counted
 */
export async function readJournal(
  root: string,
  open: (entry: JournalEntry) => JournalEntry = (entry) => entry,
): Promise<ReadJournal> {
  const replay = createReplay();
  const badLines: string[] = [];
  let [lines, bytes] = [0, 0];
  let storeId: string | null = null;
  let damage: 'none' | 'open' | 'copying' = 'none';
  let chain = emptyChain;
  for (const file of await listJournal(path.join(root, vaultNames.journal))) {
    chain = { ...chain, line: 0 };
    const input = createReadStream(file, { encoding: 'utf8' });
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      const step = checkLine(chain, text, sha256Text);
      chain = step.chain;
      lines += 1;
      bytes += Buffer.byteLength(text) + 1;
      if (step.problem !== null) {
        badLines.push(`${path.basename(file)}:${step.problem.line}`);
        damage = 'open';
      }
      if (step.entry === null) continue;
      replay.apply(open(step.entry));
      const mark = readMark(step.entry);
      if (mark === null) continue;
      storeId = mark.storeId;
      if (mark.baseline === 'begun' && damage === 'open') damage = 'copying';
      else if (mark.baseline === 'done' && damage === 'copying') damage = 'none';
    }
  }
  return { replay, lines, bytes, badLines, healed: damage === 'none', storeId };
}

/** Files the journal says are there. */
export function namedObjects(replay: Replay): ReadonlyMap<string, ObjectRow> {
  const rows = replay.tables().get(objectTable)?.values() ?? [];
  return new Map(
    [...rows].flatMap(({ row }) =>
      row === undefined ? [] : [[(row as ObjectRow).sha256, row as ObjectRow] as const],
    ),
  );
}

/**
 * Reads everything again: each line against its hash and the chain, each file against its name. A file that is not
 * what it should be is set aside. @param at epoch ms
 */
export async function verifyVault(root: string, at: number): Promise<VerifyReport & { healed: boolean }> {
  const { replay, lines, bytes, badLines, healed } = await readJournal(root);
  const objects = path.join(root, vaultNames.objects);
  const badObjects: string[] = [];
  const missingObjects: string[] = [];
  let read = bytes;
  const stored = await listObjects(objects);
  for (const name of stored) {
    const found = await hashObject(objects, name).catch(() => null);
    read += found?.size ?? 0;
    if (found?.sha256 === name) continue;
    badObjects.push(name);
    await setObjectAside(objects, name, at).catch(() => undefined);
  }
  const there = new Set(stored);
  for (const [sha256, { lost }] of namedObjects(replay)) {
    if (lost !== true && !there.has(sha256)) missingObjects.push(sha256);
  }
  return {
    at,
    lines,
    objects: stored.length,
    bytes: read,
    badLines: [...badLines],
    badObjects,
    missingObjects,
    healed: healed && missingObjects.length === 0 && badObjects.length === 0,
  };
}

/** The entries whose bytes are not there; the journal must not name what the vault does not have. */
export async function findMissing(
  root: string,
  entries: readonly JournalEntry[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { table, op, row } of entries) {
    if (table !== objectTable || op !== 'put') continue;
    const { sha256, size, lost } = row as ObjectRow;
    if (lost === true) continue;
    if ((await objectSize(path.join(root, vaultNames.objects), sha256)) !== size) missing.push(sha256);
  }
  return missing;
}
