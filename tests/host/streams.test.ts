import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asApp, ask, type FixtureHost, startFixture, textOf } from './fixture-host';

const MB = 1024 * 1024;
const LARGE = 200 * MB;
/** Kernel socket buffers and a few chunks in flight; far below the file. */
const IN_FLIGHT = 40 * MB;

// A busy machine starts processes slowly; the limits only catch what hangs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('large bodies keep back-pressure', () => {
  let fixture: FixtureHost;
  let opened: URL;
  let own: { readonly cookie: string };

  beforeAll(async () => {
    fixture = await startFixture();
    opened = await fixture.opened;
    own = await asApp(opened);
  });
  afterAll(() => fixture.end());

  const counts = async (): Promise<{ pulled: number; read: number }> =>
    JSON.parse(await textOf(await ask(opened, '/counts', { headers: own }))) as {
      pulled: number;
      read: number;
    };
  /** Memory of the host process now, or null where the system does not tell. */
  const memory = (): number | null => {
    try {
      const status = readFileSync(`/proc/${fixture.host.pid ?? 0}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    } catch {
      return null;
    }
  };

  test('a slow reader pauses the app’s producer', async () => {
    const before = await counts();
    const answer = await ask(opened, `/zeros?bytes=${LARGE}`, { headers: own });
    answer.pause();
    await delay(300);
    const first = await counts();
    await delay(300);
    const second = await counts();
    expect((first.pulled - before.pulled) * 65_536).toBeLessThan(IN_FLIGHT);
    expect(second.pulled).toBe(first.pulled);
    answer.destroy();
  });

  test('a reader that goes away stops the producer', async () => {
    const answer = await ask(opened, `/zeros?bytes=${LARGE * 1000}`, { headers: own });
    answer.once('data', () => answer.destroy());
    await new Promise((resolve) => {
      answer.once('close', resolve);
    });
    await delay(200);
    const first = await counts();
    await delay(200);
    expect((await counts()).pulled).toBe(first.pulled);
  });

  test('200 MB down and up arrive whole, in flat memory', async () => {
    const before = memory();
    const down = await ask(opened, `/zeros?bytes=${LARGE}`, { headers: own });
    let received = 0;
    let peak = 0;
    for await (const chunk of down) {
      received += (chunk as Uint8Array).length;
      if (received % (10 * MB) < 65_536) peak = Math.max(peak, memory() ?? 0);
    }
    expect(received).toBe(LARGE);

    const chunk = new Uint8Array(MB);
    const up = await ask(
      opened,
      '/swallow',
      { method: 'PUT', headers: { ...own, 'content-length': LARGE } },
      (request) => {
        let left = LARGE / MB;
        const write = (): void => {
          while (left > 0) {
            left -= 1;
            if (!request.write(chunk)) {
              request.once('drain', write);
              return;
            }
          }
          request.end();
        };
        write();
      },
    );
    const result = JSON.parse(await textOf(up)) as { read: number; peak: number };
    expect(result.read).toBe(LARGE);
    if (before === null) return;
    expect(peak - before).toBeLessThan(LARGE / 2);
    expect(result.peak - before).toBeLessThan(LARGE / 2);
  });

  test('a slow app pauses the upload', async () => {
    let sent = 0;
    const chunk = new Uint8Array(65_536);
    const controller = new AbortController();
    const upload = ask(
      opened,
      '/swallow?slow',
      {
        method: 'PUT',
        headers: { ...own, 'content-length': LARGE },
        signal: controller.signal,
      },
      (request) => {
        const write = (): void => {
          while (sent < LARGE) {
            sent += chunk.length;
            if (!request.write(chunk)) {
              request.once('drain', write);
              return;
            }
          }
        };
        write();
      },
    );
    upload.catch(() => null);
    await delay(500);
    const { read } = await counts();
    expect(read).toBeGreaterThan(0);
    expect(sent).toBeLessThan(IN_FLIGHT);
    controller.abort();
  });

  test('an upload the app refuses unread still gets its answer', async () => {
    const body = new Uint8Array(8 * MB);
    const answer = await ask(
      opened,
      '/refuse',
      { method: 'PUT', headers: { ...own, 'content-length': body.length } },
      (request) => request.end(body),
    );
    expect(answer.statusCode).toBe(413);
    expect(await textOf(answer)).toBe('too much');
  });
});
