import type { ElectronApplication, Page } from '@playwright/test';
import type {
  DialogRequest,
  HostCalls,
  MenuFacts,
  PdfRequest,
  ShownNotification,
  WindowFacts,
} from '../host/control';

type Answered = { readonly kind: 'print' } | DialogRequest;

/** What launch-electron-spy.cjs keeps inside Electron's main process. */
export type Spy = {
  readonly notifications: readonly ShownNotification[];
  readonly shown: readonly { readonly emit: (event: string, details: object) => void }[];
  readonly waiting: {
    readonly request: Answered;
    readonly resolve: (answer: object) => void;
    readonly reject: (problem: string) => void;
  }[];
  readonly pdfs: readonly string[];
  readonly jobs: readonly {
    readonly options: Readonly<Record<string, unknown>>;
    readonly pdf: PdfRequest;
    readonly bytes: string;
  }[];
  readonly outside: readonly { readonly verb: string; readonly target: string }[];
  readonly beforeRequest:
    | ((details: object, callback: (answer: { readonly cancel?: boolean }) => void) => void)
    | null;
  readonly permissionRequest:
    | ((contents: null, name: string, callback: (isGranted: boolean) => void, details: object) => void)
    | null;
  readonly permissionCheck:
    | ((contents: null, name: string, origin: string, details: object) => boolean)
    | null;
  readonly shortcuts: ReadonlyMap<string, () => void>;
  clockOffset: number;
  readonly whenAsked: () => Promise<void>;
};

export type SpyWorld = { readonly liudiSpy: Spy };

/** Reads one list of facts out of the main process. */
export async function readSpy<Key extends keyof Spy>(
  electron: ElectronApplication,
  key: Key,
): Promise<Spy[Key]> {
  const value = await electron.evaluate(
    (_modules, name) =>
      (globalThis as unknown as { readonly liudiSpy: Record<string, unknown> }).liudiSpy[name],
    key as string,
  );
  return value as Spy[Key];
}

/** The application menu as plain data. */
export async function electronMenu(electron: ElectronApplication): Promise<readonly MenuFacts[]> {
  return await electron.evaluate(({ Menu }) => {
    const factsOf = (menu: Electron.Menu | null | undefined): MenuFacts[] =>
      (menu?.items ?? []).map((item) => ({
        id: item.id ?? '',
        label: item.label,
        role: item.role ?? '',
        accelerator: item.accelerator ?? '',
        isEnabled: item.enabled,
        submenu: factsOf(item.submenu),
      }));
    return factsOf(Menu.getApplicationMenu());
  });
}

/** Clicks the menu entry with this id or label. */
export async function clickMenuIn(electron: ElectronApplication, idOrLabel: string): Promise<void> {
  await electron.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const find = (menu: Electron.Menu | null | undefined): Electron.MenuItem | undefined => {
      for (const item of menu?.items ?? []) {
        if (item.id === wanted || item.label === wanted) return item;
        const inside = find(item.submenu);
        if (inside !== undefined) return inside;
      }
      return undefined;
    };
    const item = find(Menu.getApplicationMenu());
    if (item === undefined) throw new Error(`no menu entry ${wanted}`);
    const window = BrowserWindow.getAllWindows()[0];
    item.click(undefined, window, window?.webContents);
  }, idOrLabel);
}

/** What the app's `webRequest` listener says to an address. */
export async function askRequestIn(electron: ElectronApplication, url: string): Promise<boolean | null> {
  return await electron.evaluate(async (_modules, address) => {
    const listener = (globalThis as unknown as SpyWorld).liudiSpy.beforeRequest;
    if (listener === null) return null;
    return await new Promise<boolean>((resolve) => {
      listener({ url: address, method: 'GET' }, (answer) => resolve(answer.cancel === true));
    });
  }, url);
}

/** What the app's permission handlers say. */
export async function askPermissionIn(
  electron: ElectronApplication,
  name: string,
  origin: string,
): Promise<{ readonly request: boolean | null; readonly check: boolean | null }> {
  return await electron.evaluate(
    async (_modules, asked) => {
      const { permissionRequest, permissionCheck } = (globalThis as unknown as SpyWorld).liudiSpy;
      const details = { requestingUrl: `${asked.origin}/`, isMainFrame: true };
      const request =
        permissionRequest === null
          ? null
          : await new Promise<boolean>((resolve) => {
              permissionRequest(null, asked.name, resolve, details);
            });
      return { request, check: permissionCheck?.(null, asked.name, asked.origin, details) ?? null };
    },
    { name, origin },
  );
}

/** Tells the app what the computer would: sleep, wake, lock. */
export async function emitPowerIn(
  electron: ElectronApplication,
  event: HostCalls['emitPower']['args'][0],
): Promise<void> {
  await electron.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name);
  }, event);
}

/** Makes the computer say that nobody has touched it for so long. */
export async function setIdleIn(electron: ElectronApplication, seconds: number): Promise<void> {
  await electron.evaluate(({ powerMonitor }, idle) => {
    Object.defineProperty(powerMonitor, 'getSystemIdleTime', { value: () => idle, configurable: true });
  }, seconds);
}

/** Presses keys over all programs, as far as the app registered them. */
export async function pressShortcutIn(electron: ElectronApplication, keys: string): Promise<void> {
  await electron.evaluate((_modules, name) => {
    const pressed = (globalThis as unknown as SpyWorld).liudiSpy.shortcuts.get(name);
    if (pressed === undefined) throw new Error(`the app does not have the keys ${name}`);
    pressed();
  }, keys);
}

/** Every window of the app. */
export async function windowsIn(electron: ElectronApplication): Promise<readonly WindowFacts[]> {
  return await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      windowId: window.id,
      url: window.webContents.getURL(),
      isVisible: window.isVisible(),
      isAlwaysOnTop: window.isAlwaysOnTop(),
      title: window.getTitle(),
    })),
  );
}

/** The page whose address ends so, also when it is only just being opened. */
export async function pageIn(electron: ElectronApplication, ending: string): Promise<Page> {
  const fits = (page: Page): boolean => page.url().endsWith(ending);
  return electron.windows().find(fits) ?? (await electron.waitForEvent('window', { predicate: fits }));
}
