import { parseWhen, type WhenDirection } from './parse-when';
import { isoDay } from './shanghai-time';

/**
 * A day as a seller types it (`11-28`, `11月28日`, `明天`, `+7d`), as `YYYY-MM-DD` in Shanghai; empty stays empty, null
 * when it is no day.
 */
export function parseDay(text: string, now: number, direction: WhenDirection): string | null {
  if (text.trim() === '') return '';
  const at = parseWhen(text, now, direction);
  return at === null ? null : isoDay(at);
}
