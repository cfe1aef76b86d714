/** How content a buyer was, by the stars given at the close (R112, R185). */
export const contentments = ['good', 'middle', 'bad'] as const;
export type Contentment = (typeof contentments)[number];

/** What stars (1 to 5) say; null when nobody asked. */
export function contentmentOf(stars: number | null | undefined): Contentment | null {
  if (stars === null || stars === undefined) return null;
  if (stars >= 4) return 'good';
  return stars === 3 ? 'middle' : 'bad';
}
