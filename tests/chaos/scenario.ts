/** What one trial found. */
export type Count = {
  /** Things the app had confirmed on the screen, or held before the fault. */
  readonly acked: number;
  /** Of those: gone. */
  readonly lost: number;
  /** Of those: there, but not what they were. */
  readonly altered: number;
  /** Brought back by the app itself after the fault. */
  readonly healed: number;
};

export type Trial = {
  /** From 0. */
  readonly number: number;
  /** Repeatable: from 0 up to 1. */
  readonly random: () => number;
};

/** One way things go wrong. A trial starts its own app and ends it. */
export type Scenario = {
  readonly name: string;
  readonly title: string;
  /** @returns what was found, or why it cannot be tried on this machine */
  readonly run: (trial: Trial) => Promise<Count | { readonly skipped: string }>;
};

export const nothing: Count = { acked: 0, lost: 0, altered: 0, healed: 0 };

export function add(one: Count, other: Count): Count {
  return {
    acked: one.acked + other.acked,
    lost: one.lost + other.lost,
    altered: one.altered + other.altered,
    healed: one.healed + other.healed,
  };
}

/** Random numbers that come again for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
