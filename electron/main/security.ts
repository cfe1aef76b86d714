import { app, session } from 'electron';
import type { Log } from './log';
import { networkSwitches } from './network-switches';
import { lockContents, lockSession } from './security-walls';

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
    lockContents(contents, app.isPackaged, log);
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
