import { sha256 } from 'hash-wasm';
import { normalizeBuyerId } from '#shared/domain/buyer-id';
import { buyerKey } from '#shared/domain/buyer';
import { caseStatuses } from '#shared/domain/case';
import {
  checkDraw,
  drawWinners,
  ticketText,
  type Draw,
  type DrawCheck,
  type DrawId,
  type Entrant,
  type Reward,
  type RewardId,
  type Ticketed,
} from '#shared/domain/lucky-draw';
import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';
import type { Order } from '#shared/domain/order';
import type { Platform } from '#shared/domain/platform';

/** Somebody of the sample shop only goes with it. */
export type KnownEntrant = Entrant & { readonly sample: boolean };

export type DrawInput = {
  readonly platform: Platform | 'all';
  /** Only buyers with an order since then, epoch ms. */
  readonly from: number;
  readonly winners: number;
  readonly amountFen: number;
  /** Buyer IDs of a list (those who follow the shop); empty for everybody. */
  readonly only: readonly string[];
};

/** The most winners of one draw: more is a slip of the finger. */
export const mostWinners = 500;

/**
 * Who takes part (R54): buyers with an order number in a case, a review or an imported order since then, each once.
 * Who never paid or has the money back, who was abusive and who was anonymised is left out.
 */
export async function listEntrants({
  platform,
  from,
  only,
}: Pick<DrawInput, 'platform' | 'from' | 'only'>): Promise<KnownEntrant[]> {
  const db = database();
  const [cases, reviews, orders, profiles] = await Promise.all([
    Promise.all(
      caseStatuses.map((status) =>
        db.cases
          .where('[status+createdAt]')
          .between([status, from], [status, Infinity])
          .filter(({ anonymisedAt }) => anonymisedAt === undefined)
          .toArray(),
      ),
    ),
    db.reviews.where('at').aboveOrEqual(from).toArray(),
    db.orders.filter((one) => isBought(one, from)).toArray(),
    db.buyers.toArray(),
  ]);
  const shunned = new Set(profiles.flatMap(({ caution, key }) => (caution === 'abusive' ? [key] : [])));
  const listed = new Set(only.map((one) => one.trim().normalize('NFC')).filter((one) => one !== ''));
  const found = new Map<string, KnownEntrant>();
  for (const { platform: at, buyerId, orderNo, sample } of [...cases.flat(), ...reviews, ...orders]) {
    if (buyerId === undefined) continue;
    const key = buyerKey(at, buyerId);
    // `t***3` may be anybody: a name with stars cannot be sent anything.
    if (orderNo === '' || buyerId === '' || buyerId.includes('*') || shunned.has(key)) continue;
    if (platform !== 'all' && at !== platform) continue;
    if (listed.size > 0 && !listed.has(buyerId)) continue;
    found.set(key, { platform: at, buyerId, sample: sample && found.get(key)?.sample !== false });
  }
  return [...found.values()];
}

/** Whether somebody paid for it since then and did not get the money back. */
function isBought({ stage, paidAt, createdAt }: Order, from: number): boolean {
  return !['pendingPay', 'refunded', 'closed'].includes(stage) && (paidAt ?? createdAt ?? 0) >= from;
}

/** 32 bytes from the computer's own source of randomness, as hex. */
function newSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns the ticket of somebody under a seed: SHA-256, 64 hex digits */
async function ticketOf<One extends Entrant>(seed: string, entrant: One): Promise<One & Ticketed> {
  return { ...entrant, ticket: await sha256(ticketText(seed, entrant)) };
}

/**
 * Draws winners and notes what they are owed (R54). The draw and all tickets are kept, so that it can be checked and no
 * draw can be left out. Throws `invalidInput` for numbers that cannot be or when nobody takes part.
 */
export async function holdDraw(
  input: DrawInput,
  note: string,
  now: number,
  seed: string = newSeed(),
): Promise<{ readonly draw: Draw; readonly rewards: readonly Reward[] }> {
  const { winners, amountFen, platform, from } = input;
  const fine = Number.isInteger(winners) && winners >= 1 && winners <= mostWinners && amountFen > 0;
  const entrants = await listEntrants(input);
  if (!fine || entrants.length === 0) throw new AppError('invalidInput', { what: 'draw' });
  // Hashing has to end before the transaction begins.
  const ticketed = await Promise.all(entrants.map((one) => ticketOf(seed, one)));
  const draw: Draw = {
    id: makeId<'draw'>(now),
    at: now,
    seed,
    tickets: ticketed.map(({ ticket }) => ticket).toSorted(),
    winners: Math.min(winners, entrants.length),
    amountFen,
    from,
    platform,
    sample: entrants.every((one) => one.sample),
  };
  const rewards = drawWinners(ticketed, winners).map(({ platform: at, buyerId, ticket, sample }): Reward => ({
    id: makeId<'reward'>(now),
    platform: at,
    buyerId,
    kind: 'redPacket',
    why: 'draw',
    amountFen,
    note: note.trim().slice(0, 300),
    drawId: draw.id,
    ticket,
    sentAt: null,
    at: now,
    sample,
  }));
  const db = database();
  await db.transaction('rw', [db.draws, db.rewards], async () => {
    await db.draws.add(draw);
    await db.rewards.bulkAdd(rewards);
  });
  return { draw, rewards };
}

/** All draws, newest first. */
export async function listDraws(): Promise<Draw[]> {
  return (await database().draws.toArray()).sort((a, b) => b.at - a.at);
}

/** Checks a draw by its own record (R54). Winners who were deleted since are not looked at. Throws `notFound`. */
export async function verifyDraw(id: DrawId): Promise<DrawCheck> {
  const draw = await database().draws.get(id);
  if (draw === undefined) throw new AppError('notFound', { what: 'draw' });
  const won = await database()
    // One that was anonymised has no ticket any more.
    .rewards.filter(({ drawId, ticket }) => drawId === id && ticket !== '')
    .toArray();
  const looked = await Promise.all(
    won.map(async (one) => ({ ticket: one.ticket, expected: (await ticketOf(draw.seed, one)).ticket })),
  );
  return checkDraw(draw, looked);
}

/** The log of what was given away, newest first (R54, R55). */
export async function listRewards(): Promise<Reward[]> {
  return (await database().rewards.orderBy('at').toArray()).toReversed();
}

export type RewardInput = Pick<Reward, 'platform' | 'buyerId' | 'kind' | 'why' | 'amountFen' | 'note'>;

/** Logs something that was given (R55). Throws `buyerIdEmpty`, `invalidInput` for an amount that cannot be. */
export async function addReward(input: RewardInput, now: number): Promise<Reward> {
  if (!Number.isInteger(input.amountFen) || input.amountFen <= 0)
    throw new AppError('invalidInput', { what: 'reward' });
  const reward: Reward = {
    ...input,
    buyerId: normalizeBuyerId(input.buyerId),
    note: input.note.trim().slice(0, 300),
    id: makeId<'reward'>(now),
    drawId: null,
    ticket: '',
    sentAt: now,
    at: now,
    sample: false,
  };
  await database().rewards.add(reward);
  return reward;
}

/** It was sent on the platform, or was not after all. Throws `notFound`. */
export async function setRewardSent(id: RewardId, sentAt: number | null): Promise<void> {
  const { rewards } = database();
  const changed = await rewards.update(id, { sentAt });
  if (changed === 0 && (await rewards.get(id)) === undefined)
    throw new AppError('notFound', { what: 'reward' });
}
