import { EventEmitter } from 'node:events';
import { isAbsolute, join } from 'node:path';
import type { App, CommandLine, LoginItemSettings, Settings } from 'electron';
import { defaultPath, readManifest } from './app-paths';
import { createQuit } from './app-quit';
import { tellDriver } from './driver-link';
import { currentPhase, enterPhase, requireNotReady } from './lifecycle';
import { startLoopbackServer } from './loopback-server';
import { guard } from './not-implemented';
import { hasLock, releaseLock, takeLock } from './single-instance';
import { createEvent } from './stand-in-event';
import { onWindowCreated, openWindows } from './windows';

/** The path of the app's main script, as the host was started with it. */
const entry = process.env['STAND_IN_MAIN'] ?? process.argv[1] ?? '';
const manifest = readManifest(entry);
const emitter = new EventEmitter();
const paths = new Map<string, string>();
const switches = new Map<string, string>();
let name = manifest.name;
let loginItem = { openAtLogin: false };
let badgeCount = 0;
let whenStarted: () => void = () => {};
const started = new Promise<void>((resolve) => {
  whenStarted = resolve;
});

const { quit, exit } = createQuit(emitter, (exitCode) => {
  releaseLock();
  // The driver learns of the end by the end itself; open connections must not keep the process.
  process.exit(exitCode);
});

const commandLine = guard('app.commandLine', {
  appendSwitch(key: string, value = ''): void {
    switches.set(key, value);
  },
  hasSwitch: (key: string): boolean => switches.has(key),
  getSwitchValue: (key: string): string => switches.get(key) ?? '',
} satisfies Partial<CommandLine>);

const implemented = {
  commandLine: commandLine as unknown as CommandLine,
  isPackaged: false,
  whenReady: (): Promise<void> => started,
  isReady: (): boolean => currentPhase() !== 'starting',
  quit,
  exit: (exitCode = 0): void => exit(exitCode),
  focus(): void {
    [...openWindows.values()][0]?.focus();
  },
  getVersion: (): string => manifest.version,
  getName: (): string => name,
  setName(next: string): void {
    name = next;
  },
  getAppPath: (): string => manifest.folder,
  getLocale: (): string =>
    process.env['STAND_IN_LOCALE'] ?? new Intl.DateTimeFormat().resolvedOptions().locale,
  getSystemLocale: (): string => implemented.getLocale(),
  getPreferredSystemLanguages: (): string[] => [implemented.getLocale()],
  getPath(key: string): string {
    const path =
      paths.get(key) ?? (key === 'logs' ? join(implemented.getPath('userData'), 'logs') : undefined);
    const found =
      path ?? (key === 'sessionData' ? paths.get('userData') : undefined) ?? defaultPath(key, entry, name);
    if (found === undefined) throw new Error(`Failed to get '${key}' path`);
    return found;
  },
  setPath(key: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (defaultPath(key, entry, name) === undefined && key !== 'logs')
      throw new Error(`Failed to set path '${key}'`);
    paths.set(key, path);
  },
  enableSandbox(): void {
    requireNotReady('app.enableSandbox()');
  },
  disableHardwareAcceleration(): void {
    requireNotReady('app.disableHardwareAcceleration()');
  },
  requestSingleInstanceLock(additionalData?: Record<string | number, unknown>): boolean {
    const self = {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    };
    return takeLock(implemented.getPath('userData'), self, (second) => {
      emitter.emit(
        'second-instance',
        createEvent({}),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      );
    });
  },
  hasSingleInstanceLock: hasLock,
  releaseSingleInstanceLock: releaseLock,
  setAppUserModelId(): void {},
  setBadgeCount(count = 0): boolean {
    badgeCount = count;
    return true;
  },
  getBadgeCount: (): number => badgeCount,
  setLoginItemSettings(settings: Settings): void {
    loginItem = { openAtLogin: settings.openAtLogin ?? false };
  },
  getLoginItemSettings: (): LoginItemSettings => loginItem as LoginItemSettings,
} satisfies Partial<App>;

export const app = guard('app', Object.assign(emitter, implemented));

onWindowCreated((window) => {
  emitter.emit('web-contents-created', createEvent({}), window.webContents);
  emitter.emit('browser-window-created', createEvent({}), window);
});

/**
 * Called when the app's main script has run to its end (Electron holds `ready` back until then): starts serving and
 * lets `ready` happen. Rejects when the data folder's port is taken.
 */
export async function becomeReady(): Promise<void> {
  if (currentPhase() !== 'starting') return;
  const userData = implemented.getPath('userData');
  const { origin } = await startLoopbackServer(userData);
  enterPhase('ready');
  tellDriver('ready', { origin, userData });
  emitter.emit('will-finish-launching');
  emitter.emit('ready', createEvent({}), {});
  whenStarted();
}
