/**
 * `npm start`: builds, then runs the app on real Electron, or on the stand-in where Electron cannot be had or shown.
 * Options: `--user-data DIR`, `--host electron|stand-in`.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build';
import { fetchElectron, installedElectron } from './electron-binary';
import { endWithParent } from './parent-watch';
import { runElectron } from './run-electron';

/** tests/host, reached by address: `electron/` compiles before `tests/` and must not depend on it. */
type StandInModules = {
  readonly startStandIn: (options: {
    readonly main: string;
    readonly userData: string | null;
    readonly browser: { readonly name: string } | null;
    readonly print: (line: string) => void;
  }) => Promise<number>;
  readonly findInstalledBrowser: () => { readonly name: string } | null;
};

const MIRROR_HINT =
  'If you are in mainland China, set ELECTRON_MIRROR to a mirror of Electron’s downloads and run npm start again.';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Real Electron's program, or why not. */
async function chooseHost(wanted: string | undefined): Promise<{ program: string } | { why: string }> {
  if (wanted === 'stand-in') return { why: 'as asked for' };
  if (!hasDisplay()) return { why: 'this system has no display (DISPLAY is not set)' };
  const program = installedElectron() ?? (await fetchElectron());
  if (program !== null) return { program };
  return { why: `Electron’s program could not be downloaded. ${MIRROR_HINT}` };
}

async function startStandIn(why: string, userData: string | null): Promise<number> {
  const at = (name: string): string => new URL(`../../tests/host/${name}.ts`, import.meta.url).href;
  const modules = {
    ...((await import(at('start-stand-in'))) as object),
    ...((await import(at('find-browser'))) as object),
  } as StandInModules;
  const browser = hasDisplay() ? modules.findInstalledBrowser() : null;
  const place = browser === null ? 'open the address below in a browser' : `in a window of ${browser.name}`;
  print(`Liudi runs on the stand-in host, ${place}: ${why}`);
  const main = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));
  return await modules.startStandIn({ main, userData, browser, print });
}

const { values } = parseArgs({ options: { 'user-data': { type: 'string' }, host: { type: 'string' } } });
const folder = values['user-data'];
const userData = folder === undefined ? null : resolve(folder);

endWithParent();
if (!(await build())) process.exit(1);
const choice = await chooseHost(values.host ?? process.env['LIUDI_HOST']);
if ('why' in choice) {
  process.exit(await startStandIn(choice.why, userData));
} else {
  const isSandboxed = process.platform !== 'linux' || process.getuid?.() !== 0;
  const sandbox = isSandboxed ? '' : ', without its sandbox because you are root';
  print(`Liudi runs on Electron${sandbox}.`);
  process.exit(await runElectron(choice.program, { isSandboxed, userData }));
}
