/** Where a rule of the procedures comes from. */
export const seeds = ['000', '001', '002', '003', '004'] as const;
type Seed = (typeof seeds)[number];

/** Requirement row, seed text, what it says in Chinese and English. */
export type SourceLine = readonly [row: string, seed: Seed, zh: string, en: string];
