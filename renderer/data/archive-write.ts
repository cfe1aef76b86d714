import { archiveEnding, archiveNames } from '#shared/vault/archive';
import { dayStamp } from '#shared/domain/shanghai-time';
import type { ArchiveReport } from '#shared/vault/archive-exchange';
import { createTextBlob, eachRow } from './archive-rows';
import { runArchiveJob, sendObjects, sendText, type SendOptions } from './archive-send';
import { schemaNumber } from './database';
import { storeId } from './outbox/outbox-repository';

export type ArchiveResult = ArchiveReport & {
  readonly counts: Readonly<Record<string, number>>;
  readonly missingFiles: readonly string[];
};

type Request = {
  readonly purpose: 'archive' | 'safety';
  readonly passphrase: string | null;
  /** Epoch ms. */
  readonly now: number;
  readonly onBegun?: (jobId: string, fileName: string) => void;
} & SendOptions;

/**
 * Writes the whole shop as a `.liudi` archive: rows as of one moment, every original by hash. Main packs, reads all of
 * it back and only then gives it its name.
 * @returns null when the seller closed the dialog
 * @throws AppError `storageFull`, `writeFailed`, `cancelled`
 */
export async function writeArchive(request: Request): Promise<ArchiveResult | null> {
  let counts: Readonly<Record<string, number>> = {};
  let missing: ReadonlySet<string> = new Set();
  const begin = {
    purpose: request.purpose,
    suggestedName: `留底归档-${dayStamp(request.now)}${archiveEnding}`,
    passphrase: request.passphrase,
  };
  const work = async (jobId: string) => {
    const text = createTextBlob();
    const snapshot = await eachRow((table, key, row) => {
      text.add(`${JSON.stringify({ table, key, row })}\n`);
    });
    counts = snapshot.counts;
    await sendText(jobId, archiveNames.rows, text.end());
    missing = await sendObjects(jobId, snapshot.objects, request);
    return {
      kind: 'archive' as const,
      storeId: await storeId(),
      schema: schemaNumber,
      counts: { ...counts },
      objects: snapshot.objects
        .filter(({ sha256 }) => !missing.has(sha256))
        .map(({ sha256, size }) => ({ sha256, size })),
      missing: [...missing],
    };
  };
  const report = await runArchiveJob(begin, request.signal, work, request.onBegun ?? (() => undefined));
  return report === null ? null : { ...report, counts, missingFiles: [...missing] };
}
