import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { skipSetup } from '../helpers/seller';
import { tryEverything } from './network-probes';

let app: LiudiApp;
let outside: Server;
let hits: string[];
let udp: Socket;

// One page for all; the last leaves it littered.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  hits = [];
  outside = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('outside');
  });
  // Opening a connection is already too much.
  outside.on('connection', () => hits.push('connection'));
  await new Promise<void>((resolve) => {
    outside.listen(0, '127.0.0.1', resolve);
  });
  udp = createSocket('udp4').on('message', () => hits.push('udp'));
  await new Promise<void>((resolve) => {
    udp.bind(0, '127.0.0.1', resolve);
  });
  app = await launchApp();
  await skipSetup(app.page);
});
test.afterAll(async () => {
  await app.close();
  udp.close();
  outside.closeAllConnections();
  await new Promise((resolve) => outside.close(resolve));
});

const udpPort = (): number => udp.address().port;
const address = (): string => `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;

test('the page has no Node, runs no injected script and no eval', async () => {
  const found = await app.page.evaluate(async () => {
    const script = document.createElement('script');
    let inline = 'refused';
    try {
      script.textContent = 'window.injected = true';
      document.body.append(script);
      inline = 'injected' in globalThis ? 'ran' : 'refused';
    } catch {
      inline = 'refused';
    }
    // In a task of its own: what a test evaluates directly is not bound by the page's policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
          resolve(new Function('return "ran"')());
        } catch {
          resolve('refused');
        }
      });
    });
    let html = 'refused';
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
      html = 'passed';
    } catch {
      html = 'refused';
    }
    return { inline, evaluated, html, require: typeof (globalThis as { require?: unknown }).require };
  });
  expect(found).toEqual({ inline: 'refused', evaluated: 'refused', html: 'refused', require: 'undefined' });
});

test('main cancels every request that is not the app’s own, and grants nothing but writing to the clipboard', async () => {
  expect(await app.isRequestCancelled('https://example.com/')).toBe(true);
  expect(await app.isRequestCancelled('http://127.0.0.1/')).toBe(true);
  expect(await app.isRequestCancelled('app://liudi/index.html')).toBe(false);
  expect(await app.permission('clipboard-sanitized-write', 'app://liudi')).toEqual({
    request: true,
    check: true,
  });
  for (const name of ['media', 'geolocation', 'notifications', 'midi', 'usb', 'local-fonts', 'unknown']) {
    expect(await app.permission(name, 'app://liudi'), name).toEqual({ request: false, check: false });
  }
  expect(await app.permission('clipboard-sanitized-write', 'https://example.com')).toEqual({
    request: false,
    check: false,
  });
});

test('nothing the page tries reaches another address', async () => {
  const tried = await app.page.evaluate(tryEverything, { url: address(), stun: udpPort() });
  // Where a way is closed already when it is tried, nothing may come out of it either.
  expect(tried).toBeGreaterThan(25);
  // Broken names and half-open doors show themselves a moment later; the last way is the slowest.
  await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  expect(hits).toEqual([]);
  expect(await app.page.evaluate(() => location.href)).toContain('index.html');
});
