import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const KILL_AFTER_MS = 6000;

/** Runs the built app on real Electron until it quits; Ctrl+C and SIGTERM end it in order, with exit code 0. */
export async function runElectron(
  program: string,
  options: { readonly isSandboxed: boolean; readonly userData: string | null },
): Promise<number> {
  const env: NodeJS.ProcessEnv = { ...process.env };
  // Set in some terminals inside Electron programs, it would make this one a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  if (options.userData !== null) env['LIUDI_USER_DATA'] = options.userData;
  const child = spawn(program, [...(options.isSandboxed ? [] : ['--no-sandbox']), root], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  let isStopping = false;
  const stop = (): void => {
    isStopping = true;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => {
      if (isStopping) resolve(0);
      else resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
