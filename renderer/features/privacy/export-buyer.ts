import { AppError } from '#shared/errors';
import { safeNamePart } from '#shared/domain/evidence-name';
import { inShanghai } from '#shared/domain/shanghai-time';
import { readOriginal } from '../../data/evidence-repository';
import { exportBuyer } from '../../data/privacy-repository';
import { now } from '../../platform/clock';
import { ask, upload } from '../../platform/desktop';
import { tell, warn } from '../../state/toast-store';
import { hashInWorker } from '../../workers/check';
import type { Evidence } from '#shared/domain/evidence';
import type { Buyer } from '../../data/privacy-rows';

const format = 'liudi-buyer-copy';

/**
 * Writes a buyer's copy (PIPL, art. 45): every row as JSON in `manifest.json`, and the originals beside it. Files whose
 * bytes are not what came in are left out and named in the JSON.
 */
export async function exportBuyerFiles(buyer: Buyer): Promise<void> {
  const tables = await exportBuyer(buyer);
  const evidence = (tables['evidence'] ?? []) as readonly Evidence[];
  const whole: Evidence[] = [];
  const leftOut: string[] = [];
  for (const item of evidence) {
    const bytes = await readOriginal(item.sha256).catch(() => null);
    const isSame = bytes !== null && (await hashInWorker(bytes).catch(() => '')) === item.sha256;
    if (isSame) whole.push(item);
    else leftOut.push(item.fileName);
  }
  const manifest = {
    format,
    version: 1,
    exportedAt: inShanghai(now()).toString({ timeZoneName: 'never' }),
    ...buyer,
    leftOut,
    tables,
  };
  const ticket = await ask('beginExport', {
    rootName: `买家资料_${safeNamePart(buyer.buyerId)}`,
    files: whole.map(({ folder, fileName, size, sha256 }) => ({ folder, name: fileName, size, sha256 })),
    manifest: `${JSON.stringify(manifest, null, 2)}\n`,
  });
  if (ticket === null) return;
  try {
    for (const [index, { sha256 }] of whole.entries()) {
      const target = ticket.uploads[index];
      if (target === undefined) throw new AppError('writeFailed');
      await upload(target.url, await readOriginal(sha256));
    }
  } catch (error) {
    await ask('cancelExport', ticket.exportId).catch(() => undefined);
    throw error;
  }
  const { folderName, written } = await ask('finishExport', ticket.exportId);
  tell('privacy.exported', { folder: folderName, count: written });
  if (leftOut.length > 0) warn('privacy.leftOut', { count: leftOut.length });
}
