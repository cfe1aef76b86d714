import { frozenNames, pages } from './frozen-names';

const allowedSchemes: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** The app has no network: a request may only go to our own scheme or to bytes the page made itself. */
export function isAllowedRequest(url: string): boolean {
  const parsed = parse(url);
  if (parsed === null || !allowedSchemes.has(parsed.protocol)) return false;
  return parsed.protocol !== 'app:' || parsed.host === frozenNames.host;
}

const documents: ReadonlySet<string> = new Set(Object.values(pages));

/** A window stays on its document; only the query and the fragment may differ. */
export function isAllowedNavigation(url: string): boolean {
  const parsed = parse(url);
  if (parsed === null) return false;
  const document = `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
  return documents.has(document);
}

const allowedPermissions: ReadonlySet<string> = new Set([
  'clipboard-read',
  'clipboard-sanitized-write',
  'fullscreen',
]);

/**
 * Copying and pasting text and pictures, and full screen, from our own page; everything else is refused (A2,
 * "Permissions"). Reading the clipboard gives the page nothing it could send anywhere: there is no network.
 */
export function isAllowedPermission(permission: string, requestingUrl: string): boolean {
  const parsed = parse(requestingUrl);
  return (
    allowedPermissions.has(permission) &&
    parsed !== null &&
    `${parsed.protocol}//${parsed.host}` === frozenNames.origin
  );
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
