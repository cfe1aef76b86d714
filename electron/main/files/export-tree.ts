import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { ExportReport, ExportRequest, ExportTicket } from '#shared/ipc/contract';
import { writeAtomically } from './atomic-write';
import { type Disk, hasCode } from './disk';
import { isSafeFileName, numberedName, safeFileName, sameFileKey } from './safe-name';
import type { Transfers } from './transfers';

/**
 * Exports of trees of files (R22): folders inside one new folder, and a manifest written last. A file whose folder is
 * empty lies in the new folder itself, as those of an evidence pack do.
 */
export type Exports = {
  /** @returns null when the seller closed the dialog; @throws AppError `invalidInput`, `storageFull`, `writeFailed` */
  readonly begin: (request: ExportRequest) => Promise<ExportTicket | null>;
  /** @throws AppError `notFound`, or `writeFailed` with the number of files `missing` */
  readonly finish: (exportId: string) => Promise<ExportReport>;
  /** Stops it and removes what it wrote, and nothing else. */
  readonly cancel: (exportId: string) => Promise<void>;
  readonly cancelAll: () => Promise<void>;
};

type Parts = {
  readonly transfers: Transfers;
  readonly disk: Disk;
  readonly chooseFolder: () => Promise<string | null>;
  /** Free bytes at a path, null when it cannot be told. */
  readonly freeBytes: (folder: string) => Promise<number | null>;
};

type ExportedFile = {
  readonly path: string;
  readonly size: number;
  state: 'waiting' | 'written' | 'failed';
  /** Resolves when the upload is over, whatever its end. */
  readonly over: Promise<void>;
};

type RunningExport = {
  readonly root: string;
  readonly folders: readonly string[];
  readonly files: readonly ExportedFile[];
  readonly tokens: readonly string[];
  readonly stop: AbortController;
  readonly manifest: { readonly name: string; readonly text: string };
};

/** A large tree from a slow disk takes hours. */
const uploadLifetimeMs = 24 * 60 * 60 * 1000;
/** Left free for everything else on the disk. */
const spareBytes = 100 * 1024 * 1024;

export function createExports({ transfers, disk, chooseFolder, freeBytes }: Parts): Exports {
  const running = new Map<string, RunningExport>();

  function openUpload(file: ExportRequest['files'][number], root: string, stop: AbortController) {
    const target = path.join(root, file.folder, file.name);
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const entry: ExportedFile = { path: target, size: file.size, state: 'waiting', over };
    const upload = transfers.open(
      {
        path: target,
        options: { expected: { size: file.size, sha256: file.sha256 }, signal: stop.signal, disk },
        settled: (error) => {
          entry.state = error === null ? 'written' : 'failed';
          end();
        },
      },
      uploadLifetimeMs,
    );
    return { entry, ...upload };
  }

  const exports: Exports = {
    begin: async (request) => {
      checkNames(request);
      const parent = await chooseFolder();
      if (parent === null) return null;
      const needed = request.files.reduce((sum, file) => sum + file.size, spareBytes);
      const free = await freeBytes(parent);
      if (free !== null && free < needed) throw new AppError('storageFull', { needed, free });

      const names = [...new Set(request.files.map((file) => file.folder))].filter((name) => name !== '');
      const root = await makeRoot(disk, parent, safeFileName(request.rootName));
      const folders = names.map((name) => path.join(root, name));
      await makeFolders(disk, root, folders);
      const stop = new AbortController();
      const uploads = request.files.map((file) => openUpload(file, root, stop));
      const exportId = randomUUID();
      running.set(exportId, {
        root,
        folders,
        files: uploads.map(({ entry }) => entry),
        tokens: uploads.map(({ token }) => token),
        stop,
        manifest: { name: manifestName(takenNames(request)), text: request.manifest },
      });
      return { exportId, uploads: uploads.map(({ url }) => ({ url })) };
    },

    finish: async (exportId) => {
      const found = running.get(exportId);
      if (found === undefined) throw new AppError('notFound', { what: 'export' });
      const missing = await countMissing(disk, found.files);
      if (missing > 0) throw new AppError('writeFailed', { missing });
      const bytes = Buffer.from(found.manifest.text, 'utf8');
      await writeAtomically(path.join(found.root, found.manifest.name), [bytes], { disk });
      running.delete(exportId);
      return { folderName: path.basename(found.root), written: found.files.length };
    },

    cancel: async (exportId) => {
      const found = running.get(exportId);
      if (found === undefined) return;
      running.delete(exportId);
      found.stop.abort();
      const used = found.files.filter((_file, index) => !transfers.close(found.tokens[index] ?? ''));
      await Promise.all(used.map((file) => file.over));
      const written = used.filter((file) => file.state === 'written');
      for (const file of written) await disk.unlink(file.path).catch(() => undefined);
      for (const folder of [...found.folders, found.root])
        await disk.removeFolder(folder).catch(() => undefined);
    },

    cancelAll: async () => {
      await Promise.all([...running.keys()].map((exportId) => exports.cancel(exportId)));
    },
  };
  return exports;
}

/**
 * Names must be safe as they are: renaming one in silence would make the manifest a lie. Two names that are one
 * file on Windows or macOS are refused for the same reason: the second would replace the first.
 */
function checkNames(request: ExportRequest): void {
  const seen = new Set<string>();
  const folders = new Map<string, string>();
  for (const [index, file] of request.files.entries()) {
    const key = sameFileKey(file.folder, file.name);
    const folderKey = sameFileKey('', file.folder);
    const sameFolder = folders.get(folderKey) ?? file.folder;
    const bad = (file.folder !== '' && !isSafeFileName(file.folder)) || !isSafeFileName(file.name);
    if (bad || seen.has(key) || sameFolder !== file.folder) {
      throw new AppError('invalidInput', { what: 'fileName', index });
    }
    seen.add(key);
    folders.set(folderKey, file.folder);
  }
  const clash = request.files.findIndex(
    ({ folder, name }) => folder === '' && folders.has(sameFileKey('', name)),
  );
  if (clash !== -1) throw new AppError('invalidInput', { what: 'fileName', index: clash });
}

async function makeRoot(disk: Disk, parent: string, name: string): Promise<string> {
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const root = path.join(parent, numberedName(name, attempt));
    try {
      await disk.makeFolder(root);
      return root;
    } catch (error) {
      if (!hasCode(error, ['EEXIST'])) throw folderError(error);
    }
  }
  throw new AppError('writeFailed', { reason: 'EEXIST' });
}

async function makeFolders(disk: Disk, root: string, folders: readonly string[]): Promise<void> {
  const made: string[] = [];
  try {
    for (const folder of folders) {
      await disk.makeFolder(folder);
      made.push(folder);
    }
  } catch (error) {
    for (const folder of [...made, root]) await disk.removeFolder(folder).catch(() => undefined);
    throw folderError(error);
  }
}

function folderError(error: unknown): AppError {
  const full = hasCode(error, ['ENOSPC', 'EDQUOT']);
  return new AppError(full ? 'storageFull' : 'writeFailed', {}, error);
}

/** Names in the new folder itself. */
function takenNames({ files }: ExportRequest): readonly string[] {
  return files.map(({ folder, name }) => (folder === '' ? name : folder));
}

/** A buyer may be called `manifest.json`. */
function manifestName(names: readonly string[]): string {
  const taken = new Set(names.map((one) => sameFileKey('', one)));
  let name = 'manifest.json';
  while (taken.has(sameFileKey('', name))) name = `_${name}`;
  return name;
}

async function countMissing(disk: Disk, files: readonly ExportedFile[]): Promise<number> {
  let missing = 0;
  for (const file of files) {
    const size = file.state === 'written' ? await disk.sizeOf(file.path) : null;
    if (size !== file.size) missing += 1;
  }
  return missing;
}
