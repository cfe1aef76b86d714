import { isoDay } from '#shared/domain/shanghai-time';
import { formatHundredths } from '#shared/reports/rates';
import type { ScoreLine } from '#shared/reports/scores';

const width = 260;
const height = 56;
const pad = 6;

/** A score over time as a line; what it shows stands beside it as text. */
export function ScoreGraph({ points }: Pick<ScoreLine, 'points'>) {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const values = points.map(({ hundredths }) => hundredths);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number =>
    last.at === first.at ? width / 2 : pad + ((at - first.at) / (last.at - first.at)) * (width - 2 * pad);
  // A line that does not move lies in the middle.
  const y = (value: number): number =>
    most === least ? height / 2 : height - pad - ((value - least) / (most - least)) * (height - 2 * pad);
  const path = points
    .map(({ at, hundredths }) => `${x(at).toFixed(1)},${y(hundredths).toFixed(1)}`)
    .join(' ');
  return (
    <svg className="reports-score-graph" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={path} />
      {points.map(({ id, at, hundredths }) => (
        <circle key={id} cx={x(at)} cy={y(hundredths)} r={id === last.id ? 3.5 : 2}>
          <title>{`${isoDay(at)} ${formatHundredths(hundredths)}`}</title>
        </circle>
      ))}
    </svg>
  );
}
