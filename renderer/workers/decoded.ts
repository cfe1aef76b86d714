/** A picture on its way to a smaller one: how large it is when upright, and how to draw it. */
export type Decoded = {
  readonly width: number;
  readonly height: number;
  readonly draw: (context: OffscreenCanvasRenderingContext2D, width: number, height: number) => void;
  readonly close: () => void;
};
