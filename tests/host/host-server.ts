/**
 * Where the window's pages are really served, set once when the loopback server listens. The page lives at
 * `http://127.0.0.1:<port>/…`; the app is told `app://liudi/…`. One app origin only.
 */
let servedOrigin = '';
let appOrigin = '';
let openingUrl: (windowId: number) => string = () => '';

export function setServer(origin: string, openingUrlOf: (windowId: number) => string): void {
  servedOrigin = origin;
  openingUrl = openingUrlOf;
}

/** The address that shows one window, token included. */
export function openingUrlOf(windowId: number): string {
  return openingUrl(windowId);
}

/** Remembers the app's origin from the first address it loads, and refuses a second one. */
export function adoptAppOrigin(url: URL): void {
  const origin = `${url.protocol}//${url.host}`;
  if (appOrigin !== '' && appOrigin !== origin)
    throw new Error(`stand-in: a second origin (${origin} beside ${appOrigin}) is not implemented`);
  appOrigin = origin;
}

/** `app://liudi`, or empty before any window loaded an address. */
export function appOriginOrEmpty(): string {
  return appOrigin;
}

/** The app's address for a path of the loopback server; foreign addresses stay as they are. */
export function toAppUrl(url: string): string {
  if (url.startsWith('/')) return appOrigin + url;
  return url === servedOrigin || url.startsWith(`${servedOrigin}/`)
    ? appOrigin + url.slice(servedOrigin.length)
    : url;
}
