import { buyerKey, type BuyerProfile } from '#shared/domain/buyer';
import { firstTimes, type FirstTime } from '#shared/knowledge/first-times';
import { readBuyerHour } from './buyer-hour-repository';
import { listCasesOfBuyer } from './case-repository';
import { database } from './database';
import { findBuyers } from './privacy-repository';
import type { Case } from '#shared/domain/case';
import type { Platform } from '#shared/domain/platform';

/** A line of the list of buyers. */
export type BuyerLine = {
  readonly platform: Platform;
  readonly buyerId: string;
  readonly cases: number;
  readonly profile: BuyerProfile | null;
};

/** How many recently touched cases are looked at for buyers when nothing was typed. */
const recentCases = 300;

/**
 * Buyers over all shops: those whose ID contains a text, or without one those with a caution and those seen last. At
 * most `limit`.
 */
export async function listBuyers(text: string, limit: number): Promise<BuyerLine[]> {
  const db = database();
  const profiles = new Map((await db.buyers.toArray()).map((one) => [one.key, one]));
  const found =
    text.trim() === '' ? await seenLast([...profiles.values()], limit) : await findBuyers(text, limit);
  return found.map((one) => ({
    ...one,
    profile: profiles.get(buyerKey(one.platform, one.buyerId)) ?? null,
  }));
}

async function seenLast(
  profiles: readonly BuyerProfile[],
  limit: number,
): Promise<{ platform: Platform; buyerId: string; cases: number }[]> {
  const { cases } = database();
  const recent = await Promise.all(
    (['open', 'closed'] as const).map((status) =>
      cases
        .where('[status+updatedAt]')
        .between([status, 0], [status, Infinity])
        .reverse()
        .limit(recentCases)
        .toArray(),
    ),
  );
  const seen = recent
    .flat()
    .filter(({ anonymisedAt }) => anonymisedAt === undefined)
    .sort((a, b) => b.updatedAt - a.updatedAt);
  const named = profiles.filter(({ caution }) => caution !== 'none');
  const keys = new Map(
    [...named, ...seen].map(({ platform, buyerId }) => [buyerKey(platform, buyerId), { platform, buyerId }]),
  );
  const chosen = [...keys.values()].slice(0, limit);
  return Promise.all(
    chosen.map(async (one) => ({
      ...one,
      cases: await cases.where('[platform+buyerId]').equals([one.platform, one.buyerId]).count(),
    })),
  );
}

/** How often a first-time favour was given, in cases and by hand (R37). */
export type FirstTimeCount = {
  readonly first: FirstTime;
  readonly count: number;
  readonly caseNos: readonly string[];
};

/** The first-time favours of a buyer; `except` leaves out the case that is being decided. */
export async function countFirstTimes(
  platform: Platform,
  buyerId: string,
  except: string | null = null,
): Promise<FirstTimeCount[]> {
  const db = database();
  const items = (await listCasesOfBuyer(platform, buyerId)).filter(({ id }) => id !== except);
  const profile = await db.buyers.get(buyerKey(platform, buyerId));
  const steps = await Promise.all(
    items.map(async (item) => ({ item, steps: await db.steps.where('caseId').equals(item.id).toArray() })),
  );
  return firstTimes.map((first) => {
    const caseNos = steps.flatMap(({ item, steps: own }) =>
      own.some(({ stepId, answer }) => stepId === first.step && first.answers.includes(answer ?? ''))
        ? [item.caseNo]
        : [],
    );
    return { first, count: caseNos.length + (profile?.firsts?.[first.id] ?? 0), caseNos };
  });
}

/** Adds a first-time favour given outside the cases, or takes one back (never below none). */
export async function countFirstByHand(
  platform: Platform,
  buyerId: string,
  first: string,
  by: 1 | -1,
  now: number,
): Promise<void> {
  const { buyers } = database();
  const key = buyerKey(platform, buyerId);
  await database().transaction('rw', [buyers], async () => {
    const old = await buyers.get(key);
    const count = Math.max(0, (old?.firsts?.[first] ?? 0) + by);
    const blank = { key, platform, buyerId, caution: 'none' as const, reason: '', note: '' };
    await buyers.put({ ...blank, ...old, firsts: { ...old?.firsts, [first]: count }, updatedAt: now });
  });
}

/** Everything known of a buyer, for the list: cases here and under the same nick elsewhere, contacts, content. */
export type BuyerHistory = {
  readonly platform: Platform;
  readonly buyerId: string;
  readonly profile: BuyerProfile | null;
  readonly cases: readonly Case[];
  readonly elsewhere: readonly Case[];
  /** How often the buyer had to come again, over all cases (R164). */
  readonly asked: number;
  /** Minute of the Shanghai day the buyer is usually online (R165). */
  readonly hour: number | null;
  readonly firsts: readonly FirstTimeCount[];
  /** Mean of the satisfaction at closing, null when never asked (R112). */
  readonly satisfaction: number | null;
};

/** A buyer's history (R110). */
export async function readBuyerHistory(platform: Platform, buyerId: string): Promise<BuyerHistory> {
  const db = database();
  const [profile, cases, named, hour, firsts] = await Promise.all([
    db.buyers.get(buyerKey(platform, buyerId)),
    listCasesOfBuyer(platform, buyerId),
    db.cases.where('buyerId').equals(buyerId).toArray(),
    readBuyerHour(platform, buyerId),
    countFirstTimes(platform, buyerId),
  ]);
  const lines = await Promise.all(
    cases.map(({ id }) => db.events.where('[caseId+seq]').between([id, 0], [id, Infinity]).toArray()),
  );
  const stars = cases.flatMap(({ closing }) => closing?.satisfaction ?? []);
  return {
    platform,
    buyerId,
    profile: profile ?? null,
    cases,
    elsewhere: named.filter((one) => one.platform !== platform).toSorted((a, b) => b.createdAt - a.createdAt),
    asked: lines.flat().filter(({ kind }) => kind === 'buyerAsked').length,
    hour,
    firsts,
    satisfaction: stars.length === 0 ? null : stars.reduce((sum, one) => sum + one, 0) / stars.length,
  };
}
