import { isSystemJunk } from '#shared/domain/file-check';
import type { Incoming, IncomingFile, Rejected } from './incoming';
import type { EvidenceSource } from '#shared/domain/evidence';

/** A folder in a folder in a folder … deeper than anyone files photos: a link that leads back to itself. */
const maxDepth = 24;

type Found = { readonly files: IncomingFile[]; readonly rejected: Rejected[] };

/**
 * Everything a drop or a paste brings: files, and folders with all they hold. What the browser offers is taken
 * synchronously, because it is gone after the first wait; what cannot be read is named and never stops the rest.
 */
export async function collectFiles(transfer: DataTransfer, source: EvidenceSource): Promise<Incoming> {
  const taken = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  // Some senders fill only the list of files.
  const loose = taken.length === 0 ? [...transfer.files] : [];
  const found: Found = { files: [], rejected: [] };
  for (const { entry, file } of taken) {
    if (entry?.isDirectory === true) await walk(entry as FileSystemDirectoryEntry, 1, found);
    else if (file !== null) add(file, source, found);
    else found.rejected.push({ name: entry?.name === '' ? '�' : (entry?.name ?? '?'), reason: 'unreadable' });
  }
  for (const file of loose) add(file, source, found);
  return found;
}

/** What a file picker brings; files out of a picked folder come without the system's own. */
export function collectPicked(list: readonly File[]): Incoming {
  const found: Found = { files: [], rejected: [] };
  for (const file of list) {
    const folder = folderOf(file.webkitRelativePath);
    add(file, folder === '' ? 'picker' : 'folder', found, folder);
  }
  return found;
}

function add(file: File, source: EvidenceSource, found: Found, folder = ''): void {
  if (!isSystemJunk(file.name)) found.files.push({ file, source, folder });
}

/** The folders of a path, without the file's own name. */
function folderOf(path: string): string {
  return path.replace(/^\/|\/?[^/]*$/g, '');
}

async function walk(folder: FileSystemDirectoryEntry, depth: number, found: Found): Promise<void> {
  if (depth > maxDepth) {
    found.rejected.push({ name: folder.fullPath, reason: 'tooDeep' });
    return;
  }
  const entries = await readFolder(folder, found);
  entries.sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }));
  for (const entry of entries) {
    if (entry.isDirectory) {
      await walk(entry as FileSystemDirectoryEntry, depth + 1, found);
      continue;
    }
    if (isSystemJunk(entry.name)) continue;
    try {
      const file = await fileOf(entry as FileSystemFileEntry);
      found.files.push({ file, source: 'folder', folder: folderOf(entry.fullPath) });
    } catch {
      found.rejected.push({ name: nameOf(entry, folder), reason: 'unreadable' });
    }
  }
}

/** A name in no known writing comes empty: then the folder it lies in has to do. */
function nameOf(entry: FileSystemEntry, folder: FileSystemEntry): string {
  return entry.name === '' ? `${folder.fullPath}/�` : entry.name;
}

/** A reader gives a hundred entries at a time, and an empty list at the end. */
async function readFolder(folder: FileSystemDirectoryEntry, found: Found): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    try {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (some.length === 0) return entries;
      entries.push(...some);
    } catch {
      found.rejected.push({ name: folder.fullPath, reason: 'unreadable' });
      return entries;
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
