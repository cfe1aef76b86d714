import { runBin, type BinRun } from './run-bin';

/**
 * `npm run check`: the fast gate before every commit: types, lint, format, dead code, borders and the unit tests of pure
 * code. With `--all` (as `npm test` calls it) every test that needs no browser.
 */
type Step = { readonly name: string; readonly run: () => Promise<BinRun> };

const all = process.argv.includes('--all');
/** Folders whose tests run in the fast gate: no database, no window, no processes of their own. */
const quick = [
  'tests/architecture',
  'tests/unit/domain',
  'tests/unit/time',
  'tests/unit/evidence',
  'tests/unit/texts',
];

const steps: readonly Step[] = [
  // The longest goes first, so that the short ones fill the other lane beside it.
  {
    name: 'tests',
    run: () =>
      runBin('vitest', [
        'run',
        '-c',
        'tests/vitest.config.ts',
        '--silent=passed-only',
        ...(all ? [] : ['--project', 'node', ...quick]),
      ]),
  },
  { name: 'types', run: () => runBin('typescript', ['-b'], { bin: 'tsc' }) },
  { name: 'lint', run: () => runBin('oxlint', ['--type-aware']) },
  { name: 'format', run: () => runBin('oxfmt', ['--check']) },
  { name: 'dead code', run: () => runBin('knip', ['--no-progress', '--no-config-hints']) },
];

/** Two lanes: more would only make each step slower on the two cores this has to be quick on. */
const lanes = 2;

async function main(): Promise<number> {
  const started = performance.now();
  const queue = [...steps];
  const failed: { readonly name: string; readonly output: string }[] = [];
  const work = async (): Promise<void> => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      const { code, output, seconds } = await step.run();
      if (code !== 0) failed.push({ name: step.name, output });
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s`,
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  for (const { name, output } of failed) console.log(`\n--- ${name} ---\n${output.trimEnd()}`);
  console.log(
    `${failed.length === 0 ? 'all good' : `${failed.length} failed`}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
