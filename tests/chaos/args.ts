import { parseArgs } from 'node:util';

export type ChaosArgs = {
  readonly trials: number;
  readonly only: string | null;
  readonly json: string | null;
  readonly seed: number;
};

const usage = 'npm run chaos -- [--trials N] [--only NAME] [--json FILE] [--seed N]';

/** Reads the command line; throws a sentence that names what is wrong. */
export function readArgs(argv: readonly string[], seed: number): ChaosArgs {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      trials: { type: 'string', default: '3' },
      only: { type: 'string' },
      json: { type: 'string' },
      seed: { type: 'string', default: String(seed) },
    },
  });
  const trials = Number(values.trials);
  if (!Number.isInteger(trials) || trials < 1) throw new Error(`--trials takes a number from 1\n${usage}`);
  const chosen = Number(values.seed);
  if (!Number.isInteger(chosen)) throw new Error(`--seed takes a whole number\n${usage}`);
  return { trials, only: values.only ?? null, json: values.json ?? null, seed: chosen };
}
