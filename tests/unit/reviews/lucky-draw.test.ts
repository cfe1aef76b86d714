import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDraw, drawWinners, ticketText, type Ticketed } from '#shared/domain/lucky-draw';

const ticketed = (seed: string, ids: readonly string[]): Ticketed[] =>
  ids.map((buyerId) => {
    const entrant = { platform: 'taobao', buyerId } as const;
    return { ...entrant, ticket: createHash('sha256').update(ticketText(seed, entrant)).digest('hex') };
  });
const names = (some: readonly Ticketed[]): string[] => some.map(({ buyerId }) => buyerId);

test('R54 the same seed and people give the same winners, in whatever order they are listed', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(ids, fc.nat(10), (all, count) => {
      const forward = drawWinners(ticketed('seed', all), count);
      const backward = drawWinners(ticketed('seed', all.toReversed()), count);
      expect(names(forward)).toEqual(names(backward));
      expect(forward).toHaveLength(Math.min(count, all.length));
    }),
  );
});

test('R54 over many seeds everybody wins about as often as everybody else', () => {
  const all = Array.from({ length: 10 }, (_one, index) => `买家${index}`);
  const won = new Map(all.map((one) => [one, 0]));
  for (let seed = 0; seed < 1000; seed += 1) {
    for (const one of names(drawWinners(ticketed(`s${seed}`, all), 3))) won.set(one, (won.get(one) ?? 0) + 1);
  }
  // 300 each are expected; the seeds are fixed, so this is no matter of luck.
  for (const times of won.values()) expect(Math.abs(times - 300)).toBeLessThan(60);
});

test('R54 a draw is found out when a winner was swapped or a ticket was changed', () => {
  const all = ticketed('seed', ['a', 'b', 'c', 'd']);
  const [first, second] = drawWinners(all, 2);
  const last = drawWinners(all, 4).at(-1);
  const record = { tickets: all.map(({ ticket }) => ticket), winners: 2 };
  const told = (one: Ticketed | undefined, expected = one?.ticket) => ({
    ticket: one?.ticket ?? '',
    expected: expected ?? '',
  });
  expect(checkDraw(record, [told(first), told(second)])).toBe('fair');
  expect(checkDraw(record, [told(first)])).toBe('fair');
  expect(checkDraw(record, [told(first), told(last)])).toBe('notLowest');
  expect(checkDraw(record, [told(first), told(second, 'other')])).toBe('wrongTicket');
});

test('R54 the same name on two platforms is two people', () => {
  expect(ticketText('s', { platform: 'taobao', buyerId: 'a' })).not.toBe(
    ticketText('s', { platform: 'pdd', buyerId: 'a' }),
  );
});
