import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/main/content-security-policy';

test('the policy of a document is exactly this', () => {
  expect(contentSecurityPolicy('abc').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ]);
});

test('no policy allows inline code, eval or another host', () => {
  for (const nonce of [null, 'abc']) {
    expect(contentSecurityPolicy(nonce)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|wss?:|\*/);
  }
});
