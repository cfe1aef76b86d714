/** Where something of a deleted buyer may remain. Each has its own row of words; docs/privacy.md lists the same. */
export const leftovers = [
  'database',
  'vault',
  'rescued',
  'backup',
  'archives',
  'exports',
  'paper',
  'platform',
  'system',
] as const;
