import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { formatHundredths } from '#shared/reports/rates';
import { newest, scoreLines, type ScoreLine } from '#shared/reports/scores';
import { listShopScores, removeShopScore } from '../../data/report-notes-repository';
import { listShops } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { PlatformMark } from '../../ui/platform-mark';
import { GiveActions } from './give-actions';
import { clean } from './paper-parts';
import { ScoreForm } from './score-form';
import { ScoreGraph } from './score-line';
import { shopName } from './shop-name';
import { useShopChoice } from './use-report';
import { usePaperContext } from './use-paper-context';
import type { ScoreKind } from '#shared/domain/report-records';

const shownRows = 8;

function valueWords(kind: ScoreKind, hundredths: number): string {
  return `${formatHundredths(hundredths)}${kind === 'goodRate' ? '%' : ''}`;
}

/** What the platforms say of the shops, typed in by hand, over time (R183, R184). */
export function ScoresTab() {
  const { t } = useTranslation();
  const shop = useShopChoice();
  const shops = useLive(listShops, []);
  const scores = useLive(listShopScores, []);
  const lines = useMemo(
    () => scoreLines(scores ?? []).filter((line) => shop === 'all' || (line.shopId ?? 'none') === shop),
    [scores, shop],
  );
  const [from, to] = useMemo(() => {
    const times = lines.flatMap(({ points }) => points.map(({ at }) => at));
    return times.length === 0 ? [now(), now() + 1] : [Math.min(...times), Math.max(...times) + 1];
  }, [lines]);
  const context = usePaperContext({ period: { from, to }, shop, shops: shops ?? [] });
  if (shops === undefined || scores === undefined) return null;
  const nameOf = ({ platform, shopId }: Pick<ScoreLine, 'platform' | 'shopId'>): string =>
    shopId === null ? t(`domain.platform.${platform}`) : shopName(t, shops, shopId);
  const rows = lines.flatMap((line) => line.points.map(({ at, hundredths }) => ({ line, at, hundredths })));
  return (
    <>
      <div className="reports-tab-bar">
        <span className="ink-2">{t('reports.scores.about')}</span>
        <span className="grow" />
        <GiveActions
          fileWord={context.fileName(t('reports.tab.scores'))}
          disabled={lines.length === 0}
          csv={() => ({
            head: [
              t('reports.scores.day'),
              t('reports.shop'),
              t('reports.scores.what'),
              t('reports.scores.value'),
            ],
            rows: rows.map(({ line, at, hundredths }) => [
              isoDay(at),
              nameOf(line),
              t(`reports.scores.kind.${line.kind}`),
              { plain: formatHundredths(hundredths) },
            ]),
          })}
          sheet={() => ({
            language: context.language,
            title: t('reports.paper.scores'),
            facts: [
              [t('reports.period'), context.days],
              [t('reports.shop'), context.shop],
            ],
            tables: [
              {
                title: t('reports.paper.scores'),
                head: [
                  t('reports.shop'),
                  t('reports.scores.what'),
                  t('reports.scores.day'),
                  t('reports.scores.value'),
                ],
                rows: rows
                  .slice(0, 1000)
                  .map(({ line, at, hundredths }) => [
                    clean(nameOf(line)),
                    t(`reports.scores.kind.${line.kind}`),
                    isoDay(at),
                    valueWords(line.kind, hundredths),
                  ]),
              },
            ],
            notes: [],
            foot: context.foot(),
          })}
        />
      </div>
      <section className="card reports-card" aria-label={t('reports.scores.add')}>
        <ScoreForm shops={shops} />
      </section>
      {lines.length === 0 ? (
        <div className="card empty">
          <h2>{t('reports.scores.emptyTitle')}</h2>
          <p>{t('reports.scores.emptyText')}</p>
        </div>
      ) : (
        <div className="reports-pair">
          {lines.map((line) => (
            <ScoreCard
              key={`${line.platform} ${line.shopId ?? ''} ${line.kind}`}
              line={line}
              name={nameOf(line)}
            />
          ))}
        </div>
      )}
    </>
  );
}

function ScoreCard({ line, name }: { readonly line: ScoreLine; readonly name: string }) {
  const { t } = useTranslation();
  const { kind, platform, points } = line;
  const last = newest(line);
  if (last === null) return null;
  const title = `${name} · ${t(`reports.scores.kind.${kind}`)}`;
  const change = last.change ?? 0;
  return (
    <section className="card reports-card reports-score" aria-label={title}>
      <h2>
        <PlatformMark platform={platform} label={t(`domain.platform.${platform}`)} />
        <span className="ellipsis" title={title}>
          {title}
        </span>
      </h2>
      <div className="reports-score-row">
        <p>
          <b>{valueWords(kind, last.hundredths)}</b>
          <span className={change < 0 ? 'chip late' : change > 0 ? 'chip ok' : 'chip wait'}>
            {last.change === null
              ? t('reports.scores.firstOne')
              : change === 0
                ? t('reports.scores.same')
                : t(change > 0 ? 'reports.scores.up' : 'reports.scores.down', {
                    by: formatHundredths(Math.abs(change)),
                  })}
          </span>
        </p>
        <ScoreGraph points={points} />
      </div>
      <table className="reports-table">
        <caption className="visually-hidden">{title}</caption>
        <tbody>
          {points
            .toReversed()
            .slice(0, shownRows)
            .map(({ id, at, hundredths }) => (
              <tr key={id}>
                <th scope="row">{isoDay(at)}</th>
                <td className="num">{valueWords(kind, hundredths)}</td>
                <td className="num">
                  <button
                    type="button"
                    className="btn small plain danger"
                    aria-label={t('reports.scores.removeOf', { day: isoDay(at) })}
                    onClick={() => {
                      removeShopScore(id).catch(report);
                    }}
                  >
                    {t('common.delete')}
                  </button>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
