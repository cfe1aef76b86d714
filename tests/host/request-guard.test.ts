import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asApp, ask, type FixtureHost, startFixture, textOf } from './fixture-host';

// A busy machine starts processes slowly; the limits only catch what hangs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('who may talk to the loopback server', () => {
  let fixture: FixtureHost;
  let opened: URL;
  let own: { readonly cookie: string };

  beforeAll(async () => {
    fixture = await startFixture();
    opened = await fixture.opened;
    own = await asApp(opened);
  });
  afterAll(() => fixture.end());

  const status = async (
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<number | undefined> => {
    const answer = await ask(opened, path, { headers });
    answer.resume();
    return answer.statusCode;
  };

  test('the app itself is served, with the app’s own headers', async () => {
    const answer = await ask(opened, '/index.html', { headers: own });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['x-fixture']).toBe('yes');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(await textOf(answer)).not.toContain('__host');
  });

  test('without the token nothing is served', async () => {
    expect(await status('/index.html', {})).toBe(403);
    expect(await status('/__host/preload.js', {})).toBe(403);
    expect(await status('/__host/ipc', {})).toBe(403);
    expect(await status('/__host/open?window=1', {})).toBe(403);
  });

  test('a wrong token is refused, in cookie and address', async () => {
    const wrong = 'f'.repeat(48);
    expect(await status(`/__host/open?window=2${opened.search.slice(9)}`, {})).toBe(403);
    expect(await status('/index.html', { cookie: `stand-in-${opened.port}=${wrong}` })).toBe(403);
    expect(await status(`/__host/open?window=1&token=${wrong}`, {})).toBe(403);
  });

  test('the token in an address opens nothing but the opening page', async () => {
    expect(await status(`/index.html?token=${opened.searchParams.get('token') ?? ''}`, {})).toBe(403);
  });

  test.each(['localhost', 'evil.example', '127.0.0.1'])(
    'a name pointed at this machine (%s) is refused',
    async (host) => {
      expect(await status('/index.html', { ...own, host })).toBe(403);
      const withPort = `${host}:${opened.port}`;
      const expected = host === '127.0.0.1' ? 200 : 403;
      expect(await status('/index.html', { ...own, host: withPort })).toBe(expected);
    },
  );

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
    'another origin (%s) is refused',
    async (origin) => {
      expect(await status('/index.html', { ...own, origin })).toBe(403);
    },
  );

  test.each(['cross-site', 'same-site'])('a request the browser calls %s is refused', async (site) => {
    expect(await status('/index.html', { ...own, 'sec-fetch-site': site })).toBe(403);
    expect(await status(opened.pathname + opened.search, { 'sec-fetch-site': site })).toBe(403);
  });

  test('the opening page trades the token for a cookie that scripts and other sites cannot use', async () => {
    const answer = await ask(opened, opened.pathname + opened.search);
    answer.resume();
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain(`stand-in-${opened.port}=`);
    expect(await status('/index.html', { cookie: cookie.split(';')[0] ?? '' })).toBe(200);
  });

  test('page code cannot fetch the preload, nor post messages without its key', async () => {
    expect(await status('/__host/preload.js', { ...own, 'sec-fetch-dest': 'empty' })).toBe(403);
    expect(await status('/__host/ipc', own)).toBe(403);
    expect(await status('/__host/events?window=1', own)).toBe(403);
  });

  test('the app sees its own address and origin, and not the token', async () => {
    const origin = `http://127.0.0.1:${opened.port}`;
    const cookie = `${own.cookie}; mine=1`;
    const answer = await ask(opened, '/seen?x=%2e%2e', {
      headers: { cookie, origin, referer: `${origin}/index.html`, range: 'bytes=0-1' },
    });
    const seen = JSON.parse(await textOf(answer)) as { url: string; headers: Record<string, string> };
    expect(seen.url).toBe('app://fixture/seen?x=%2e%2e');
    expect(seen.headers).toMatchObject({
      origin: 'app://fixture',
      referer: 'app://fixture/index.html',
      range: 'bytes=0-1',
      cookie: 'mine=1',
    });
    expect(JSON.stringify(seen)).not.toContain(own.cookie);
  });

  test('a handler that throws is a network error, not a page', async () => {
    await expect(ask(opened, '/broken', { headers: own })).rejects.toThrow();
  });

  test('it listens on this machine only', async () => {
    expect(opened.hostname).toBe('127.0.0.1');
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address !== undefined && !address.internal && address.family === 'IPv4');
    if (outside === undefined) return;
    await expect(ask(new URL(`http://${outside.address}:${opened.port}`), '/')).rejects.toThrow();
  });
});

describe('an address that was on a command line', () => {
  test('opens the window once', async () => {
    const fixture = await startFixture(undefined, { STAND_IN_OPEN_ONCE: '1' });
    const opened = await fixture.opened;
    const open = async (): Promise<number | undefined> => {
      const answer = await ask(opened, opened.pathname + opened.search);
      answer.resume();
      return answer.statusCode;
    };
    expect(await open()).toBe(200);
    expect(await open()).toBe(403);
    await fixture.end();
  });
});
