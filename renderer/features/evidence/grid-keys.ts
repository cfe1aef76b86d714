/** Where an arrow key leads in a grid of `count` tiles, `columns` wide; null when the key means nothing here. */
export function stepInGrid(key: string, from: number, count: number, columns: number): number | null {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (step === undefined) return null;
  const to = from + step;
  if (to >= 0 && to < count) return to;
  // Down from the last full row lands on the last tile; everything else stays inside.
  return key === 'ArrowDown' && Math.floor(from / columns) < Math.floor((count - 1) / columns)
    ? count - 1
    : from;
}

/** How many tiles stand beside the first one, read from the page as it is laid out. */
export function countColumns(tiles: readonly HTMLElement[]): number {
  const top = tiles[0]?.offsetTop;
  const below = tiles.findIndex((tile) => tile.offsetTop !== top);
  return Math.max(1, below === -1 ? tiles.length : below);
}
