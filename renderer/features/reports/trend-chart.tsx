import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { trendOf, type Trend } from '#shared/reports/trend';
import { now } from '../../platform/clock';
import type { Report } from './use-report';

const height = 96;
const width = 1100;

/** How many cases were opened, bar by bar, with the same as a table for those who cannot see it. */
export function TrendChart({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const trend = useMemo(
    () =>
      trendOf(
        report.cases.map(({ createdAt }) => createdAt),
        report.period,
        now(),
      ),
    [report],
  );
  const title = t(`reports.trend.${trend.unit}`);
  const most = Math.max(1, ...trend.bars.map(({ count }) => count));
  return (
    <section className="card reports-card" aria-label={title}>
      <h2>
        {title}
        <span className="ink-3">{t('reports.trend.most', { count: most })}</span>
      </h2>
      <Bars trend={trend} most={most} />
      <table className="visually-hidden">
        <caption>{title}</caption>
        <tbody>
          {trend.bars.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Bars({ trend: { bars }, most }: { readonly trend: Trend; readonly most: number }) {
  const step = width / Math.max(1, bars.length);
  const thick = Math.min(36, step * 0.64);
  const every = Math.ceil(bars.length / 16);
  return (
    <svg
      className="reports-trend"
      viewBox={`0 0 ${width} ${height + 20}`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      <line x1="0" x2={width} y1={height} y2={height} />
      {bars.map(({ name, count }, index) => {
        const tall = (count / most) * (height - 16);
        const middle = step * (index + 0.5);
        return (
          <g key={name}>
            <rect x={middle - thick / 2} y={height - tall} width={thick} height={tall} rx="2">
              <title>{`${name}: ${count}`}</title>
            </rect>
            {count > 0 ? (
              <text x={middle} y={height - tall - 4} className="count">
                {count}
              </text>
            ) : null}
            {index % every === 0 ? (
              <text x={middle} y={height + 14}>
                {name.length > 7 ? name.slice(5) : name}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
