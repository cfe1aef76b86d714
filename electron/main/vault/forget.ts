import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '#shared/errors';
import type { VaultCleaning } from '#shared/vault/cleaning';
import { checkLine, emptyChain, readMark } from '#shared/vault/journal';
import { listJournal } from './journal-file';
import type { ObjectStore } from './object-store';
import { scanVault } from './scan-vault';
import { sha256Text, syncFolder, vaultNames } from './vault-folder';

/** Where the newest full copy that came to its end begins. */
type Copy = { readonly file: string; readonly index: number; readonly line: number };

async function findCopy(files: readonly string[]): Promise<Copy | null> {
  let begun: Copy | null = null;
  let done: Copy | null = null;
  let chain = emptyChain;
  for (const [index, file] of files.entries()) {
    chain = { ...chain, line: 0 };
    for await (const text of readLines(file)) {
      const step = checkLine(chain, text, sha256Text);
      chain = step.chain;
      // Nothing is removed on the word of a copy with a fault in it.
      if (step.problem !== null) [begun, done] = [null, null];
      const mark = step.entry === null ? null : readMark(step.entry);
      if (mark?.baseline === 'begun') begun = { file, index, line: step.chain.line };
      else if (mark?.baseline === 'done' && begun !== null) done = begun;
    }
  }
  return done;
}

async function* readLines(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, { encoding: 'utf8' });
  for await (const text of createInterface({ input, crlfDelay: Infinity })) yield text;
}

/**
 * Removes from a vault everything that only stands in lines before its newest full copy: older journal files and lines,
 * torn ends, all snapshots, and files no row names. What is left gives the shop back as it is now. Broken off at any
 * point the vault stays whole, and doing it again removes the rest. The journal has to be closed.
 * @throws AppError `invalidInput` when there is no whole, faultless full copy; then nothing is removed
 */
export async function forgetOld(
  root: string,
  store: ObjectStore,
): Promise<Omit<VaultCleaning, 'rescued' | 'otherVaults' | 'backup'>> {
  const folder = path.join(root, vaultNames.journal);
  const files = await listJournal(folder);
  const copy = await findCopy(files);
  if (copy === null) throw new AppError('invalidInput', { what: 'vaultCopy' });
  let removed = { files: 0, objects: 0, bytes: 0 };
  const remove = async (file: string, what: 'files' | 'objects'): Promise<void> => {
    const size = (await stat(file)).size;
    await unlink(file);
    removed = { ...removed, [what]: removed[what] + 1, bytes: removed.bytes + size };
  };

  // Snapshots first: one that is left behind must not be taken for the base of a journal that begins later.
  for (const name of await namesIn(path.join(root, 'snapshots'))) {
    await remove(path.join(root, 'snapshots', name), 'files');
  }
  // From the newest to the oldest: at every moment what is left is an older end and the whole copy.
  for (const file of files.slice(0, copy.index).reverse()) await remove(file, 'files');
  if (copy.line > 1) removed = { ...removed, bytes: removed.bytes + (await cutBefore(copy)) };
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.jsonl')) await remove(path.join(folder, name), 'files');
  }
  await syncFolder(folder);

  const { objects: named, badLines, complete } = await scanVault(root);
  if (badLines.length > 0 || !complete) throw new AppError('hashMismatch', { what: 'vault' });
  const objects = path.join(root, vaultNames.objects);
  for (const { sha256, file } of await store.list()) {
    if (!named.has(sha256)) await remove(file, 'objects');
  }
  for (const shelf of await namesIn(objects)) {
    for (const name of await namesIn(path.join(objects, shelf))) {
      if (name.includes('.damaged-')) await remove(path.join(objects, shelf, name), 'objects');
    }
  }
  return removed;
}

/** Leaves only the lines from the copy on: written beside the file, read back by name only when it is all there. */
async function cutBefore({ file, line }: Copy): Promise<number> {
  const before = (await stat(file)).size;
  const next = `${file}.next`;
  const out = await open(next, 'w', 0o600);
  try {
    let at = 0;
    let waiting = '';
    for await (const text of readLines(file)) {
      at += 1;
      if (at < line) continue;
      waiting += `${text}\n`;
      if (waiting.length < 1024 * 1024) continue;
      await out.writeFile(waiting);
      waiting = '';
    }
    await out.writeFile(waiting);
    await out.datasync();
  } finally {
    await out.close();
  }
  await rename(next, file);
  return before - (await stat(file)).size;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = await readdir(folder).catch(() => []);
  return names.sort();
}

/**
 * Copies of databases that rescues set aside, and their reports, which name files; the seller asked for them to go.
 * @returns how many copies went
 */
export async function removeRescued(rescued: string): Promise<number> {
  const names = await namesIn(rescued);
  for (const name of names.filter((one) => /^report-\d+\.json$/.test(one))) {
    await rm(path.join(rescued, name), { force: true });
  }
  const copies = names.filter((name) => /^\d+$/.test(name));
  for (const name of copies) await rm(path.join(rescued, name), { recursive: true, force: true });
  return copies.length;
}

/** Vaults that were set aside under another name, beside the one in use. */
export async function listOtherVaults(root: string): Promise<readonly string[]> {
  const base = path.basename(root);
  const names = await namesIn(path.dirname(root));
  return names
    .filter((name) => name.startsWith(`${base}-`) && /^\d+$/.test(name.slice(base.length + 1)))
    .map((name) => path.join(path.dirname(root), name));
}
