import { EventEmitter } from 'node:events';
import type { Session, WebRequest } from 'electron';
import { guard } from './not-implemented';
import { protocol } from './protocol';

/** What the app registered on its session, for the driver to ask (the window itself is an ordinary browser page). */
type Registered = {
  beforeRequest:
    | ((details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void)
    | null;
  permissionRequest: ((...args: unknown[]) => void) | null;
  permissionCheck: ((...args: unknown[]) => boolean) | null;
};

export const registered: Registered = { beforeRequest: null, permissionRequest: null, permissionCheck: null };

const webRequest = guard('session.webRequest', {
  // Only the last listener counts, and null removes it, as documented.
  onBeforeRequest(...args: readonly unknown[]): void {
    registered.beforeRequest = (args.at(-1) ?? null) as Registered['beforeRequest'];
  },
} satisfies Partial<WebRequest>);

const implemented = {
  protocol: protocol as unknown as Session['protocol'],
  webRequest: webRequest as unknown as Session['webRequest'],
  setPermissionRequestHandler(handler: unknown): void {
    registered.permissionRequest = handler as Registered['permissionRequest'];
  },
  setPermissionCheckHandler(handler: unknown): void {
    registered.permissionCheck = handler as Registered['permissionCheck'];
  },
  // A page in a browser has the browser's own settings for these; the calls are accepted because refusing is safe.
  setDevicePermissionHandler(): void {},
  setDisplayMediaRequestHandler(): void {},
  setSpellCheckerEnabled(): void {},
  setSpellCheckerLanguages(): void {},
  isPersistent: (): boolean => true,
  // Only who starts the browser knows its profile; null means that nothing can be said of it.
  getStoragePath: (): string | null => process.env['STAND_IN_STORAGE'] ?? null,
} satisfies Partial<Session>;

export const defaultSession = guard(
  'session.defaultSession',
  Object.assign(new EventEmitter(), implemented),
) as unknown as Session;

export const session = guard('session', { defaultSession });

/** What the app's `onBeforeRequest` listener answers; null when there is none. */
export async function askBeforeRequest(url: string): Promise<{ readonly cancel: boolean } | null> {
  const listener = registered.beforeRequest;
  if (listener === null) return null;
  return await new Promise((resolve) => {
    const details = { id: 1, url, method: 'GET', resourceType: 'other', referrer: '', timestamp: Date.now() };
    listener(details, (response) => resolve({ cancel: response.cancel === true }));
  });
}

/** What the app's permission handlers answer; null for one that is not registered. */
export async function askPermission(
  contents: unknown,
  permission: string,
  origin: string,
): Promise<{ readonly request: boolean | null; readonly check: boolean | null }> {
  const { permissionRequest, permissionCheck } = registered;
  const details = { requestingUrl: `${origin}/`, isMainFrame: true, requestingOrigin: origin };
  const request =
    permissionRequest === null
      ? null
      : await new Promise<boolean>((resolve) => {
          permissionRequest(contents, permission, resolve, details);
        });
  const check = permissionCheck === null ? null : permissionCheck(contents, permission, origin, details);
  return { request, check };
}
