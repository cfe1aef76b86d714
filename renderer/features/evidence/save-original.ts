import { ask, upload } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import type { Evidence } from '#shared/domain/evidence';
import type { Integrity } from './use-original';

/**
 * Writes a piece's stored bytes, unchanged, to a file the seller picks. Bytes that are not those that came in are
 * written too (they may be all there is), but never under the name of the original.
 */
export async function saveOriginal(item: Evidence, blob: Blob, integrity: Integrity): Promise<void> {
  try {
    const suggestedName = integrity === 'changed' ? `已改变_${item.fileName}` : item.fileName;
    const target = await ask('chooseSaveTarget', { suggestedName, kind: 'original' });
    if (target === null) return;
    await upload(target.url, blob);
    tell('evidence.originalSaved', { name: target.fileName });
  } catch (error) {
    report(error, () => {
      void saveOriginal(item, blob, integrity);
    });
  }
}
