import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { appWindowFlags, isRoot } from './browser-flags';
import type { WindowSpec } from './control';
import type { FoundBrowser } from './find-browser';
import { utf8Names } from './utf8-names';

/** An app window of an installed browser, in a profile of its own. */
export class AppWindow {
  readonly #child: ChildProcess;
  readonly closed: Promise<void>;

  constructor(browser: FoundBrowser, profile: string, spec: WindowSpec) {
    mkdirSync(profile, { recursive: true });
    const args = [
      ...appWindowFlags(),
      ...(isRoot() ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      `--window-size=${spec.width},${spec.height}`,
      `--app=${spec.url}`,
    ];
    this.#child = spawn(browser.executablePath, args, {
      env: { ...process.env, ...utf8Names(process.env), ...browser.env },
      stdio: 'ignore',
    });
    this.closed = new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', () => resolve());
    });
  }

  /** Asks the browser to end; it writes its storage first. */
  async close(): Promise<void> {
    const forced = setTimeout(() => this.#child.kill('SIGKILL'), 3000);
    this.#child.kill('SIGTERM');
    await this.closed;
    clearTimeout(forced);
  }
}

/** Opens an address or file with whatever the desktop uses for it. Best effort. */
export function openWithDesktop(target: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', target]
      : process.platform === 'win32'
        ? ['explorer', target]
        : ['xdg-open', target];
  spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
