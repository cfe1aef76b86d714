import { describe, expect, test } from 'vitest';
import { byDay, climb, ladderOf } from '#shared/domain/contact-ladder';
import { ladderRungs, shippedLadder } from '#shared/knowledge/contact-ladder';
import type { Contact, ContactChannel, ContactResult } from '#shared/domain/contact';
import type { PersonId } from '#shared/domain/ids';

/** 2026-11-21 11:00 in Shanghai. */
const now = Date.parse('2026-11-21T03:00:00Z');
const hour = 3_600_000;

function tried(
  channel: ContactChannel,
  result: ContactResult,
  at: number,
  part: Partial<Contact> = {},
): Contact {
  return {
    id: `${channel} ${at}` as Contact['id'],
    caseId: 'x' as Contact['caseId'],
    who: '小鱼',
    note: '',
    nextTryAt: null,
    channel,
    result,
    at,
    ...part,
  };
}
const go = (
  attempts: readonly Contact[],
  order?: readonly ContactChannel[],
  buyerMinute: number | null = null,
) => climb(ladderOf(order), attempts, now, buyerMinute);

describe('R7 R86 the contact ladder', () => {
  test('starts at the first rung of the shop’s own order and goes on when a rung is used up', () => {
    expect(go([]).next?.channel).toBe('chat');
    expect(go([], ['phone', 'chat']).next?.channel).toBe('phone');
    const once = [tried('chat', 'messageLeft', now - hour)];
    expect(go(once).next?.channel).toBe('chat');
    const twice = [...once, tried('chat', 'messageLeft', now)];
    expect(go(twice)).toMatchObject({ next: { channel: 'phone' }, exhausted: false });
  });

  test('a wrong number ends its rung at once and needs no waiting', () => {
    const after = go([tried('chat', 'messageLeft', now - 5 * hour), tried('phone', 'wrongNumber', now)]);
    expect(after.rungs.find(({ rung }) => rung.channel === 'phone')?.state).toBe('dead');
    expect(after.nextAt).toBe(now);
  });

  test('the end of the ladder is its end; a talk begins it anew; a courier does not count', () => {
    const all = shippedLadder.flatMap((channel) => {
      const tries = ladderRungs.find((one) => one.channel === channel)?.tries ?? 0;
      return Array.from({ length: tries }, (_, index) => tried(channel, 'noAnswer', now - index));
    });
    expect(go(all)).toMatchObject({ exhausted: true, next: null, nextAt: null, reached: false });
    expect(go(all.slice(1)).exhausted).toBe(false);
    const talked = [...all, tried('phone', 'promised', now + 1)];
    expect(go(talked)).toMatchObject({ exhausted: false, reached: true, next: null });
    expect(go([...talked, tried('chat', 'messageLeft', now + 2)]).next?.channel).toBe('chat');
    const courier = tried('phone', 'reached', now, { personId: 'p' as PersonId });
    expect(go([courier])).toMatchObject({ reached: false, next: { channel: 'chat' } });
  });

  test('waits between tries, calls nobody at night, and follows the hour the buyer is online (R165)', () => {
    const chat = [tried('chat', 'messageLeft', now)];
    expect(go(chat).nextAt).toBe(now + 2 * hour);
    const late = Date.parse('2026-11-21T15:00:00Z');
    expect(byDay(late)).toBe(Date.parse('2026-11-22T01:00:00Z'));
    expect(byDay(Date.parse('2026-11-20T20:00:00Z'))).toBe(Date.parse('2026-11-21T01:00:00Z'));
    expect(byDay(now)).toBe(now);
    // Half past midnight, typed by the seller.
    expect(go(chat, undefined, 30).nextAt).toBe(Date.parse('2026-11-21T16:30:00Z'));
  });
});
