/** Time comes in as an argument, so a test can move it. */
export type Clock = {
  /** Wall clock, epoch ms. The seller or the network may set it back and forth. */
  readonly now: () => number;
  /** Milliseconds since some fixed moment; never jumps, may stand still while the computer sleeps. */
  readonly elapsed: () => number;
};

/** The one place that reads the computer's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
};
