import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ArchiveFinish } from '#shared/vault/archive-exchange';
import { AppError } from '#shared/errors';
import { writeAtomically } from '../files/atomic-write';
import { hasCode } from '../files/disk';
import { isSafeFileName, numberedName, sameFileKey } from '../files/safe-name';
import type { FindObject, Tell, TextPart } from './pack-archive';
import { bytesOf, type ZipPart } from './zip-write';

/**
 * The parts of an export that is readable without this app: texts at the root and in `data`, originals below `files`
 * by buyer.
 * @throws AppError `invalidInput` for names that are not safe as they are, or are one file on some disks
 */
export function exportParts(
  { files }: Extract<ArchiveFinish, { kind: 'export' }>,
  texts: readonly TextPart[],
  find: FindObject,
): readonly ZipPart[] {
  const seen = new Set<string>();
  for (const [index, { folder, name }] of files.entries()) {
    const key = sameFileKey(folder, name);
    if (!isSafeFileName(folder) || !isSafeFileName(name) || seen.has(key)) {
      throw new AppError('invalidInput', { what: 'fileName', index });
    }
    seen.add(key);
  }
  return [
    ...texts.map((one) => ({ ...one, from: { file: one.file }, deflate: true })),
    ...files.map(({ folder, name, sha256, size }) => ({
      name: `files/${folder}/${name}`,
      from: find(sha256),
      size,
      sha256,
      deflate: false,
    })),
  ];
}

/** Makes a new folder, under another number when the name is taken. */
export async function makeExportFolder(parent: string, name: string): Promise<string> {
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const folder = path.join(parent, numberedName(name, attempt));
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if (hasCode(error, ['EEXIST'])) continue;
      const full = hasCode(error, ['ENOSPC', 'EDQUOT']);
      throw new AppError(full ? 'storageFull' : 'writeFailed', {}, error);
    }
  }
  throw new AppError('writeFailed', { reason: 'EEXIST' });
}

/** Writes parts as files below a new folder, each compared with its hash. @returns bytes written */
export async function writeFolder(
  root: string,
  parts: readonly ZipPart[],
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: Tell },
): Promise<number> {
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { name, from, size, sha256 } of parts) {
    if (signal.aborted) throw new AppError('cancelled');
    const target = path.join(root, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeAtomically(target, bytesOf(from), {
      signal,
      ...(sha256 === undefined ? {} : { expected: { size, sha256 } }),
    });
    tell('packing', (done += size), total);
  }
  return done;
}
