import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** How long one side took: the middle run and the slowest but one in twenty. */
export type Timing = { readonly median: number; readonly p95: number };

/** One row of DESIGN 11: our figure beside a peer's, taken in the same run on the same data. */
export type BenchRow = {
  readonly name: string;
  readonly ours: Timing & { readonly unit: string };
  readonly peer: Timing & { readonly name: string };
  /** Our median over the peer's. */
  readonly ratio: number;
  /** The ratio that may not be exceeded. */
  readonly budget: number;
  readonly ok: boolean;
};

export type BenchReport = {
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly system: string;
    readonly node: string;
    /** Programs that wanted the processor, on average over the last 1, 5 and 15 minutes: ours are among them. */
    readonly load: readonly number[];
  };
  readonly rows: readonly BenchRow[];
};

/** What a file `tests/bench/<area>.bench.ts` exports as `run`; `args` are the command's arguments without the area. */
export type Bench = (args: readonly string[]) => Promise<readonly BenchRow[]>;

/**
 * Median and 95th percentile (nearest rank).
 * @throws RangeError without a single run
 */
export function timingOf(runs: readonly number[]): Timing {
  const sorted = runs.toSorted((a, b) => a - b);
  const at = (part: number): number => {
    const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
    if (value === undefined) throw new RangeError('no runs to take a figure from');
    return value;
  };
  return { median: at(0.5), p95: at(0.95) };
}

/** A row from the runs of both sides, in the same unit (`ms` unless told otherwise). */
export function makeRow({
  name,
  ours,
  peer,
  budget,
  unit = 'ms',
}: {
  readonly name: string;
  readonly ours: readonly number[];
  readonly peer: { readonly name: string; readonly runs: readonly number[] };
  readonly budget: number;
  readonly unit?: string;
}): BenchRow {
  const [own, other] = [timingOf(ours), timingOf(peer.runs)];
  const ratio = own.median / other.median;
  return {
    name,
    ours: { ...own, unit },
    peer: { name: peer.name, ...other },
    ratio,
    budget,
    ok: ratio <= budget,
  };
}

/** The rows with the machine they were taken on: a figure without it says nothing. */
export function makeReport(rows: readonly BenchRow[]): BenchReport {
  const cores = cpus();
  return {
    machine: {
      cpu: cores[0]?.model.trim() ?? 'unknown',
      cores: cores.length,
      memoryGb: Math.round(totalmem() / 1024 ** 3),
      system: `${platform()} ${release()}`,
      node: process.version,
      load: loadavg().map((one) => Math.round(one * 10) / 10),
    },
    rows,
  };
}

/** The report as a table for a terminal. */
export function printReport({ machine, rows }: BenchReport): string {
  const head = ['', 'ours (p95)', 'peer (p95)', 'ratio', 'budget', ''];
  const body = rows.map(({ name, ours, peer, ratio, budget, ok }) => [
    name,
    `${figure(ours.median)} (${figure(ours.p95)}) ${ours.unit}`,
    Number.isNaN(peer.median) ? peer.name : `${figure(peer.median)} (${figure(peer.p95)}) ${peer.name}`,
    Number.isNaN(ratio) ? 'none' : `${ratio.toFixed(2)}x`,
    `${budget}x`,
    ok ? 'ok' : Number.isNaN(ratio) ? 'NOT MEASURED' : 'TOO SLOW',
  ]);
  const table = [head, ...body];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const { cpu, cores, memoryGb, system, node, load } = machine;
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}, load ${load.join(' ')}`,
    ...lines,
  ].join('\n');
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
