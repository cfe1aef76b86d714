import { fromShanghai, isoDay } from '#shared/domain/shanghai-time';
import { database } from './database';

const key = 'dailyLoad';
/** What a platform lets one account take at most (R186). */
export const mostLoad = 500;

/** How many new cases a day the seller wants at most, or null when nothing was set. */
export async function readDailyLoad(): Promise<number | null> {
  const value: unknown = (await database().settings.get(key))?.value;
  return typeof value === 'number' && value >= 1 && value <= mostLoad ? value : null;
}

/** Sets the number of new cases a day from which the seller is reminded; null for none. */
export async function writeDailyLoad(count: number | null): Promise<void> {
  if (count === null) await database().settings.delete(key);
  else await database().settings.put({ key, value: Math.min(mostLoad, Math.max(1, Math.round(count))) });
}

/** Cases opened on the Shanghai day of `now` (epoch ms). */
export async function countOpenedToday(now: number): Promise<number> {
  const begin = fromShanghai(`${isoDay(now)}T00:00`) ?? now;
  const { cases } = database();
  const counts = await Promise.all(
    (['open', 'closed'] as const).map((status) =>
      cases.where('[status+createdAt]').between([status, begin], [status, Infinity]).count(),
    ),
  );
  return counts.reduce((sum, one) => sum + one, 0);
}
