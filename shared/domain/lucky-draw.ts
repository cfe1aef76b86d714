import { buyerKey } from './buyer';
import type { Id } from './ids';
import type { Platform } from './platform';

export type DrawId = Id<'draw'>;
export type RewardId = Id<'reward'>;

/** A random draw (R54). Times are epoch ms, money is fen. It names nobody: winners stand in the log of gifts. */
export type Draw = {
  readonly id: DrawId;
  readonly at: number;
  /** 64 hex digits from the computer's source of randomness, made before anybody could know the result. */
  readonly seed: string;
  /** The tickets of all who took part, lowest first; a ticket says nothing of its owner. */
  readonly tickets: readonly string[];
  readonly winners: number;
  readonly amountFen: number;
  readonly from: number;
  readonly platform: Platform | 'all';
  readonly sample: boolean;
};

/** What was given away (R54, R55). */
export const rewardKinds = ['redPacket', 'coupon', 'freight', 'gift'] as const;
export type RewardKind = (typeof rewardKinds)[number];
/** Why. The last one breaks today's platform rules; it is kept as a record with a plain warning (R55). */
export const rewardReasons = ['draw', 'thanks', 'apology', 'forReview'] as const;
export type RewardReason = (typeof rewardReasons)[number];

export type Reward = {
  readonly id: RewardId;
  readonly platform: Platform;
  readonly buyerId: string;
  readonly kind: RewardKind;
  readonly why: RewardReason;
  readonly amountFen: number;
  readonly note: string;
  /** The draw it was won in. */
  readonly drawId: DrawId | null;
  readonly ticket: string;
  /** When it was sent on the platform; null while it is owed. */
  readonly sentAt: number | null;
  readonly at: number;
  readonly sample: boolean;
};

/** Somebody who takes part, once, however many orders there were. */
export type Entrant = { readonly platform: Platform; readonly buyerId: string };

/** What is hashed for a ticket: the seed and who it is. Anybody can do it again. */
export function ticketText(seed: string, { platform, buyerId }: Entrant): string {
  return `${seed}:${buyerKey(platform, buyerId)}`;
}

export type Ticketed = Entrant & { readonly ticket: string };

/**
 * Draws: everybody has a ticket, the SHA-256 of seed and name; the lowest ones win. The order in which people were
 * listed means nothing, and taking somebody out changes nobody else's luck.
 */
export function drawWinners<One extends Ticketed>(entrants: readonly One[], winners: number): readonly One[] {
  return entrants
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .slice(0, winners);
}

/** What a look back at a draw finds. */
export type DrawCheck = 'fair' | 'wrongTicket' | 'notLowest';

/**
 * Checks a draw by its own record: each winner's ticket follows from the seed, and no ticket that took part is lower
 * than theirs and did not win.
 * @param winners those still in the log, with the ticket that follows from the seed now
 */
export function checkDraw(
  { tickets, winners: count }: Pick<Draw, 'tickets' | 'winners'>,
  winners: readonly { readonly ticket: string; readonly expected: string }[],
): DrawCheck {
  if (winners.some(({ ticket, expected }) => ticket !== expected)) return 'wrongTicket';
  const lowest = new Set(tickets.toSorted().slice(0, count));
  return winners.every(({ ticket }) => lowest.has(ticket)) ? 'fair' : 'notLowest';
}
