import type { Clock } from '../clock';
import type { Pace } from './snapshot-file';

/** Milliseconds of work in one go. */
const sliceMs = 25;

/**
 * Work in slices, out of the seller's way.
 * @param rest waits after a slice that took so many ms
 * @param mayGoOn waits while work is put off; throwing there ends it
 */
export function slowPace(
  clock: Clock,
  rest: (workedMs: number) => Promise<void>,
  mayGoOn: () => Promise<void>,
): Pace {
  let begun = clock.elapsed();
  return async () => {
    await mayGoOn();
    const worked = clock.elapsed() - begun;
    if (worked < sliceMs) return;
    await rest(worked);
    begun = clock.elapsed();
  };
}
