import { build } from '../../electron/dev/build';
import { runBin } from './run-bin';

/**
 * `npm run e2e [-- --host electron] [playwright arguments]`: builds once, then runs the specs in tests/e2e. The
 * host is the stand-in unless `--host electron` asks for the real one.
 */
const hosts = ['stand-in', 'electron'] as const;
type Host = (typeof hosts)[number];

function readArguments(args: readonly string[]): { readonly host: Host; readonly rest: readonly string[] } {
  const at = args.indexOf('--host');
  if (at === -1) return { host: 'stand-in', rest: args };
  const host = hosts.find((one) => one === args[at + 1]);
  if (host === undefined) throw new Error(`--host takes ${hosts.join(' or ')}, not ${String(args[at + 1])}`);
  return { host, rest: [...args.slice(0, at), ...args.slice(at + 2)] };
}

async function main(): Promise<number> {
  const { host, rest } = readArguments(process.argv.slice(2));
  const started = performance.now();
  if (!(await build())) return 1;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`ok     build      ${seconds.padStart(5)} s, host: ${host}`);
  const tests = await runBin('@playwright/test', ['test', '-c', 'tests/playwright.config.ts', ...rest], {
    bin: 'playwright',
    show: true,
    env: { LIUDI_HOST: host },
  });
  return tests.code;
}

process.exitCode = await main();
