import { viewability } from '#shared/domain/file-check';
import { saveProductPicture } from '../../data/order-repository';
import { checkInWorker } from '../../workers/check';
import type { Order } from '#shared/domain/order';

export type PictureProblem = 'notPicture' | 'tooLarge';

/** It is shown as small as a stamp, and decoded whole each time. */
const maxBytes = 3_000_000;
const maxPixels = 16_000_000;

/** Makes a file the picture of an order's product, judged by its bytes as evidence is; null when all is well. */
export async function takeProductPicture(
  order: Order,
  file: File,
  now: number,
): Promise<PictureProblem | null> {
  if (file.size > maxBytes) return 'tooLarge';
  const answer = await checkInWorker(file, file.name);
  if (!answer.ok) return 'notPicture';
  const { sha256, mime, width, height } = answer;
  const how = viewability(answer);
  if (how === 'tooLarge' || (width ?? 0) * (height ?? 0) > maxPixels) return 'tooLarge';
  if (how !== 'picture') return 'notPicture';
  await saveProductPicture(order, { sha256, mime, blob: new Blob([file], { type: mime }) }, now);
  return null;
}
