import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tool = fileURLToPath(new URL('../../node_modules/electron-vite/bin/electron-vite.js', import.meta.url));

/** Builds main, preload and window into out/. Silent unless it fails. */
export async function build(): Promise<boolean> {
  const args = [tool, 'build', '-c', 'electron/vite.config.ts', '--logLevel', 'warn'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  if (code !== 0) process.stderr.write(output);
  return code === 0;
}
