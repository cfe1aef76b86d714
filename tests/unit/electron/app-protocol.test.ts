import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { appProtocol } from '../../../electron/main/app-protocol';
import { createDownloads } from '../../../electron/main/files/downloads';
import { createTransfers } from '../../../electron/main/files/transfers';
import { listStaticFiles } from '../../../electron/main/static-files';
import { tempFolder } from './temp-folder';

let answer: (request: Request) => Promise<Response>;

function get(url: string): Promise<Response> {
  return answer(new Request(url));
}

beforeEach(async () => {
  const folder = tempFolder();
  const root = path.join(folder, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  mkdirSync(path.join(folder, 'outside'));
  writeFileSync(path.join(folder, 'secret.html'), 'secret');
  writeFileSync(path.join(folder, 'outside', 'x.js'), 'secret');
  writeFileSync(
    path.join(root, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
  );
  writeFileSync(path.join(root, 'assets', 'main.js'), 'let __CSP_NONCE__;');
  writeFileSync(path.join(root, 'assets', 'font.woff2'), 'font');
  writeFileSync(path.join(root, 'assets', 'notes.exe'), 'MZ');
  symlinkSync(path.join(folder, 'secret.html'), path.join(root, 'link.html'));
  symlinkSync(path.join(folder, 'outside'), path.join(root, 'linked'));
  const clock = { now: () => 0, elapsed: () => 0 };
  answer = appProtocol(await listStaticFiles(root), createTransfers(clock), createDownloads(clock));
});

describe('the app scheme', () => {
  test.each([
    ['app://liudi/index.html', 'text/html; charset=utf-8'],
    ['app://liudi/index.html?job=1#top', 'text/html; charset=utf-8'],
    ['app://liudi/assets/main.js', 'text/javascript; charset=utf-8'],
    ['app://liudi/assets/font.woff2', 'font/woff2'],
  ])('serves %s as %s with policy and nosniff', async (url, type) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  test.each([
    'app://liudi/',
    'app://liudi',
    'app://liudi/assets',
    'app://liudi/assets/',
    'app://liudi/../secret.html',
    'app://liudi/%2e%2e/secret.html',
    'app://liudi/%2E%2E%2Fsecret.html',
    'app://liudi/assets/../../secret.html',
    'app://liudi/assets/..%2f..%2fsecret.html',
    'app://liudi/..%5csecret.html',
    'app://liudi/..\\secret.html',
    'app://liudi/%00',
    'app://liudi/index.html%00.js',
    'app://liudi//host/index.html',
    'app://liudi//index.html',
    'app://other/index.html',
    'app://liudi.evil/index.html',
    'app://liudi:80/index.html',
    'app://user@liudi/index.html',
    'http://liudi/index.html',
    'app:index.html',
    'app://liudi/link.html',
    'app://liudi/linked/x.js',
    'app://liudi/assets/notes.exe',
    'app://liudi/INDEX.HTML',
    'app://liudi/%E0%A4%A',
    'app://liudi/upload/0123',
  ])('refuses %s', async (url) => {
    // A plain object where the Request class itself would already refuse.
    const request = url.includes('@') ? ({ url, method: 'GET' } as Request) : new Request(url);
    const response = await answer(request);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  test.each(['POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await answer(new Request('app://liudi/index.html', { method }))).status).toBe(405);
  });

  test('refuses PUT to anything that is no upload address', async () => {
    const put = { method: 'PUT', body: 'x' };
    expect((await answer(new Request('app://liudi/index.html', put))).status).toBe(405);
    expect((await answer(new Request('app://liudi/upload/unknown', put))).status).toBe(404);
  });

  test('gives each document its own nonce, in the page and in the policy', async () => {
    const nonces = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const response = await get('app://liudi/index.html');
      const nonce = /content="([A-Za-z0-9+/=]{22,})"/.exec(await response.clone().text())?.[1] ?? '';
      expect(response.headers.get('Content-Security-Policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(await response.text()).toContain(`<style nonce="${nonce}">`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('leaves scripts as they are', async () => {
    const response = await get('app://liudi/assets/main.js');
    expect(await response.text()).toBe('let __CSP_NONCE__;');
    expect(response.headers.get('Content-Security-Policy')).toContain("style-src 'self';");
  });
});
