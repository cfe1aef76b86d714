import type { SaveRequest, SaveTarget } from '#shared/ipc/contract';
import path from 'node:path';
import { safeFileName } from './safe-name';
import type { Transfers } from './transfers';

/** Asks the seller where a file should go. @returns an absolute path, null when the dialog was closed */
export type ChooseSavePath = (
  suggestedName: string,
  kind: SaveRequest['kind'] | 'archive',
) => Promise<string | null>;

const uploadLifetimeMs = 60 * 60 * 1000;

/** Answers `chooseSaveTarget`: the seller picks the place in main's own dialog; the window only proposes a name. */
export async function openSaveTarget(
  request: SaveRequest,
  choose: ChooseSavePath,
  transfers: Transfers,
): Promise<SaveTarget | null> {
  const target = await choose(safeFileName(request.suggestedName), request.kind);
  if (target === null) return null;
  const { url } = transfers.open({ path: target, options: {} }, uploadLifetimeMs);
  return { url, fileName: path.basename(target) };
}
