import { assertNever } from '#shared/assert-never';
import { AppError } from '#shared/errors';
import { slipFont, slipMono, weightOf } from './text-measure';
import { loadSlipFonts, slipPage } from './use-slip-page';
import type { SlipItem } from './slip-items';
import type { ReturnSlip } from '#shared/domain/return-slip';

/** Pixels per millimetre (406 dpi): two per dot of a 203 dpi printer, so codes fall on whole pixels. */
const density = 16;

/** The slip as a PNG: the layout of the sheet, painted on a canvas. Throws `unexpected` when nothing can be painted. */
export async function slipPicture(slip: ReturnSlip): Promise<Blob> {
  await loadSlipFonts(slip);
  const page = slipPage(slip);
  const canvas = new OffscreenCanvas(page.width * density, page.height * density);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new AppError('unexpected', { message: 'canvas' });
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.textRendering = 'geometricPrecision';
  context.direction = 'ltr';
  for (const item of page.items) paint(context, item);
  return canvas.convertToBlob({ type: 'image/png' });
}

function paint(context: OffscreenCanvasRenderingContext2D, item: SlipItem): void {
  const px = (mm: number): number => mm * density;
  const rect = (x: number, y: number, width: number, height: number): void => {
    context.fillRect(Math.round(px(x)), Math.round(px(y)), Math.round(px(width)), Math.round(px(height)));
  };
  switch (item.kind) {
    case 'text': {
      const widths = item.runs.map((run) => {
        context.font = fontOf(item.size * density, item.mono, run.bold);
        return context.measureText(run.text).width;
      });
      const total = widths.reduce((sum, width) => sum + width, 0);
      let x = px(item.x) - (item.anchor === 'start' ? 0 : item.anchor === 'middle' ? total / 2 : total);
      for (const [index, run] of item.runs.entries()) {
        context.font = fontOf(item.size * density, item.mono, run.bold);
        context.fillText(run.text, x, px(item.y));
        x += widths[index] ?? 0;
      }
      return;
    }
    case 'rule':
      rect(item.x, item.y, item.width, item.thickness);
      return;
    case 'box': {
      const { x, y, width, height, thickness } = item;
      rect(x, y, width, thickness);
      rect(x, y + height - thickness, width, thickness);
      rect(x, y, thickness, height);
      rect(x + width - thickness, y, thickness, height);
      return;
    }
    case 'bars':
      for (const [start, width] of item.code.bars) {
        rect(item.x + start * item.module, item.y, width * item.module, item.height);
      }
      return;
    case 'qr':
      context.save();
      context.translate(Math.round(px(item.x)), Math.round(px(item.y)));
      context.scale(px(item.module), px(item.module));
      fillPath(context, new Path2D(item.code.path));
      context.restore();
      return;
    default:
      assertNever(item);
  }
}

function fillPath(context: OffscreenCanvasRenderingContext2D, path: Path2D): void {
  context.fill(path, 'evenodd');
}

function fontOf(size: number, mono: boolean, bold: boolean): string {
  return `${weightOf(bold)} ${size}px ${mono ? slipMono : slipFont}`;
}
