import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, expect, test } from '@playwright/test';
import { networkSwitches } from '../../electron/main/network-switches';
import { isRoot } from '../host/browser-flags';
import { findHeadlessBrowser } from '../host/find-browser';
import { tryEverything } from './network-probes';

/** Every way out, from a page without any policy, in a browser with these flags. @returns what arrived */
async function arrivals(flags: readonly string[]): Promise<readonly string[]> {
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
    const page = await browser.newPage();
    const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
    await page.evaluate((address) => {
      for (const rel of ['preconnect', 'dns-prefetch']) {
        document.head.append(
          Object.assign(document.createElement('link'), { rel, href: `${address}/${rel}` }),
        );
      }
    }, url);
    await page.evaluate(tryEverything, { url, stun: udp.address().port }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return hits;
  } finally {
    await browser.close();
    udp.close();
    outside.closeAllConnections();
    outside.close();
  }
}

test('the switches main sets close Chromium’s network also to bare addresses, below every policy', async () => {
  const flags = networkSwitches.map(([name, value]) => `--${name}${value === undefined ? '' : `=${value}`}`);
  expect(await arrivals(flags)).toEqual([]);
  // Without them the same page gets out: the probes are no dummies.
  expect(await arrivals([])).toEqual(expect.arrayContaining(['connection', '/fetch']));
});
