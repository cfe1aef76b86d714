import { useEffect } from 'react';
import { assertNever } from '#shared/assert-never';
import { slipPlainText } from './slip-words';
import { slipFont, slipMono, weightOf } from './text-measure';
import { useSlipPage, type SlipDrawing } from './use-slip-page';
import type { SlipItem } from './slip-items';
import type { ReturnSlip } from '#shared/domain/return-slip';
import './slip-sheet.css';

/**
 * A return slip in true size (mm), black only (R25 to R27, R175, R177). One SVG: preview, print and PDF are the same
 * drawing, and it is the same layout that goes onto the picture. `onFonts` hears when the drawing is final.
 */
export function SlipSheet({
  slip,
  onFonts,
}: {
  readonly slip: ReturnSlip;
  readonly onFonts?: (state: SlipDrawing['fonts']) => void;
}) {
  const { fonts, page } = useSlipPage(slip);
  useEffect(() => {
    if (fonts !== 'waiting') onFonts?.(fonts);
  }, [fonts, onFonts]);
  return (
    <svg
      className="slip-sheet"
      role="img"
      aria-label={slipPlainText(slip)}
      width={`${page.width}mm`}
      height={`${page.height}mm`}
      viewBox={`0 0 ${page.width} ${page.height}`}
      data-paper={slip.paper}
      data-fonts={fonts}
    >
      {page.items.map((item, index) => (
        // The items are positions on paper: their place in the list is what they are.
        // eslint-disable-next-line react/no-array-index-key
        <SlipShape key={index} item={item} />
      ))}
    </svg>
  );
}

function SlipShape({ item }: { readonly item: SlipItem }) {
  switch (item.kind) {
    case 'text':
      return (
        <text
          x={item.x}
          y={item.y}
          fontSize={item.size}
          fontFamily={item.mono ? slipMono : slipFont}
          textAnchor={item.anchor}
          data-part={item.part}
        >
          {item.runs.map((run, index) => (
            // eslint-disable-next-line react/no-array-index-key
            <tspan key={index} fontWeight={weightOf(run.bold)}>
              {run.text}
            </tspan>
          ))}
        </text>
      );
    case 'rule':
      return <rect x={item.x} y={item.y} width={item.width} height={item.thickness} />;
    case 'box': {
      // A frame as two rectangles, so that its edges lie on whole dots.
      const { x, y, width, height, thickness: t } = item;
      const d = `M${x} ${y}h${width}v${height}h${-width}zM${x + t} ${y + t}h${width - 2 * t}v${height - 2 * t}h${2 * t - width}z`;
      return <path d={d} fillRule="evenodd" />;
    }
    case 'bars':
      return (
        <g data-code="code128" shapeRendering="crispEdges">
          {item.code.bars.map(([start, width]) => (
            <rect
              key={start}
              x={item.x + start * item.module}
              y={item.y}
              width={width * item.module}
              height={item.height}
            />
          ))}
        </g>
      );
    case 'qr':
      return (
        <path
          data-code="qr"
          d={item.code.path}
          fillRule="evenodd"
          shapeRendering="crispEdges"
          transform={`translate(${item.x} ${item.y}) scale(${item.module})`}
        />
      );
    default:
      return assertNever(item);
  }
}
