import { AppError } from '#shared/errors';
import { assertNever } from '#shared/assert-never';
import { packPath, type Pack, type PackFile } from '#shared/domain/pack';
import { readSound } from '../../data/heal';
import { fileOf, recordPackOut, type PackWay } from '../../data/pack-repository';
import { now } from '../../platform/clock';
import { ask, upload } from '../../platform/desktop';
import { warn } from '../../state/toast-store';

/** Where it went, or null when the seller closed the dialog. */
export type Written = { readonly name: string } | null;

/**
 * Writes a pack out, always from the bytes kept with it: the same pack written twice is the same, byte for byte. What was
 * written stands in the case's history.
 * @throws AppError `notFound` when bytes are gone, `cancelled`, `hashMismatch`, `storageFull`, `writeFailed`
 */
export async function writePack(pack: Pack, how: PackWay, signal: AbortSignal): Promise<Written> {
  const written = await write(pack, how, signal);
  if (written !== null) await recordPackOut(pack, how, now());
  return written;
}

function write(pack: Pack, how: PackWay, signal: AbortSignal): Promise<Written> {
  switch (how) {
    case 'folder':
      return writeFolder(pack, signal);
    case 'zip':
      return writeZip(pack, signal);
    case 'pdf':
      return writeOne(pack, 'pdf', 'pdf', `${pack.folderName}.pdf`);
    case 'hashes':
      return writeOne(pack, 'hashes', 'text', `${pack.folderName}_sha256.txt`);
    case 'text':
      return copyText(pack);
    default:
      return assertNever(how);
  }
}

async function writeFolder(pack: Pack, signal: AbortSignal): Promise<Written> {
  const files = pack.files.filter(({ role }) => role !== 'manifest');
  const manifest = await readRole(pack, 'manifest');
  const ticket = await ask('beginExport', {
    rootName: pack.folderName,
    files: files.map(({ folder, name, size, sha256 }) => ({ folder, name, size, sha256 })),
    manifest: await manifest.text(),
  });
  if (ticket === null) return null;
  try {
    for (const [index, file] of files.entries()) {
      if (signal.aborted) throw new AppError('cancelled');
      const target = ticket.uploads[index];
      if (target === undefined) throw new AppError('writeFailed');
      await upload(target.url, await readKept(file));
    }
  } catch (error) {
    await ask('cancelExport', ticket.exportId).catch(() => undefined);
    throw error;
  }
  return { name: (await ask('finishExport', ticket.exportId)).folderName };
}

async function writeZip(pack: Pack, signal: AbortSignal): Promise<Written> {
  const target = await ask('chooseSaveTarget', { suggestedName: `${pack.folderName}.zip`, kind: 'zip' });
  if (target === null) return null;
  const { BlobReader, BlobWriter, ZipWriter } = await import('@zip.js/zip.js');
  const zip = new ZipWriter(new BlobWriter('application/zip'), {
    useWebWorkers: false,
    keepOrder: true,
    extendedTimestamp: false,
    // The pack's own time, never today's: the same pack is the same file.
    lastModDate: new Date(pack.madeAt),
    level: 0,
  });
  for (const file of pack.files) {
    if (signal.aborted) throw new AppError('cancelled');
    const path = `${pack.folderName}/${packPath(file)}`;
    await zip.add(path, new BlobReader(await readKept(file)));
  }
  await upload(target.url, await zip.close());
  return { name: target.fileName };
}

async function writeOne(
  pack: Pack,
  role: 'pdf' | 'hashes',
  kind: 'pdf' | 'text',
  suggestedName: string,
): Promise<Written> {
  const target = await ask('chooseSaveTarget', { suggestedName, kind });
  if (target === null) return null;
  await upload(target.url, await readRole(pack, role));
  return { name: target.fileName };
}

async function copyText(pack: Pack): Promise<Written> {
  const text = await (await readRole(pack, 'text')).text();
  await navigator.clipboard.writeText(text.replaceAll('\r\n', '\n'));
  return { name: pack.folderName };
}

async function readRole(pack: Pack, role: 'manifest' | 'pdf' | 'hashes' | 'text'): Promise<Blob> {
  const file = fileOf(pack, role);
  if (file === undefined) throw new AppError('notFound', { what: 'file' });
  return readKept(file);
}

/** Bytes kept with a pack, hashed anew each time they leave: a pack whose own files do not fit would prove the opposite. */
async function readKept(file: PackFile): Promise<Blob> {
  const { blob, healed } = await readSound(file.sha256, packPath(file), now());
  if (healed) warn('evidence.healed', { name: packPath(file) });
  return blob;
}
