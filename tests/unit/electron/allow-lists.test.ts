import { describe, expect, test } from 'vitest';
import {
  isAllowedNavigation,
  isAllowedPermission,
  isAllowedRequest,
} from '../../../electron/main/allow-lists';

describe('requests', () => {
  test.each([
    ['app://liudi/index.html', true],
    ['app://liudi/upload/abc', true],
    ['blob:app://liudi/1234', true],
    ['data:image/png;base64,AAAA', true],
    ['devtools://devtools/bundled/x.js', true],
    ['app://other/x', false],
    ['http://127.0.0.1:3000/', false],
    ['https://www.google.com/', false],
    ['ws://localhost/', false],
    ['wss://localhost/', false],
    ['ftp://example.com/', false],
    ['file:///etc/passwd', false],
    ['chrome://gpu', false],
    ['chrome-extension://x/y', false],
    ['filesystem:app://liudi/x', false],
    ['about:blank', false],
    ['javascript:alert(1)', false],
    ['APP://liudi/index.html', true],
    ['HTTPS://example.com', false],
    ['', false],
    ['not an address', false],
  ])('%s → %s', (url, allowed) => {
    expect(isAllowedRequest(url)).toBe(allowed);
  });
});

describe('navigation', () => {
  test.each([
    ['app://liudi/index.html', true],
    ['app://liudi/index.html#/cases', true],
    ['app://liudi/print.html?job=1', true],
    ['app://liudi/message.html', true],
    ['app://liudi/', false],
    ['app://liudi/assets/x.svg', false],
    ['app://other/index.html', false],
    ['app://liudi/index.html/../x.html', false],
    ['https://example.com/index.html', false],
    ['file:///C:/photo.jpg', false],
    ['blob:app://liudi/1', false],
    ['data:text/html,x', false],
    ['', false],
  ])('%s → %s', (url, allowed) => {
    expect(isAllowedNavigation(url)).toBe(allowed);
  });
});

/** Every name of Electron 45's two permission handlers. */
const permissions =
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation web-printing window-management unknown'.split(
    ' ',
  );

describe('permissions', () => {
  test('only copying and full screen are allowed', () => {
    const allowed = permissions.filter((name) => isAllowedPermission(name, 'app://liudi/index.html'));
    expect(allowed).toEqual(['clipboard-read', 'clipboard-sanitized-write', 'fullscreen']);
  });

  test.each(['https://liudi/', 'app://other/', 'null', '', 'app:liudi', 'file:///'])(
    'nothing is allowed to %s',
    (origin) => {
      expect(permissions.filter((name) => isAllowedPermission(name, origin))).toEqual([]);
    },
  );
});
