import { replacePart } from '../../data/inbox-repository';
import { warn } from '../../state/toast-store';
import type { InboxId, Sha256 } from '#shared/domain/ids';

/**
 * A file of the watched folder that had been taken before it was complete (a phone's transfer that rested) is there whole
 * now: it takes the place of its own beginning, told by the bytes and not by the name. A filed beginning is named.
 */
export async function settleGrown(
  file: File,
  { grownFrom, whole, now }: { readonly grownFrom: number; readonly whole: InboxId; readonly now: number },
  hash: (blob: Blob) => Promise<string>,
): Promise<void> {
  const part = (await hash(file.slice(0, grownFrom))) as Sha256;
  const outcome = await replacePart(part, whole, now);
  if (outcome.part !== 'filed') return;
  const { fileName, wholeName, caseNo } = outcome;
  warn('watch.grown', { name: file.name, fileName, wholeName, caseNo });
}
