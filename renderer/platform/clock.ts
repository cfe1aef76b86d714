/** The only place that reads the computer's clock (epoch ms), so that a test can move it. */
export function now(): number {
  return Date.now();
}
