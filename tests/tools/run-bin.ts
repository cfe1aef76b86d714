import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The script behind a package's command, to be started with this very Node: `npx` and the shims in
 * node_modules/.bin need a shell on Windows and cost up to a second each.
 */
function binPath(packageName: string, bin: string): string {
  const folder = join(root, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const path = typeof bins === 'string' ? bins : bins[bin];
  if (path === undefined) throw new Error(`${packageName} has no command ${bin}`);
  return join(folder, path);
}

export type BinRun = { readonly code: number; readonly output: string; readonly seconds: number };

/**
 * Runs a package's command and collects what it prints, or passes it on when `show` is set.
 * @returns exit code (1 when a signal ended it), output and the time it took
 */
export function runBin(
  packageName: string,
  args: readonly string[],
  {
    bin = packageName,
    show = false,
    env = {},
  }: {
    readonly bin?: string;
    readonly show?: boolean;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<BinRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [binPath(packageName, bin), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}
