import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { systemClock } from './clock';
import { crashText, type CrashFacts } from './crash-text';
import { errorKind, type Log } from './log';
import { chooseLanguage, nativeText } from './native-text';
import type { Language } from './preferences';

const keptReports = 20;
/** A second crash this soon after a reload means reloading does not help. */
const reloadWindowMs = 60_000;

export type Report = (facts: Pick<CrashFacts, 'kind' | 'reason' | 'error'>) => void;

/** Catches what nobody caught: one log line and one small file in `crash-reports/`, on this computer only. */
export function setupCrashReports(dataFolder: string, log: Log): Report {
  const folder = path.join(dataFolder, 'crash-reports');
  const report: Report = (facts) => {
    const { kind, reason, error } = facts;
    log('error', `${kind}: ${reason ?? errorKind(error)}`);
    const at = systemClock.now();
    const text = crashText({ ...facts, at, version: app.getVersion(), platform: process.platform });
    try {
      mkdirSync(folder, { recursive: true });
      if (readdirSync(folder).length < keptReports)
        writeFileSync(path.join(folder, `${at}-${kind}.txt`), text);
    } catch (failure) {
      log('error', `crash report not written (${errorKind(failure)})`);
    }
  };
  // Main goes on: an alarm clock with one failed action is worth more than none.
  process.on('uncaughtException', (error) => {
    report({ kind: 'uncaughtException', error });
  });
  process.on('unhandledRejection', (error) => {
    report({ kind: 'unhandledRejection', error });
  });
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit')
      report({ kind: 'childGone', reason: `${details.type} ${details.reason}` });
  });
  return report;
}

/** A start that fails says so, instead of leaving a program without a window behind. */
export function giveUp(error: unknown, report: Report): void {
  report({ kind: 'startFailed', error });
  sayCannotStart(errorKind(error));
}

/** Says that nothing was changed and what to look at, and ends. @param why a kind of error, not a sentence */
export function sayCannotStart(why: string): void {
  const text = nativeText(chooseLanguage(null, app.getLocale()));
  dialog.showErrorBox(text.startFailed, `${text.startFailedDetail} (${why})`);
  app.exit(1);
}

/** Brings a lost page back: the first time by itself, again within a minute only when the seller says so. */
export function reviveWindow(window: BrowserWindow, report: Report, language: () => Language): void {
  let lastReload = -reloadWindowMs;
  const reload = () => {
    lastReload = systemClock.elapsed();
    window.webContents.reload();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    report({ kind: 'rendererGone', reason });
    if (systemClock.elapsed() - lastReload >= reloadWindowMs) reload();
    else void askToReload(window, language()).then((wanted) => (wanted ? reload() : app.quit()));
  });
}

async function askToReload(window: BrowserWindow, language: Language): Promise<boolean> {
  const text = nativeText(language);
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: text.crashed,
    detail: text.crashedDetail,
    buttons: [text.reopen, text.menu.quit],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
