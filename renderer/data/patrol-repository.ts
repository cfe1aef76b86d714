import { defaultPatrol, type PatrolSettings, type PlatformCounts } from '#shared/domain/patrol';
import { platforms, type Platform } from '#shared/domain/platform';
import { database } from './database';
import { makeId } from './make-id';
import type { PatrolKind, PatrolRoundRecord } from './records';

const settingKey = 'patrol';

/** Shop hours and rounds; what was never set takes the shop's usual values. */
export async function readPatrolSettings(): Promise<PatrolSettings> {
  const stored = (await database().settings.get(settingKey))?.value;
  return typeof stored === 'object' && stored !== null ? { ...defaultPatrol, ...stored } : defaultPatrol;
}

/** Changes shop hours and rounds. */
export async function writePatrolSettings(settings: PatrolSettings): Promise<void> {
  await database().settings.put({ key: settingKey, value: settings });
}

/** Open after-sales cases per platform right now. */
export async function countOursByPlatform(): Promise<PlatformCounts> {
  const { cases } = database();
  const open = new Set(
    await cases.where('[status+nextSort]').between(['open', 0], ['open', Infinity]).primaryKeys(),
  );
  const counts: Partial<Record<Platform, number>> = {};
  for (const platform of platforms) {
    const ids = await cases.where('platform').equals(platform).primaryKeys();
    const count = ids.filter((id) => open.has(id)).length;
    if (count > 0) counts[platform] = count;
  }
  return counts;
}

/** Platforms to look at in a round: those of the shops, and those with open cases. */
export async function patrolPlatforms(): Promise<readonly Platform[]> {
  const [shops, ours] = await Promise.all([database().shops.toArray(), countOursByPlatform()]);
  const wanted = new Set<string>([...shops.map((shop) => shop.platform), ...Object.keys(ours)]);
  return platforms.filter((platform) => platform !== 'other' && wanted.has(platform));
}

/** Writes down a finished round (R60, R70) with what each platform showed and what we had at that moment. */
export async function finishRound(kind: PatrolKind, seen: PlatformCounts, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.patrolRounds, db.cases], async () => {
    const ours = await countOursByPlatform();
    await db.patrolRounds.add({ id: makeId<'round'>(now), kind, at: now, seen, ours });
  });
}

/** The last finished round of a kind, or null. */
export async function lastRound(kind: PatrolKind): Promise<PatrolRoundRecord | null> {
  const found = await database().patrolRounds.where('[kind+at]').between([kind, 0], [kind, Infinity]).last();
  return found ?? null;
}

/** When rounds of a kind were finished since a time (epoch ms), oldest first. */
export async function listRoundTimes(kind: PatrolKind, since: number): Promise<readonly number[]> {
  const rounds = await database()
    .patrolRounds.where('[kind+at]')
    .between([kind, since], [kind, Infinity])
    .toArray();
  return rounds.map(({ at }) => at);
}
