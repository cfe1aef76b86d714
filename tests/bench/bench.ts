import { readdir, writeFile } from 'node:fs/promises';
import { type Bench, type BenchRow, makeReport, printReport } from './bench-row';

/**
 * `npm run bench -- [AREA …] [--json FILE] [arguments of the area]`: measures against peers in the same run and prints
 * ratios. An area is a file `tests/bench/AREA.bench.ts` that exports `run`; without one all of them run. Exit code 1
 * when a budget is exceeded.
 */
const ending = '.bench.ts';

async function listAreas(): Promise<readonly string[]> {
  const names = await readdir(new URL('.', import.meta.url));
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

function readArguments(argv: readonly string[]): {
  readonly areas: readonly string[];
  readonly json: string | null;
  readonly rest: readonly string[];
} {
  const firstOption = argv.findIndex((one) => one.startsWith('--'));
  const split = firstOption === -1 ? argv.length : firstOption;
  const options = argv.slice(split);
  const at = options.indexOf('--json');
  if (at === -1) return { areas: argv.slice(0, split), json: null, rest: options };
  const json = options[at + 1];
  if (json === undefined) throw new Error('--json FILE: the file is missing');
  return { areas: argv.slice(0, split), json, rest: [...options.slice(0, at), ...options.slice(at + 2)] };
}

async function main(): Promise<number> {
  const { areas, json, rest } = readArguments(process.argv.slice(2));
  const known = await listAreas();
  const unknown = areas.find((area) => !known.includes(area));
  if (unknown !== undefined) throw new Error(`no bench ${unknown}; there are: ${known.join(' ')}`);
  const rows: BenchRow[] = [];
  for (const area of areas.length === 0 ? known : areas) {
    const { run } = (await import(`./${area}${ending}`)) as { readonly run: Bench };
    rows.push(...(await run(rest)));
  }
  const report = makeReport(rows);
  console.log(printReport(report));
  if (json !== null) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  return rows.every(({ ok }) => ok) ? 0 : 1;
}

process.exitCode = await main();
