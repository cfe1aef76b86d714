import { database } from './database';
import type { Platform } from '#shared/domain/platform';

/** The hour a buyer is usually online belongs to the buyer on that platform, not to one case (R165). */
function keyOf(platform: Platform, buyerId: string): string {
  return `buyerHour:${platform}:${buyerId}`;
}

/** Minute of the Shanghai day this buyer is usually online; null until the seller has typed it. */
export async function readBuyerHour(platform: Platform, buyerId: string): Promise<number | null> {
  const value = (await database().settings.get(keyOf(platform, buyerId)))?.value;
  return typeof value === 'number' ? value : null;
}

/** Keeps when this buyer is usually online, for all of the buyer's cases. */
export async function writeBuyerHour(platform: Platform, buyerId: string, minute: number): Promise<void> {
  await database().settings.put({ key: keyOf(platform, buyerId), value: minute });
}
