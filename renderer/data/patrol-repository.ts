import {
  defaultPatrol,
  roundAlarms,
  type PatrolKind,
  type PatrolSettings,
  type PlatformCounts,
  type RoundAlarm,
} from '#shared/domain/patrol';
import { platforms, type Platform } from '#shared/domain/platform';
import { database } from './database';
import { makeId } from './make-id';
import type { PatrolRoundRecord } from './records';

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
  if (open.size === 0) return counts;
  // Few of all platforms have cases: only those are asked for.
  const used = new Set<unknown>(await cases.orderBy('platform').uniqueKeys());
  for (const platform of platforms.filter((one) => used.has(one))) {
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

const rungKey = 'patrolRung';
const kinds = ['pending', 'reviews'] as const satisfies readonly PatrolKind[];

/** The newest round of each kind that rang (epoch ms), and up to which one the seller has taken note. */
type RungRounds = Readonly<Partial<Record<PatrolKind, { readonly at: number; readonly seen: boolean }>>>;

async function readRung(): Promise<RungRounds> {
  const stored = (await database().settings.get(rungKey))?.value;
  return typeof stored === 'object' && stored !== null ? (stored as RungRounds) : {};
}

/** The alarm of a round: its id as main knows it. */
export function roundAlarmId(kind: PatrolKind): `patrol:${PatrolKind}` {
  return `patrol:${kind}`;
}

/** Rounds to ring for; none while there is no platform to look at. */
export async function listRoundAlarms(now: number): Promise<readonly RoundAlarm[]> {
  const [settings, shown, pending, reviews] = await Promise.all([
    readPatrolSettings(),
    patrolPlatforms(),
    lastRound('pending'),
    lastRound('reviews'),
  ]);
  if (shown.length === 0) return [];
  return roundAlarms(settings, { pending: pending?.at ?? null, reviews: reviews?.at ?? null }, now);
}

/** Notes the rounds main has rung for. Told twice, or late, it changes nothing. */
export async function markRoundsRung(
  fired: readonly { readonly reminderId: string; readonly dueAt: number }[],
): Promise<void> {
  const { settings } = database();
  await database().transaction('rw', [settings], async () => {
    const rung = { ...(await readRung()) };
    for (const kind of kinds) {
      for (const one of fired.filter(({ reminderId }) => reminderId === roundAlarmId(kind)))
        if (one.dueAt > (rung[kind]?.at ?? -Infinity)) rung[kind] = { at: one.dueAt, seen: false };
    }
    await settings.put({ key: rungKey, value: rung });
  });
}

/** Rounds that rang, were not walked since, and were not taken note of: at most one of each kind (R60, R70). */
export async function listRoundsNotDone(): Promise<
  readonly { readonly kind: PatrolKind; readonly at: number }[]
> {
  const [rung, settings] = await Promise.all([readRung(), readPatrolSettings()]);
  const open: { kind: PatrolKind; at: number }[] = [];
  for (const kind of kinds) {
    const one = rung[kind];
    if (one === undefined || one.seen || !settings[kind]) continue;
    if (((await lastRound(kind))?.at ?? -Infinity) < one.at) open.push({ kind, at: one.at });
  }
  return open;
}

/** The seller has taken note of a round that is not done; it is listed again when the next one rings. */
export async function dismissRound(kind: PatrolKind): Promise<void> {
  const { settings } = database();
  await database().transaction('rw', [settings], async () => {
    const rung = await readRung();
    const one = rung[kind];
    if (one !== undefined)
      await settings.put({ key: rungKey, value: { ...rung, [kind]: { ...one, seen: true } } });
  });
}
