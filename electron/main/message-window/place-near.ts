import type { Rectangle } from 'electron';

/** Where a small window stands on a screen: in the middle, a little above, never larger than the screen. */
export function placeNear(
  area: Rectangle,
  size: { readonly width: number; readonly height: number },
): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 4),
    width,
    height,
  };
}
