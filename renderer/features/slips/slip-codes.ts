import { code128, qrcode } from 'bwip-js/generic';
import { AppError } from '#shared/errors';

/** A linear code in modules: where each bar begins and how wide it is. */
export type BarCode = {
  readonly modules: number;
  readonly bars: readonly (readonly [start: number, width: number])[];
};

/** A square code in modules: an SVG path, filled by the even-odd rule, `modules` wide and high. */
export type SquareCode = { readonly modules: number; readonly path: string };

type Point = readonly [number, number];

/**
 * A bwip-js drawing that only writes down geometry, one unit per module. So nothing has to be parsed from markup
 * (Trusted Types), and the same numbers are drawn as SVG and on a canvas.
 */
function recorder() {
  const bars: [number, number][] = [];
  const polygons: Point[][] = [];
  let size = 0;
  const unused = (): void => undefined;
  const drawing = {
    scale: (): [number, number] => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width: number): void => {
      size = width;
    },
    // A bar comes as a line through its middle; odd widths are rounded up by half a module.
    line: (x: number, _y0: number, _x1: number, _y1: number, width: number): void => {
      bars.push([Math.floor(x - width / 2), width]);
    },
    polygon: (points: [number, number][]): void => {
      polygons.push(points);
    },
    hexagon: unused,
    ellipse: unused,
    fill: unused,
    text: unused,
    end: () => ({ modules: size, bars, polygons }),
  };
  return drawing;
}

function barCode(text: string): BarCode {
  const { modules, bars } = code128({ bcid: 'code128', text, scale: 1 }, recorder());
  return { modules, bars };
}

/** QR code of a case number with a quarter of it readable when damaged (level Q): paper gets wet and folded. */
function squareCode(text: string): SquareCode {
  const { modules, polygons } = qrcode({ bcid: 'qrcode', text, scale: 1, eclevel: 'Q' } as never, recorder());
  const path = polygons.map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`).join('');
  return { modules, path };
}

export type SlipCodes = { readonly bars: BarCode; readonly square: SquareCode };

let last: (SlipCodes & { readonly text: string }) | undefined;

/**
 * Both codes of a case number; the last ones are remembered, for a slip is laid out on each keystroke. Throws for
 * anything but plain letters, digits and signs: scanners disagree about the rest.
 */
export function slipCodes(text: string): SlipCodes {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new AppError('invalidInput', { what: 'caseNo' });
  if (last?.text !== text) last = { text, bars: barCode(text), square: squareCode(text) };
  return last;
}
