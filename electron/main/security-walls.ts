import type { Session, WebContents } from 'electron';
import { isAllowedNavigation, isAllowedPermission, isAllowedRequest } from './allow-lists';
import type { Log } from './log';

/** Permissions, requests, downloads, spell checker of the one session. */
export function lockSession(ours: Session, log: Log): void {
  // Before any window: it downloads dictionaries even when `spellcheck` is off.
  ours.setSpellCheckerEnabled(false);
  ours.setPermissionCheckHandler((_contents, permission, origin) => isAllowedPermission(permission, origin));
  ours.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const allowed = isAllowedPermission(permission, details.requestingUrl);
    if (!allowed) log('warn', `permission ${permission} denied`);
    answer(allowed);
  });
  ours.setDevicePermissionHandler(() => false);
  // Only the last listener counts, so this is the only one in the app.
  ours.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isAllowedRequest(request.url) });
  });
  ours.on('will-download', (event) => {
    log('warn', 'download denied');
    event.preventDefault();
  });
}

/** Where a page may go, what it may open; `packed` also shuts the developer tools. */
export function lockContents(contents: WebContents, packed: boolean, log: Log): void {
  contents.on('will-navigate', (event) => {
    if (isAllowedNavigation(event.url)) return;
    log('warn', 'navigation denied');
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAllowedNavigation(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  if (packed) {
    contents.on('devtools-opened', () => {
      contents.closeDevTools();
    });
  }
}
