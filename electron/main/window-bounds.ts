import type { WindowBounds } from './preferences';

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** So much of the title bar must be on a screen to grab the window by, in pixels. */
const grip = { width: 120, height: 40 } as const;

/**
 * The remembered place, if the window could be seen and grabbed there: the second screen it stood on may be
 * unplugged now.
 * @param workAreas the screens' usable areas
 * @returns null when the system should choose the place
 */
export function visibleBounds(bounds: WindowBounds | null, workAreas: readonly Area[]): WindowBounds | null {
  if (bounds === null) return null;
  const titleBar = { x: bounds.x, y: bounds.y, width: bounds.width, height: grip.height };
  const seen = workAreas.some((area) => {
    const overlap = intersect(titleBar, area);
    return overlap.width >= grip.width && overlap.height >= grip.height;
  });
  return seen ? bounds : null;
}

function intersect(a: Area, b: Area): { readonly width: number; readonly height: number } {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return { width: Math.max(0, width), height: Math.max(0, height) };
}
