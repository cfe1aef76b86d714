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
  const build = await runBin('electron-vite', ['build', '-c', 'electron/vite.config.ts']);
  if (build.code !== 0) {
    console.log(`--- build ---\n${build.output.trimEnd()}`);
    return build.code;
  }
  console.log(`ok     build      ${build.seconds.toFixed(1).padStart(5)} s, host: ${host}`);
  const tests = await runBin('@playwright/test', ['test', '-c', 'tests/playwright.config.ts', ...rest], {
    bin: 'playwright',
    show: true,
    env: { LIUDI_HOST: host },
  });
  return tests.code;
}

process.exitCode = await main();
