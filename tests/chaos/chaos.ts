import { writeFileSync } from 'node:fs';
import { build } from '../../electron/dev/build';
import { type ChaosArgs, readArgs } from './args';
import { scenarios } from './scenarios';
import { add, nothing, seeded, type Count, type Scenario } from './scenario';

type Row = Count & {
  readonly name: string;
  readonly title: string;
  readonly trials: number;
  readonly seconds: number;
  /** Why it could not be tried, or what broke a trial. */
  readonly note: string;
};

/** Runs one scenario; a trial that breaks counts as something lost, because nobody can say what became of it. */
async function tryOut(scenario: Scenario, trials: number, seed: number): Promise<Row> {
  const started = performance.now();
  let sum = nothing;
  let note = '';
  let done = 0;
  for (let number = 0; number < trials; number += 1) {
    try {
      const found = await scenario.run({ number, random: seeded(seed + number * 7919) });
      if ('skipped' in found) {
        note = found.skipped;
        break;
      }
      sum = add(sum, found);
      done += 1;
    } catch (error) {
      sum = { ...sum, acked: sum.acked + 1, lost: sum.lost + 1 };
      note = `trial ${number}: ${whatBroke(error)}`;
      if (process.env['CHAOS_STACK'] === '1') console.error(error);
    }
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { name: scenario.name, title: scenario.title, trials: done, ...sum, seconds, note };
}

/** What was waited for says more than that the time was over. */
function whatBroke(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [first = '', ...rest] = error.message.split('\n');
  return [first, ...rest.filter((text) => text.includes('waiting for'))].join(' ').slice(0, 300);
}

function line(row: Row): string {
  const figures = [row.trials, row.acked, row.lost, row.altered, row.healed, row.seconds];
  const state = row.trials === 0 && row.lost === 0 ? 'skip' : row.lost + row.altered === 0 ? 'ok' : 'FAIL';
  const cells = figures.map((one) => String(one).padStart(8)).join('');
  return `${state.padEnd(5)}${row.name.padEnd(26)}${cells}  ${row.note}`;
}

/** Written after each scenario: a run that is broken off leaves what it has. */
function writeReport(file: string, { seed, trials }: ChaosArgs, scenarios: readonly Row[]): void {
  const total = scenarios.reduce<Count>(add, nothing);
  writeFileSync(file, `${JSON.stringify({ host: 'stand-in', seed, trials, total, scenarios }, null, 2)}\n`);
}

/** `npm run chaos`: breaks the built app in every way we know and counts what is lost. Returns the exit code. */
async function main(): Promise<number> {
  const args = readArgs(process.argv.slice(2), Date.now() % 1_000_000);
  const chosen = scenarios.filter(({ name }) => args.only === null || name.startsWith(args.only));
  if (chosen.length === 0) {
    throw new Error(`no scenario ${args.only}; there are: ${scenarios.map(({ name }) => name).join(', ')}`);
  }
  if (!(await build())) return 2;
  console.log(`host: stand-in, seed: ${args.seed}`);
  const heads = ['trials', 'acked', 'lost', 'altered', 'healed', 'seconds'];
  console.log(`${''.padEnd(5)}${'scenario'.padEnd(26)}${heads.map((one) => one.padStart(8)).join('')}`);
  const rows: Row[] = [];
  for (const scenario of chosen) {
    const row = await tryOut(scenario, args.trials, args.seed);
    rows.push(row);
    console.log(line(row));
    if (args.json !== null) writeReport(args.json, args, rows);
  }
  const total = rows.reduce<Count>(add, nothing);
  console.log(
    `${''.padEnd(5)}${'all'.padEnd(26)}${''.padStart(8)}${[
      total.acked,
      total.lost,
      total.altered,
      total.healed,
    ]
      .map((one) => String(one).padStart(8))
      .join('')}`,
  );
  return total.lost === 0 && total.altered === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exit(code);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
