import type { CustomScheme, Protocol } from 'electron';
import { requireNotReady, requireReady } from './lifecycle';
import { guard } from './not-implemented';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
const schemes = new Map<string, CustomScheme>();
let isRegistered = false;

/** What a scheme must be for the window to have IndexedDB, `fetch` and a secure context. */
function requirePrivileges(scheme: string): void {
  const privileges = schemes.get(scheme)?.privileges;
  for (const name of ['standard', 'secure', 'supportFetchAPI'] as const)
    if (privileges?.[name] !== true)
      throw new Error(`stand-in: the scheme ${scheme}: was not registered as ${name}`);
  if (privileges?.bypassCSP === true) throw new Error('stand-in: bypassCSP cannot be imitated');
}

/** The registered handler of an address, or undefined. */
export function handlerFor(url: URL): Handler | undefined {
  return handlers.get(url.protocol.slice(0, -1));
}

/** Checks that a window may show `url` at all. */
export function requireServable(url: URL): void {
  const scheme = url.protocol.slice(0, -1);
  requirePrivileges(scheme);
  if (!handlers.has(scheme)) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url.href}'`);
}

const implemented = {
  registerSchemesAsPrivileged(customSchemes: CustomScheme[]): void {
    requireNotReady('protocol.registerSchemesAsPrivileged');
    if (isRegistered) throw new Error('protocol.registerSchemesAsPrivileged can be called only once');
    isRegistered = true;
    for (const custom of customSchemes) schemes.set(custom.scheme, custom);
  },
  handle(scheme: string, handler: Handler): void {
    requireReady('protocol.handle');
    if (['http', 'https', 'file'].includes(scheme))
      throw new Error(`stand-in: electron.protocol.handle('${scheme}') is not implemented`);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    requireReady('protocol.unhandle');
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;

export const protocol = guard('protocol', implemented);
