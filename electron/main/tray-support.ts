import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const patienceMs = 1_500;

const bus = 'org.freedesktop.DBus';
/** Who shows tray icons on a Linux desktop, if anybody; GNOME has none of its own. */
const watcher = 'org.kde.StatusNotifierWatcher';
const questions: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    ['call', '--session', '--dest', bus, '--object-path', '/', '--method', `${bus}.NameHasOwner`, watcher],
  ],
  ['busctl', ['--user', 'call', bus, '/', bus, 'NameHasOwner', 's', watcher]],
];

/** Runs a program and gives what it printed; rejects when it is missing or fails. */
export type Ask = (program: string, args: readonly string[]) => Promise<string>;

const askSystem: Ask = async (program, args) =>
  (await run(program, [...args], { timeout: patienceMs })).stdout;

/**
 * Whether an icon put into the tray would be seen. Windows and macOS always have one; on Linux the desktop is asked,
 * and no answer means no: a window hidden behind an icon that nobody draws would be lost.
 */
export async function traysAreShown(platform: string, ask: Ask = askSystem): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [program, args] of questions) {
    try {
      return /\btrue\b/.test(await ask(program, args));
    } catch {
      // Not installed, or no session bus: the next one may know.
    }
  }
  return false;
}
