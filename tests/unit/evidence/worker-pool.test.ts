import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPool, type PooledWorker } from '../../../renderer/workers/worker-pool';

/** A worker as the browser gives it, answering when the test says so. */
class FakeWorker extends EventTarget implements PooledWorker {
  readonly got: unknown[] = [];
  ended = false;
  postMessage(message: unknown): void {
    this.got.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(answer: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: { ok: true, answer } }));
  }
  fail(name: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: { ok: false, name, message: 'no' } }));
  }
}

let made: FakeWorker[] = [];
const spawn = (): PooledWorker => {
  const worker = new FakeWorker();
  made.push(worker);
  return worker as unknown as PooledWorker;
};

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a pool of workers', () => {
  test('starts at most its size, and gives the next request to the one that is free', async () => {
    const pool = createPool<string, string>(spawn, 2);
    const answers = ['a', 'b', 'c'].map((one) => pool.run(one, 1000));
    expect(made.map(({ got }) => got)).toEqual([['a'], ['b']]);
    made[1]?.answer('B');
    expect(await answers[1]).toBe('B');
    expect(made.map(({ got }) => got)).toEqual([['a'], ['b', 'c']]);
    made[0]?.answer('A');
    made[1]?.answer('C');
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C']);
    expect(made).toHaveLength(2);
  });

  test('starts its workers ahead of what is about to come, and ends them when nothing comes', async () => {
    const pool = createPool<string, string>(spawn, 2);
    pool.warm();
    pool.warm();
    expect(made).toHaveLength(2);
    const answer = pool.run('a', 1000);
    const busy = made.find(({ got }) => got.length > 0);
    await vi.advanceTimersByTimeAsync(900);
    busy?.answer('A');
    expect(await answer).toBe('A');
    expect(made).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(made.map(({ ended }) => ended)).toEqual([true, true]);
  });

  test('ends and replaces a worker that does not answer in time', async () => {
    const pool = createPool<string, string>(spawn, 1);
    const slow = pool.run('bomb', 15_000);
    const next = pool.run('photo', 15_000);
    const lost = expect(slow).rejects.toMatchObject({ name: 'WorkerLost', reason: 'timeout' });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(made[0]?.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await lost;
    expect(made[0]?.ended).toBe(true);
    made[1]?.answer('done');
    expect(await next).toBe('done');
  });

  test('a worker that cannot be started fails its own request only', async () => {
    let broken = true;
    const pool = createPool<string, string>(() => {
      if (broken) throw new Error('no worker');
      return spawn();
    }, 1);
    await expect(pool.run('a', 1000)).rejects.toThrow('no worker');
    broken = false;
    const second = pool.run('b', 1000);
    made[0]?.answer('B');
    expect(await second).toBe('B');
  });

  test('replaces a worker that broke', async () => {
    const pool = createPool<string, string>(spawn, 1);
    const first = pool.run('a', 1000);
    made[0]?.dispatchEvent(new Event('error'));
    await expect(first).rejects.toMatchObject({ reason: 'crashed' });
    const second = pool.run('b', 1000);
    made[1]?.answer('B');
    expect(await second).toBe('B');
  });

  test('workers with nothing to do are ended after a while, and new ones are started when needed', async () => {
    const pool = createPool<string, string>(spawn, 2);
    const first = pool.run('a', 60_000);
    const second = pool.run('b', 60_000);
    made[0]?.answer('A');
    await first;
    await vi.advanceTimersByTimeAsync(30_000);
    // The other still works: this one may be wanted at any moment.
    expect(made[0]?.ended).toBe(false);
    made[1]?.answer('B');
    await second;
    await vi.advanceTimersByTimeAsync(4000);
    expect(made[0]?.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1001);
    expect(made.map(({ ended }) => ended)).toEqual([true, true]);
    const third = pool.run('c', 1000);
    made[2]?.answer('C');
    expect(await third).toBe('C');
  });

  test('a failure of the work itself keeps the worker and its name', async () => {
    const pool = createPool<string, string>(spawn, 1);
    const first = pool.run('a', 1000);
    made[0]?.fail('EncodingError');
    await expect(first).rejects.toMatchObject({ name: 'EncodingError' });
    void pool.run('b', 1000);
    expect(made[0]?.got).toEqual(['a', 'b']);
  });

  test('gives up at once when nobody wants the answers any more', async () => {
    const pool = createPool<string, string>(spawn, 1);
    const stop = new AbortController();
    const first = pool.run('a', 1000, stop.signal);
    const second = pool.run('b', 1000, stop.signal);
    stop.abort();
    await expect(first).rejects.toMatchObject({ reason: 'aborted' });
    await expect(second).rejects.toMatchObject({ reason: 'aborted' });
    expect(made).toHaveLength(1);
    expect(made[0]?.ended).toBe(true);
  });
});
