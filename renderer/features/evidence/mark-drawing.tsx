import { useEffect, useRef } from 'react';
import { assertNever } from '#shared/assert-never';
import {
  arrowOutline,
  blockSide,
  cropOf,
  markColor,
  markScale,
  paintTurned,
  turnedSize,
  type Area,
  type Mark,
  type Size,
} from '../../workers/paint-marks';

/** Arrows, boxes, texts and the crop over a picture, in its own pixels. */
export function MarkDrawing({ marks, picture }: { readonly marks: readonly Mark[]; readonly picture: Size }) {
  const { line } = markScale(picture);
  const { width, height } = picture;
  const crop = marks.some(({ kind }) => kind === 'crop') ? cropOf(marks, picture) : null;
  return (
    <svg className="annotate-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {marks.map((mark, index) => (
        <DrawnMark key={index} mark={mark} picture={picture} />
      ))}
      {crop === null ? null : (
        <>
          <path
            className="annotate-cut"
            fillRule="evenodd"
            d={`M0 0H${width}V${height}H0Z M${crop.x} ${crop.y}h${crop.width}v${crop.height}h${-crop.width}Z`}
          />
          <rect {...crop} fill="none" stroke="#fff" strokeWidth={line} strokeDasharray={`${line * 3}`} />
        </>
      )}
    </svg>
  );
}

function DrawnMark({ mark, picture }: { readonly mark: Mark; readonly picture: Size }) {
  const { line, text } = markScale(picture);
  switch (mark.kind) {
    case 'arrow': {
      const points = arrowOutline(mark.from, mark.to, line)
        .map(({ x, y }) => `${x},${y}`)
        .join(' ');
      return (
        <polygon points={points} fill={markColor} stroke="#fff" strokeWidth={line / 2} paintOrder="stroke" />
      );
    }
    case 'box':
      return (
        <>
          <rect {...mark.area} fill="none" stroke="#fff" strokeWidth={line * 2} />
          <rect {...mark.area} fill="none" stroke={markColor} strokeWidth={line} />
        </>
      );
    case 'text':
      return (
        <text
          {...mark.at}
          fontSize={text}
          fontWeight={600}
          dominantBaseline="text-before-edge"
          fill={markColor}
          stroke="#fff"
          strokeWidth={Math.max(3, text / 5)}
          paintOrder="stroke"
        >
          {mark.text}
        </text>
      );
    case 'blur':
    case 'crop':
      return null;
    default:
      return assertNever(mark);
  }
}

/** What is left of a blurred area, in the coarse blocks the copy will have there. */
export function BlurPreview({
  area,
  picture,
  image,
  turns,
}: {
  readonly area: Area;
  readonly picture: Size;
  readonly image: HTMLImageElement;
  readonly turns: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const side = blockSide(area, picture);
  const columns = Math.max(1, Math.ceil(area.width / side));
  const rows = Math.max(1, Math.ceil(area.height / side));
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen === null || pen === undefined) return;
    pen.setTransform(columns / area.width, 0, 0, rows / area.height, 0, 0);
    pen.translate(-area.x, -area.y);
    paintTurned(pen, image, turnedSize(picture, turns), turns);
  }, [area, picture, image, turns, columns, rows]);
  return (
    <canvas
      ref={canvas}
      className="annotate-blur"
      width={columns}
      height={rows}
      style={{
        left: `${(area.x / picture.width) * 100}%`,
        top: `${(area.y / picture.height) * 100}%`,
        width: `${(area.width / picture.width) * 100}%`,
        height: `${(area.height / picture.height) * 100}%`,
      }}
    />
  );
}
