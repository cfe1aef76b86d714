import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, expect, test } from '@playwright/test';
import { networkSwitches } from '../../electron/main/network-switches';
import { isRoot } from '../host/browser-flags';
import { findHeadlessBrowser } from '../host/find-browser';
import { findsCandidate, tryEverything } from './network-probes';

type Seen = {
  /** What reached this test's own server and STUN port. */
  readonly hits: readonly string[];
  /** Whether WebRTC found an address to offer to somebody else. */
  readonly candidates: boolean;
};

/** Every way out, from a page without any policy, in a browser with these flags. */
async function tryOut(flags: readonly string[]): Promise<Seen> {
  const hits: string[] = [];
  const outside = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end();
  });
  outside.on('connection', () => hits.push('connection'));
  const udp = createSocket('udp4').on('message', () => hits.push('udp'));
  await new Promise<void>((resolve) => {
    outside.listen(0, '127.0.0.1', resolve);
  });
  await new Promise<void>((resolve) => {
    udp.bind(0, '127.0.0.1', resolve);
  });
  const found = await findHeadlessBrowser();
  if (found === null) throw new Error('no browser');
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.env } as Record<string, string>,
    chromiumSandbox: !isRoot(),
    args: ['--disable-gpu', ...flags],
  });
  try {
    const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
    const stun = udp.address().port;
    // In a page of its own: the other ways lead their page away before WebRTC has sent anything.
    const quiet = await browser.newPage();
    const candidates = await quiet.evaluate(findsCandidate, stun);
    if (candidates) await expect.poll(() => hits, { timeout: 20_000 }).toContain('udp');
    const page = await browser.newPage();
    await page.evaluate((address) => {
      for (const rel of ['preconnect', 'dns-prefetch']) {
        document.head.append(
          Object.assign(document.createElement('link'), { rel, href: `${address}/${rel}` }),
        );
      }
    }, url);
    await page.evaluate(tryEverything, { url, stun }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { hits, candidates };
  } finally {
    await browser.close();
    udp.close();
    outside.closeAllConnections();
    outside.close();
  }
}

test('the switches main sets close Chromium’s network also to bare addresses, below every policy', async () => {
  const flags = networkSwitches.map(([name, value]) => `--${name}${value === undefined ? '' : `=${value}`}`);
  expect(await tryOut(flags)).toEqual({ hits: [], candidates: false });
  // Without them the same page gets out: the probes are no dummies.
  const open = await tryOut([]);
  expect(open.hits).toEqual(expect.arrayContaining(['connection', '/fetch', 'udp']));
  expect(open.candidates).toBe(true);
});
