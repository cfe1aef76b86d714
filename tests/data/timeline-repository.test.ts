import { freshDatabase, noon } from './fresh-database';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCase, updateCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { appendEvent, findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { timelineHashText, type TimelineEvent } from '#shared/domain/timeline';

freshDatabase();

async function history(): Promise<readonly TimelineEvent[]> {
  const item = await createCase(makeCaseInput(), noon);
  for (const [index, product] of ['一', '二', '三', '四'].entries()) {
    await updateCase(item.id, { product }, noon + index + 1);
  }
  return listEvents(item.id);
}

describe('the history of a case', () => {
  test('R121 is a chain: each line names the hash of the line before', async () => {
    const events = await history();
    expect(events.map((one) => one.seq)).toEqual([1, 2, 3, 4, 5]);
    expect(events[0]?.prevHash).toBe('');
    for (const [index, event] of events.entries()) {
      expect(event.hash).toMatch(/^[0-9a-f]{64}$/);
      if (index > 0) expect(event.prevHash).toBe(events[index - 1]?.hash);
    }
    expect(findBrokenLink(events)).toBeNull();
    expect(findBrokenLink([])).toBeNull();
  });

  test('R121 a chain of two cases written at the same time stays two chains', async () => {
    const [a, b] = await Promise.all([createCase(makeCaseInput(), noon), createCase(makeCaseInput(), noon)]);
    await Promise.all(
      ['x', 'y', 'z'].flatMap((product) => [
        updateCase(a.id, { product }, noon + 1),
        updateCase(b.id, { product }, noon + 1),
      ]),
    );
    for (const { id } of [a, b]) {
      const events = await listEvents(id);
      expect(events.map((one) => one.seq)).toEqual([1, 2, 3, 4]);
      expect(findBrokenLink(events)).toBeNull();
    }
  });

  test.each([
    ['a changed value', (e: TimelineEvent): TimelineEvent => ({ ...e, data: { ...e.data, to: '别的' } })],
    ['a changed time', (e: TimelineEvent): TimelineEvent => ({ ...e, at: e.at + 1 })],
    ['a changed kind', (e: TimelineEvent): TimelineEvent => ({ ...e, kind: 'comment' })],
    ['another hash', (e: TimelineEvent): TimelineEvent => ({ ...e, hash: '0'.repeat(64) })],
    [
      'a line of another case',
      (e: TimelineEvent): TimelineEvent => ({ ...e, caseId: 'x' as TimelineEvent['caseId'] }),
    ],
  ])('R121 %s in the database is found at its line', async (_what, change) => {
    const events = await history();
    const third = events[2];
    if (third === undefined) throw new Error('no third line');
    const tampered = change(third);
    await database().events.put(tampered);
    const stored = events.map((one) => (one.id === third.id ? tampered : one));
    expect(findBrokenLink(stored)).toBe(3);
    if (tampered.caseId === third.caseId) expect(findBrokenLink(await listEvents(third.caseId))).toBe(3);
  });

  test('R121 a line rewritten with a fitting hash of its own is found at the line after it', async () => {
    const [first, ...others] = await history();
    if (first === undefined) throw new Error('no first line');
    const { hash: _hash, ...forged } = { ...first, data: { ...first.data, type: 'exchange' } };
    const hash = createHash('sha256').update(timelineHashText(forged)).digest('hex');
    expect(findBrokenLink([{ ...forged, hash }])).toBeNull();
    expect(findBrokenLink([{ ...forged, hash }, ...others])).toBe(2);
  });

  test('R121 a line taken out, put in again elsewhere or swapped is found', async () => {
    const events = [...(await history())];
    const [a, b, c, d, e] = events as [
      TimelineEvent,
      TimelineEvent,
      TimelineEvent,
      TimelineEvent,
      TimelineEvent,
    ];
    expect(findBrokenLink([a, c, d, e])).toBe(3);
    expect(findBrokenLink([b, c, d, e])).toBe(2);
    expect(findBrokenLink([a, c, b, d, e])).toBe(3);
    expect(findBrokenLink([a, b, b, c, d, e])).toBe(2);
  });

  test('R121 two lines of one moment keep their order and numbers', async () => {
    const item = await createCase(makeCaseInput(), noon);
    await database().transaction('rw', [database().events], async () => {
      await appendEvent(item.id, 'comment', { text: 'a' }, noon);
      await appendEvent(item.id, 'comment', { text: 'b' }, noon);
    });
    const events = await listEvents(item.id);
    expect(events.map((one) => one.data['text'])).toEqual([undefined, 'a', 'b']);
    expect(findBrokenLink(events)).toBeNull();
  });
});
