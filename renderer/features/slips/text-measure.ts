/** Weight and family of a text; the sizes come later. */
export type TextStyle = { readonly bold: boolean; readonly mono: boolean };

/** Width of a text in em, that is at size 1. */
export type Measure = (text: string, style: TextStyle) => number;

/** The bundled font first: the slip then looks the same on every computer, one without Chinese fonts included. */
export const slipFont =
  "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
export const slipMono = `Consolas, 'SF Mono', Menlo, 'Liberation Mono', 'DejaVu Sans Mono', ${slipFont}`;
/** Weight in numbers, as both CSS and canvas take it. */
export const weightOf = (bold: boolean): number => (bold ? 700 : 400);

const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef\u2014\u2026]|\p{Extended_Pictographic}/u;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** A cautious guess where nothing can be measured (no canvas): full width for Chinese, a bit over half for Latin. */
export const guessMeasure: Measure = (text, { bold, mono }) => {
  let width = 0;
  for (const { segment } of graphemes.segment(text))
    width += wide.test(segment) ? 1 : mono || bold ? 0.62 : 0.58;
  return width;
};

const sample = 100;

/** Measures with the browser's own shaping. Make a new one after fonts have arrived: widths are remembered. */
export function makeMeasure(): Measure {
  if (typeof OffscreenCanvas === 'undefined') return guessMeasure;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return guessMeasure;
  context.textRendering = 'geometricPrecision';
  const known = new Map<string, number>();
  return (text, { bold, mono }) => {
    const font = `${weightOf(bold)} ${sample}px ${mono ? slipMono : slipFont}`;
    const key = `${font}\n${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width / sample;
      known.set(key, width);
    }
    return width;
  };
}
