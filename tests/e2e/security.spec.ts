import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { skipSetup } from '../helpers/seller';

let app: LiudiApp;
let outside: Server;
let hits: string[];

test.beforeEach(async () => {
  hits = [];
  outside = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('outside');
  });
  await new Promise<void>((resolve) => {
    outside.listen(0, '127.0.0.1', resolve);
  });
  app = await launchApp();
  await skipSetup(app.page);
});
test.afterEach(async () => {
  await app.close();
  outside.closeAllConnections();
  await new Promise((resolve) => outside.close(resolve));
});

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

test('nothing the page tries reaches another address', async () => {
  await app.page.evaluate(async (url) => {
    await fetch(`${url}/fetch`).catch(() => undefined);
    navigator.sendBeacon(`${url}/beacon`, 'x');
    const image = new Image();
    image.src = `${url}/image`;
    await image.decode().catch(() => undefined);
    for (const rel of ['prefetch', 'preload', 'stylesheet']) {
      const link = Object.assign(document.createElement('link'), { rel, href: `${url}/${rel}`, as: 'image' });
      document.head.append(link);
    }
    const frame = Object.assign(document.createElement('iframe'), { src: `${url}/frame` });
    document.body.append(frame);
    await new Promise((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/socket`);
      socket.addEventListener('error', resolve);
      socket.addEventListener('close', resolve);
    }).catch(() => undefined);
  }, address());
  expect(hits).toEqual([]);
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
