import { app, type Session, session, type WebContents } from 'electron';
import { isAllowedNavigation, isAllowedPermission, isAllowedRequest } from './allow-lists';
import type { Log } from './log';
import { networkSwitches } from './network-switches';

/** What must be said before the app is ready. */
export function hardenProcess(): void {
  app.enableSandbox();
  for (const [name, value] of networkSwitches) app.commandLine.appendSwitch(name, value);
  if (app.isPackaged && app.commandLine.hasSwitch('remote-debugging-port')) app.exit(1);
}

/** Denies everything a page could reach for; set up before the first window exists. */
export function setupSecurity(log: Log): void {
  lockSession(session.defaultSession, log);
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, log);
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, accept) => {
    event.preventDefault();
    accept(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault();
    answer();
  });
}

function lockSession(ours: Session, log: Log): void {
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

function lockContents(contents: WebContents, log: Log): void {
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
  if (app.isPackaged) {
    contents.on('devtools-opened', () => {
      contents.closeDevTools();
    });
  }
}
