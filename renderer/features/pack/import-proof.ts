import { AppError } from '#shared/errors';
import { extensionOf, unknownMime } from '#shared/domain/file-check';
import { holdsHash } from '#shared/domain/holds-hash';
import type { Pack } from '#shared/domain/pack';
import { fileOf, linkProof } from '../../data/pack-repository';
import { now } from '../../platform/clock';
import { tell, warn } from '../../state/toast-store';
import { checkInWorker, hashInWorker } from '../../workers/check';

/** Certificates and time-stamp replies; larger files are something else. */
const mostBytes = 50 * 1024 * 1024;

/**
 * Files what a timestamp service gave back for a pack's hash list: kept as it is, as a document of the case. Services
 * give tokens (.tsr) beside PDFs, so an unknown type is taken too; a program is not.
 */
export async function importProof(pack: Pack, file: File, note: string): Promise<void> {
  if (file.size === 0 || file.size > mostBytes) {
    warn('pack.proofSize');
    return;
  }
  const verdict = await checkInWorker(file, file.name);
  if (!verdict.ok && verdict.reason !== 'unsupported' && verdict.reason !== 'mismatch') {
    if (verdict.reason === 'unreadable') throw new AppError('fileUnreadable');
    warn('pack.proofRefused');
    return;
  }
  const list = fileOf(pack, 'hashes')?.sha256;
  const fits = list !== undefined && holdsHash(new Uint8Array(await file.arrayBuffer()), list);
  await linkProof(
    pack.id,
    {
      blob: file,
      originalName: file.name,
      sha256: await hashInWorker(file),
      mime: verdict.ok ? verdict.mime : unknownMime,
      ext: verdict.ok ? verdict.ext : extensionOf(file.name),
      kind: 'document',
      source: 'picker',
      width: null,
      height: null,
    },
    { note, fits },
    now(),
  );
  if (fits) tell('pack.proofLinked');
  else warn('pack.proofUnread', { name: file.name });
}
