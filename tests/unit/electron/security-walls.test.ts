import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { lockContents, lockSession } from '../../../electron/main/security-walls';
import { listFiles, readText } from '../../architecture/read-tree';
import { networkSwitches } from '../../../electron/main/network-switches';

const quiet = (): void => undefined;
const source = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** A page's contents that notes what is asked of it. */
function pageUnderLock(packed = false) {
  let opened: unknown = null;
  let policy = '';
  let closedTools = 0;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: { url: string }) => unknown) => {
      opened = handler({ url: 'https://example.com/' });
    },
    setWebRTCIPHandlingPolicy: (name: string) => {
      policy = name;
    },
    closeDevTools: () => {
      closedTools += 1;
    },
  });
  lockContents(contents as unknown as WebContents, packed, quiet);
  const isStopped = (event: string, details: object = {}): boolean => {
    let stopped = false;
    contents.emit(event, {
      ...details,
      preventDefault: () => {
        stopped = true;
      },
    });
    return stopped;
  };
  return { contents, isStopped, opened, policy: () => policy, closedTools: () => closedTools };
}

describe('a page (checklist 11 to 14)', () => {
  const elsewhere = ['https://example.com/', 'file:///etc/passwd', 'app://other/', 'javascript:alert(1)'];

  test.each(elsewhere)('goes nowhere else: %s', (url) => {
    const { isStopped } = pageUnderLock();
    expect(isStopped('will-navigate', { url })).toBe(true);
    expect(isStopped('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  test('may load itself again, but is redirected nowhere and takes no frame along', () => {
    const { isStopped } = pageUnderLock();
    const url = 'app://liudi/index.html';
    expect(isStopped('will-navigate', { url })).toBe(false);
    expect(isStopped('will-frame-navigate', { url, isMainFrame: true })).toBe(false);
    expect(isStopped('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
    expect(isStopped('will-redirect', { url })).toBe(true);
  });

  test('opens no window, holds no webview, and lets WebRTC nowhere', () => {
    const { isStopped, opened, policy } = pageUnderLock();
    expect(opened).toEqual({ action: 'deny' });
    expect(isStopped('will-attach-webview')).toBe(true);
    expect(policy()).toBe('disable_non_proxied_udp');
  });

  test('has no developer tools once packed', () => {
    const packed = pageUnderLock(true);
    packed.contents.emit('devtools-opened');
    expect(packed.closedTools()).toBe(1);
    const built = pageUnderLock();
    built.contents.emit('devtools-opened');
    expect(built.closedTools()).toBe(0);
  });
});

describe('the session (checklist 5)', () => {
  function sessionUnderLock() {
    const asked: Record<string, unknown[]> = {};
    const note =
      (name: string) =>
      (...args: unknown[]): void => {
        asked[name] = [...(asked[name] ?? []), args.at(-1)];
      };
    const ours = Object.assign(new EventEmitter(), {
      setSpellCheckerEnabled: note('spelling'),
      setPermissionCheckHandler: note('check'),
      setPermissionRequestHandler: note('request'),
      setDevicePermissionHandler: note('device'),
      webRequest: { onBeforeRequest: note('beforeRequest') },
    });
    lockSession(ours as unknown as Session, quiet);
    return { asked, ours };
  }

  test('downloads no dictionaries, and answers requests and checks of permissions', () => {
    const { asked } = sessionUnderLock();
    expect(asked['spelling']).toEqual([false]);
    expect(asked['check']).toHaveLength(1);
    expect(asked['request']).toHaveLength(1);
    const device = asked['device']?.[0] as () => boolean;
    expect(device()).toBe(false);
  });

  test('has the one listener that cancels what is not ours: only the last one counts', () => {
    const { asked } = sessionUnderLock();
    expect(asked['beforeRequest']).toHaveLength(1);
    const listener = asked['beforeRequest']?.[0] as (
      request: { url: string },
      answer: (given: { cancel: boolean }) => void,
    ) => void;
    const cancelled = (url: string): boolean => {
      let given = false;
      listener({ url }, ({ cancel }) => {
        given = cancel;
      });
      return given;
    };
    expect(['https://a/', 'ws://a/', 'file:///x', 'app://other/'].map(cancelled)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(cancelled('app://liudi/index.html')).toBe(false);
  });

  test('keeps no download', () => {
    const { ours } = sessionUnderLock();
    let stopped = false;
    ours.emit('will-download', {
      preventDefault: () => {
        stopped = true;
      },
    });
    expect(stopped).toBe(true);
  });
});

describe('the process', () => {
  test('is sandboxed as a whole, before anything opens (checklist 4)', () => {
    const code = source('electron/main/security.ts');
    expect(code).toMatch(/hardenProcess\(\): void \{\s+app\.enableSandbox\(\);/);
    const index = source('electron/main/index.ts');
    expect(index.indexOf('hardenProcess()')).toBeLessThan(index.indexOf('.whenReady()'));
    expect(index.indexOf('setupSecurity(log)')).toBeLessThan(index.indexOf('openMainWindow('));
  });

  test('has its ways to the network switched off', () => {
    expect(networkSwitches.map(([name]) => name)).toEqual([
      'host-resolver-rules',
      'proxy-server',
      'proxy-bypass-list',
      'force-webrtc-ip-handling-policy',
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
    ]);
  });

  test('hands nothing to the system’s browser (checklist 15)', () => {
    const code = ['electron', 'renderer', 'shared']
      .flatMap((folder) => listFiles(folder))
      .filter((path) => /\.(?:ts|tsx|mjs)$/.test(path));
    expect(code.filter((path) => /openExternal|openPath|showItemInFolder/.test(readText(path)))).toEqual([]);
    expect(code.length).toBeGreaterThan(200);
  });

  test('is an Electron pinned to one version, of a supported line (checklist 16)', () => {
    const { devDependencies } = JSON.parse(source('package.json')) as {
      devDependencies: { electron: string };
    };
    expect(devDependencies.electron).toMatch(/^(?:4[3-9]|[5-9]\d)\.\d+\.\d+$/);
  });
});
