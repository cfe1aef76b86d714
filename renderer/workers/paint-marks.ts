/** Pure drawing of marks on a picture; the same code paints the preview and the copy that is kept. */
export type Spot = { readonly x: number; readonly y: number };
export type Area = Spot & { readonly width: number; readonly height: number };
export type Size = { readonly width: number; readonly height: number };

/** Places are pixels of the picture as it is seen: upright, and turned as the seller turned it. */
export type Mark =
  | { readonly kind: 'arrow'; readonly from: Spot; readonly to: Spot }
  | { readonly kind: 'box'; readonly area: Area }
  | { readonly kind: 'text'; readonly at: Spot; readonly text: string }
  | { readonly kind: 'blur'; readonly area: Area }
  | { readonly kind: 'crop'; readonly area: Area };

type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

export const markColor = '#d8281e';
const haloColor = '#ffffff';

/** Line width and text size that can be seen on a picture of this size, in its pixels. */
export function markScale({ width, height }: Size): { readonly line: number; readonly text: number } {
  const long = Math.max(width, height);
  return { line: Math.max(3, Math.round(long / 220)), text: Math.max(18, Math.round(long / 28)) };
}

/** The size after quarter turns. */
export function turnedSize({ width, height }: Size, turns: number): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Draws a picture turned by quarters to the right, its turned corner at 0, 0. */
export function paintTurned(pen: Pen, source: CanvasImageSource, size: Size, turns: number): void {
  const turned = turnedSize(size, turns);
  pen.save();
  pen.translate(turned.width / 2, turned.height / 2);
  pen.rotate((turns * Math.PI) / 2);
  pen.drawImage(source, -size.width / 2, -size.height / 2, size.width, size.height);
  pen.restore();
}

/**
 * Side of the blocks an area is reduced to: at most four across its short side, so that not one letter or digit of a
 * line of text keeps its shape.
 */
export function blockSide(area: Area, picture: Size): number {
  const short = Math.min(area.width, area.height);
  const least = Math.max(12, Math.ceil(Math.max(picture.width, picture.height) / 100));
  return Math.max(least, Math.ceil(short / 4));
}

/** Colours are rounded too: exact averages would let somebody compare guesses. */
const step = 24;
const round = (value: number): number => Math.min(255, Math.round(value / step) * step);

/** Replaces the pixels of an area by coarse blocks of their average; what was there is gone. */
export function destroyArea(pen: Pen, area: Area, canvas: Size, side: number): void {
  const left = Math.max(0, Math.floor(area.x));
  const top = Math.max(0, Math.floor(area.y));
  const right = Math.min(canvas.width, Math.ceil(area.x + area.width));
  const bottom = Math.min(canvas.height, Math.ceil(area.y + area.height));
  for (let y = top; y < bottom; y += side) {
    for (let x = left; x < right; x += side) {
      const width = Math.min(side, right - x);
      const height = Math.min(side, bottom - y);
      const { data } = pen.getImageData(x, y, width, height);
      const sums = [0, 0, 0];
      for (let at = 0; at < data.length; at += 4) {
        for (const channel of [0, 1, 2]) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0);
      }
      const [red = 0, green = 0, blue = 0] = sums.map((sum) => round(sum / (width * height)));
      pen.fillStyle = `rgb(${red} ${green} ${blue})`;
      pen.fillRect(x, y, width, height);
    }
  }
}

/** The outline of an arrow from its tail to its tip. */
export function arrowOutline(from: Spot, to: Spot, line: number): readonly Spot[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const head = Math.min(length, line * 6);
  const at = (along: number, aside: number): Spot => ({
    x: from.x + dx * along - dy * aside,
    y: from.y + dy * along + dx * aside,
  });
  const neck = length - head;
  return [
    at(0, line / 2),
    at(neck, line / 2),
    at(neck, head / 2),
    at(length, 0),
    at(neck, -head / 2),
    at(neck, -line / 2),
    at(0, -line / 2),
  ];
}

/** Draws an arrow, a box or a text; blurring and cropping happen before. */
export function paintMark(pen: Pen, mark: Mark, picture: Size): void {
  const { line, text } = markScale(picture);
  pen.lineJoin = 'round';
  if (mark.kind === 'arrow') {
    const [first, ...others] = arrowOutline(mark.from, mark.to, line);
    if (first === undefined) return;
    pen.beginPath();
    pen.moveTo(first.x, first.y);
    for (const { x, y } of others) pen.lineTo(x, y);
    pen.closePath();
    pen.strokeStyle = haloColor;
    pen.lineWidth = line;
    pen.stroke();
    pen.fillStyle = markColor;
    pen.fill();
  } else if (mark.kind === 'box') {
    const { x, y, width, height } = mark.area;
    pen.strokeStyle = haloColor;
    pen.lineWidth = line * 2;
    pen.strokeRect(x, y, width, height);
    pen.strokeStyle = markColor;
    pen.lineWidth = line;
    pen.strokeRect(x, y, width, height);
  } else if (mark.kind === 'text') {
    pen.font = `600 ${text}px system-ui, 'Noto Sans SC Variable', sans-serif`;
    pen.textBaseline = 'top';
    pen.strokeStyle = haloColor;
    pen.lineWidth = Math.max(3, text / 5);
    pen.strokeText(mark.text, mark.at.x, mark.at.y);
    pen.fillStyle = markColor;
    pen.fillText(mark.text, mark.at.x, mark.at.y);
  }
}

/** What is left of the picture: the last crop, within its borders, in whole pixels. */
export function cropOf(marks: readonly Mark[], picture: Size): Area {
  const last = marks.findLast((mark) => mark.kind === 'crop');
  if (last?.kind !== 'crop') return { x: 0, y: 0, ...picture };
  const x = Math.min(picture.width - 1, Math.max(0, Math.floor(last.area.x)));
  const y = Math.min(picture.height - 1, Math.max(0, Math.floor(last.area.y)));
  return {
    x,
    y,
    width: Math.max(1, Math.min(picture.width - x, Math.round(last.area.width))),
    height: Math.max(1, Math.min(picture.height - y, Math.round(last.area.height))),
  };
}
