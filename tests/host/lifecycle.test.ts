import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asApp, ask, startFixture } from './fixture-host';

// A busy machine starts processes slowly; the limits only catch what hangs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('start, second start and end', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('quit goes through Electron’s steps in order', async () => {
    const fixture = await startFixture(folder);
    await fixture.opened;
    await fixture.host.call('quit');
    expect(await fixture.host.exited).toEqual({ code: 0, signal: null });
    expect(fixture.said()).toEqual(['ready', 'before-quit', 'close', 'closed', 'will-quit', 'quit']);
  });

  test('closing the last window tells the app, which quits', async () => {
    const fixture = await startFixture(folder);
    await fixture.opened;
    await fixture.host.call('requestClose', 1);
    expect((await fixture.host.exited).code).toBe(0);
    const afterClose = ['window-all-closed', 'before-quit', 'will-quit', 'quit'];
    expect(fixture.said()).toEqual(['ready', 'close', 'closed', ...afterClose]);
  });

  test('SIGTERM quits in order too', async () => {
    const fixture = await startFixture(folder);
    await fixture.opened;
    fixture.host.terminate();
    expect((await fixture.host.exited).code).toBe(0);
    expect(fixture.said()).toContain('will-quit');
  });

  test('after a kill: same port, new token, lock taken over; a second start tells the first and leaves', async () => {
    const killed = await startFixture(folder);
    const old = await killed.opened;
    const oldHeaders = await asApp(old);
    await killed.end();

    const first = await startFixture(folder);
    const now = await first.opened;
    expect(now.port).toBe(old.port);
    expect(Number(now.port)).toBeGreaterThanOrEqual(20_000);
    expect(Number(now.port)).toBeLessThan(30_000);
    expect(readFileSync(join(folder, 'stand-in-port'), 'utf8').trim()).toBe(now.port);
    const answer = await ask(now, '/index.html', { headers: oldHeaders });
    answer.resume();
    expect(answer.statusCode).toBe(403);

    const second = await startFixture(folder);
    expect((await second.host.exited).code).toBe(0);
    expect(second.said()).toContain('second instance leaves');
    expect(second.said()).not.toContain('ready');
    const wasTold = (): boolean => first.said().some((line) => /^second-instance .* fixture$/.test(line));
    await expect.poll(wasTold).toBe(true);
    await first.end();
  });

  test('a port taken by another program is said plainly and ends the start', async () => {
    const other = mkdtempSync(join(tmpdir(), 'stand-in-'));
    const blocker = createServer();
    await new Promise<void>((resolve) => {
      blocker.listen(0, '127.0.0.1', resolve);
    });
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    writeFileSync(join(other, 'stand-in-port'), `${port}\n`);
    const fixture = await startFixture(other);
    expect((await fixture.host.exited).code).toBe(1);
    expect(fixture.log()).toContain(`Port ${port} is in use by another program`);
    expect(readFileSync(join(other, 'stand-in-port'), 'utf8').trim()).toBe(String(port));
    blocker.close();
    rmSync(other, { recursive: true, force: true });
  });

  test('an app that cannot be loaded ends with its error', async () => {
    const fixture = await startFixture(folder, { LIUDI_USER_DATA: 'not-absolute' });
    expect((await fixture.host.exited).code).toBe(1);
    expect(fixture.log()).toContain('Path must be absolute');
  });
});
