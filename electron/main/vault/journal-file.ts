import { type FileHandle, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import {
  appendLines,
  type Chain,
  emptyChain,
  isNext,
  type JournalEntry,
  type JournalProblem,
  verifyText,
} from '#shared/vault/journal';
import { hasCode } from '../files/disk';
import { isFolder, makeFolder, sha256Text, syncFolder } from './vault-folder';

/** A new file is begun above this size, so that reading the last one at start stays quick. */
const fileBytes = 16 * 1024 * 1024;

export type Journal = {
  readonly chain: () => Chain;
  /** Damage found in the newest file when it was opened. */
  readonly problems: readonly JournalProblem[];
  /** Whether it is still the file on the disk: a folder taken away leaves a handle that writes into nothing. */
  readonly isStillThere: () => Promise<boolean>;
  /**
   * Writes entries and resolves when they are on the disk. Those already there are left out.
   * @throws AppError `invalidInput` for a gap, `storageFull`, `writeFailed`
   */
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>;
  /** What comes next goes to a new file, so that the ones before can be removed one day. */
  readonly roll: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The journal's files, oldest first, absolute. */
export async function listJournal(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => /^\d{12}\.jsonl$/.test(name))
      .sort()
      .map((name) => path.join(folder, name));
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return [];
    throw error;
  }
}

/** Opens the journal where it ends. A line torn off by a crash is kept aside and cut off. */
export async function openJournal(folder: string): Promise<Journal> {
  await makeFolder(folder);
  let chain: Chain = emptyChain;
  let problems: readonly JournalProblem[] = [];
  let file: string | null = null;
  let size = 0;
  // The newest file with a sound line tells where the journal ends; a younger one may have been begun and not written.
  for (const one of [...(await listJournal(folder))].reverse()) {
    const text = await repairTail(one);
    const read = verifyText(text, sha256Text, { seq: 0, hash: null, line: 0 });
    file ??= one;
    if (file === one) size = Buffer.byteLength(text);
    problems = [...read.problems, ...problems];
    if (read.entries.length === 0) continue;
    chain = { ...read.chain, hash: read.chain.hash ?? '' };
    break;
  }
  let handle: FileHandle | null = null;
  let rolled = false;

  async function ready(first: number): Promise<FileHandle> {
    const full = size >= fileBytes || (rolled && size > 0);
    if (handle !== null && !full) return handle;
    await handle?.close();
    handle = null;
    if (file === null || full) {
      file = path.join(folder, `${String(first).padStart(12, '0')}.jsonl`);
      size = 0;
      rolled = false;
    }
    handle = await open(file, 'a', 0o600);
    size = (await handle.stat()).size;
    await syncFolder(folder);
    return handle;
  }

  async function close(): Promise<void> {
    const last = handle;
    handle = null;
    await last?.close();
  }

  return {
    chain: () => chain,
    problems,
    isStillThere: async () => {
      if (handle === null || file === null) return await isFolder(folder);
      try {
        const [there, ours] = [await stat(file), await handle.stat()];
        return there.ino === ours.ino && there.dev === ours.dev && there.size === size;
      } catch (error) {
        if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return false;
        throw error;
      }
    },
    append: async (entries) => {
      const fresh = entries.filter(({ seq }) => seq > chain.seq);
      if (fresh.length === 0) return;
      requireOrder(chain, fresh);
      const { text, chain: next } = appendLines(chain, fresh, sha256Text);
      const bytes = Buffer.from(text, 'utf8');
      try {
        const out = await ready(fresh[0]?.seq ?? 0);
        for (let done = 0; done < bytes.length;) {
          const { bytesWritten } = await out.write(bytes, done, bytes.length - done);
          if (bytesWritten === 0) throw new AppError('writeFailed', { reason: 'nothing written' });
          done += bytesWritten;
        }
        await out.datasync();
        size += bytes.length;
        chain = next;
      } catch (error) {
        await close().catch(() => undefined);
        throw error;
      }
    },
    roll: async () => {
      rolled = true;
      await close();
    },
    close,
  };
}

/** Number and hash the journal ends with, as it lies on the disk; nothing is repaired or changed. */
export async function readJournalEnd(folder: string): Promise<Chain> {
  for (const one of [...(await listJournal(folder))].reverse()) {
    const bytes = await readFile(one);
    const text = bytes.toString('utf8', 0, bytes.lastIndexOf(0x0a) + 1);
    const read = verifyText(text, sha256Text, { seq: 0, hash: null, line: 0 });
    if (read.entries.length > 0) return read.chain;
  }
  return emptyChain;
}

function requireOrder(chain: Chain, entries: readonly JournalEntry[]): void {
  let at = chain;
  for (const entry of entries) {
    // A journal that is empty may begin anywhere, with a full copy.
    if (!isNext(at, entry)) throw new AppError('invalidInput', { what: 'vaultGap' });
    at = { ...at, seq: entry.seq };
  }
}

/** The file's text up to its last whole line. What a crash tore off lies beside it afterwards. */
async function repairTail(file: string): Promise<string> {
  const bytes = await readFile(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) {
    await writeFile(`${file}.torn-${end}`, bytes.subarray(end), { mode: 0o600 });
    await truncate(file, end);
  }
  return bytes.toString('utf8', 0, end);
}
