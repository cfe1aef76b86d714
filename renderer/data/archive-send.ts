import { AppError } from '#shared/errors';
import type { ArchiveBegin, ArchiveReport, ArchiveFinish } from '#shared/vault/archive-exchange';
import type { ObjectRow } from '#shared/vault/exchange';
import { ask, upload } from '../platform/desktop';
import { readBytes } from './outbox/outbox-repository';

export type SendProgress = (done: number, total: number) => void;
export type SendOptions = { readonly signal: AbortSignal; readonly onFiles: SendProgress };

const objectsAtOnce = 100;

/**
 * One job of main's, from the dialog to the report; whatever goes wrong in between, main forgets it and removes what it
 * wrote. @returns null when the seller closed the dialog
 */
export async function runArchiveJob(
  begin: ArchiveBegin,
  signal: AbortSignal,
  work: (jobId: string) => Promise<ArchiveFinish>,
  onBegun: (jobId: string, fileName: string) => void,
): Promise<ArchiveReport | null> {
  const ticket = await ask('beginArchive', begin);
  if (ticket === null) return null;
  const { jobId } = ticket;
  const end = (): void => {
    ask('endArchive', jobId).catch(() => undefined);
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    onBegun(jobId, ticket.fileName);
    const finish = await work(jobId);
    stopIfCancelled(signal);
    return await ask('finishArchive', jobId, finish);
  } catch (error) {
    end();
    // Main only sees that its job is gone; the seller knows why.
    throw signal.aborted ? new AppError('cancelled') : error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Brings main the originals the vault cannot give. @returns hashes of those nobody can read any more */
export async function sendObjects(
  jobId: string,
  objects: readonly ObjectRow[],
  { signal, onFiles }: SendOptions,
): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  for (let from = 0; from < objects.length; from += objectsAtOnce) {
    stopIfCancelled(signal);
    onFiles(from, objects.length);
    const page = objects.slice(from, from + objectsAtOnce);
    const { uploads } = await ask(
      'offerArchiveObjects',
      jobId,
      page.map(({ sha256, size }) => ({ sha256, size })),
    );
    for (const { sha256, url } of uploads) {
      stopIfCancelled(signal);
      if (!(await sendOne(sha256, url))) missing.add(sha256);
    }
  }
  onFiles(objects.length, objects.length);
  return missing;
}

/** @returns false when the bytes are gone or no longer what they were */
async function sendOne(sha256: string, url: string): Promise<boolean> {
  const bytes = await readBytes(sha256).catch(() => null);
  if (bytes === null) return false;
  try {
    // A file that has gone from the disk still has a size; only reading it tells.
    await bytes.slice(0, 1).arrayBuffer();
  } catch {
    return false;
  }
  try {
    await upload(url, bytes);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'hashMismatch') return false;
    throw error;
  }
}

/** Streams one text to main. */
export async function sendText(jobId: string, name: string, text: Blob): Promise<void> {
  const { url } = await ask('addArchiveText', jobId, name);
  await upload(url, text);
}

function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled');
}
