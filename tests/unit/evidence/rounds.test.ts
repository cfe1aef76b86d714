import { expect, test, vi } from 'vitest';
import { createRounds } from '../../../renderer/features/evidence/rounds';

/** Work that lies in a heap; `after` ends when the test says so. */
function makeWork(heap: string[]) {
  const done: string[] = [];
  const told: string[][] = [];
  const failures: unknown[] = [];
  const gate = { fail: (): void => undefined };
  const waiting = new Promise<undefined>((_, reject) => {
    gate.fail = () => {
      reject(new Error('no'));
    };
  });
  const begin = createRounds<string>({
    mayWork: () => true,
    list: () => Promise.resolve(heap.slice(0, 2)),
    workOff: async (batch, isFresh) => {
      for (const one of batch) {
        if (isFresh()) return;
        await Promise.resolve();
        done.push(one);
        heap.splice(heap.indexOf(one), 1);
      }
    },
    after: async (items) => {
      told.push([...items]);
      await waiting;
    },
    failed: (error) => failures.push(error),
  });
  return { begin, done, told, gate, failures };
}

test('R22 what comes in while the last pictures are still being told of gets its picture all the same', async () => {
  const heap = ['a', 'b', 'c'];
  const { begin, done, told } = makeWork(heap);
  begin();
  await vi.waitFor(() => {
    expect(told).toEqual([['a', 'b', 'c']]);
  });
  heap.push('d');
  begin();
  await vi.waitFor(() => {
    expect(told).toEqual([['a', 'b', 'c'], ['d']]);
  });
  expect(done).toEqual(['a', 'b', 'c', 'd']);
});

test('to begin anew has it look again, and nothing is done twice', async () => {
  const heap = ['a', 'b'];
  const { begin, done } = makeWork(heap);
  begin();
  heap.unshift('new');
  begin();
  begin();
  await vi.waitFor(() => {
    expect(heap).toEqual([]);
  });
  expect(done).toHaveLength(3);
});

test('what fails in telling is noted, and the next round is not kept', async () => {
  const heap = ['a'];
  const { begin, done, gate, failures } = makeWork(heap);
  begin();
  gate.fail();
  await vi.waitFor(() => {
    expect(failures).toHaveLength(1);
  });
  heap.push('b');
  begin();
  await vi.waitFor(() => {
    expect(done).toEqual(['a', 'b']);
  });
});
