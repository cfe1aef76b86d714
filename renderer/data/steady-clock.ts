import { database } from './database';

const key = 'steadyClock';
const day = 24 * 60 * 60 * 1000;
/** Longer between two looks is a jump, or a long time away: both look the same from here. */
const mostApart = 7 * day;
/** For so long the clock has to have run on before anything is removed because of its date. */
const steadyFor = day;

type Seen = { readonly since: number; readonly last: number };

/**
 * Whether the clock can be trusted with removing things for good: it has run on for a day without a jump. A clock set
 * to 2036 by a dead battery must not empty the trash. Call every hour or so.
 */
export async function isClockSteady(now: number): Promise<boolean> {
  const { settings } = database();
  return database().transaction('rw', [settings], async () => {
    const seen = (await settings.get(key))?.value as Seen | undefined;
    const runsOn = seen !== undefined && now >= seen.last && now - seen.last <= mostApart;
    const since = runsOn ? seen.since : now;
    await settings.put({ key, value: { since, last: now } satisfies Seen });
    return now - since >= steadyFor;
  });
}
