/** Wrong tries that cost no waiting: fingers slip. */
const free = 3;
const firstMs = 5_000;
const mostMs = 15 * 60_000;

/** How long to wait after so many wrong tries in a row, in ms. */
export function waitAfter(wrongTries: number): number {
  return wrongTries < free ? 0 : Math.min(mostMs, firstMs * 2 ** (wrongTries - free));
}
