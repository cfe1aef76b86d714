import type { Area, Mark, Size, Spot } from '../../workers/paint-marks';

/** The tools with their keys: 箭头 A, 方框 B, 文字 T, 打码 M, 裁剪 C. */
export const tools = [
  { kind: 'arrow', key: 'A' },
  { kind: 'box', key: 'B' },
  { kind: 'text', key: 'T' },
  { kind: 'blur', key: 'M' },
  { kind: 'crop', key: 'C' },
] as const;
export type Tool = (typeof tools)[number]['kind'];

/** The tool of a key, or undefined. */
export function toolOf(key: string): Tool | undefined {
  return tools.find((one) => one.key === key.toUpperCase())?.kind;
}

/** The area between two corners, wherever they lie, kept inside the picture. */
export function areaBetween(a: Spot, b: Spot, picture: Size): Area {
  const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(0, value));
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map((x) => clamp(x, picture.width));
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map((y) => clamp(y, picture.height));
  return {
    x: left ?? 0,
    y: top ?? 0,
    width: (right ?? 0) - (left ?? 0),
    height: (bottom ?? 0) - (top ?? 0),
  };
}

/** The mark a drag makes; null where it was too short to mean anything. */
export function markOfDrag(tool: Tool, from: Spot, to: Spot, picture: Size): Mark | null {
  const least = Math.max(4, Math.max(picture.width, picture.height) / 200);
  if (Math.hypot(to.x - from.x, to.y - from.y) < least) return null;
  if (tool === 'arrow') return { kind: 'arrow', from, to };
  if (tool === 'text') return null;
  const area = areaBetween(from, to, picture);
  return area.width < 1 || area.height < 1 ? null : { kind: tool, area };
}

/** A mark in the middle of the picture, to be moved by keys: for a seller without a mouse. */
export function markInMiddle(tool: Exclude<Tool, 'text'>, { width, height }: Size): Mark {
  const area = { x: width * 0.375, y: height * 0.375, width: width * 0.25, height: height * 0.25 };
  if (tool !== 'arrow') return { kind: tool, area };
  return { kind: 'arrow', from: { x: area.x, y: area.y }, to: { x: width / 2, y: height / 2 } };
}

/** Moves a mark, or with `grow` its far end, by pixels of the picture; it stays on the picture. */
export function nudge(mark: Mark, by: Spot, grow: boolean, picture: Size): Mark {
  const moved = ({ x, y }: Spot): Spot => ({
    x: Math.min(picture.width, Math.max(0, x + by.x)),
    y: Math.min(picture.height, Math.max(0, y + by.y)),
  });
  if (mark.kind === 'text') return { ...mark, at: moved(mark.at) };
  if (mark.kind === 'arrow')
    return { ...mark, from: grow ? mark.from : moved(mark.from), to: moved(mark.to) };
  const { x, y, width, height } = mark.area;
  const area = grow
    ? {
        ...mark.area,
        width: Math.min(picture.width - x, Math.max(1, width + by.x)),
        height: Math.min(picture.height - y, Math.max(1, height + by.y)),
      }
    : {
        ...mark.area,
        x: Math.min(picture.width - width, Math.max(0, x + by.x)),
        y: Math.min(picture.height - height, Math.max(0, y + by.y)),
      };
  return { ...mark, area };
}

/** A picture has one crop: a new one takes the place of the old one. */
export function addMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const others = mark.kind === 'crop' ? marks.filter(({ kind }) => kind !== 'crop') : marks;
  return [...others, mark];
}
