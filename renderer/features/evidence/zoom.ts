export type Box = { readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };

/** How a picture lies on the stage: `zoom` 1 is one pixel per pixel; `x`, `y` move its middle away from the stage's. */
export type View = Point & { readonly zoom: number };

const maxZoom = 8;

/** The view that shows the whole picture; small pictures are not blown up. */
export function fitView(stage: Box, picture: Box): View {
  if (picture.width === 0 || picture.height === 0) return { zoom: 1, x: 0, y: 0 };
  return { zoom: Math.min(1, stage.width / picture.width, stage.height / picture.height), x: 0, y: 0 };
}

/** Zooms by a factor and keeps what lies under `at` (from the stage's middle) where it is. */
export function zoomBy(view: View, factor: number, at: Point, stage: Box, picture: Box): View {
  const least = Math.min(fitView(stage, picture).zoom, 1);
  const zoom = Math.min(maxZoom, Math.max(least, view.zoom * factor));
  const grown = zoom / view.zoom;
  return keepInside(
    { zoom, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown },
    stage,
    picture,
  );
}

/** Moves the picture, as far as there is more of it to see. */
export function panBy(view: View, by: Point, stage: Box, picture: Box): View {
  return keepInside({ ...view, x: view.x + by.x, y: view.y + by.y }, stage, picture);
}

/** Whether the picture reaches beyond the stage, so that moving it makes sense. */
export function canPan({ zoom }: View, stage: Box, picture: Box): boolean {
  return picture.width * zoom > stage.width + 1 || picture.height * zoom > stage.height + 1;
}

function keepInside(view: View, stage: Box, picture: Box): View {
  const room = (size: number, space: number): number => Math.max(0, (size * view.zoom - space) / 2);
  const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
  return {
    zoom: view.zoom,
    x: clamp(view.x, room(picture.width, stage.width)),
    y: clamp(view.y, room(picture.height, stage.height)),
  };
}
