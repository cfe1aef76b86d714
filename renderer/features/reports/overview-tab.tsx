import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { costSums } from '#shared/reports/costs';
import { formatHundredths, isRefund, isReturn, rateRows, soldByKey, sumRates } from '#shared/reports/rates';
import { newest, scoreLines } from '#shared/reports/scores';
import { monthsIn } from '#shared/reports/period';
import { listShopScores, listSoldOrders } from '../../data/report-notes-repository';
import { readReportSettings } from '../../data/report-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { CostsCard } from './costs-card';
import { GiveActions } from './give-actions';
import { overviewCsv, overviewPaper } from './overview-paper';
import { RatesCard } from './rates-card';
import { TargetMark } from './target-mark';
import { Tile } from './tile';
import { TrendChart } from './trend-chart';
import { usePaperContext } from './use-paper-context';
import { shopName } from './shop-name';
import type { Behind } from './case-panel';
import type { Report } from './use-report';

/** The figures of a period at a glance: cases, refund and return rates (R1), good rate (R183), costs. */
export function OverviewTab({
  report,
  onOpen,
}: {
  readonly report: Report;
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  const context = usePaperContext(report);
  const { cases, monthCases, period, shops, shop } = report;
  const sold = useLive(listSoldOrders, []);
  const settings = useLive(readReportSettings, []);
  const scores = useLive(listShopScores, []);
  const months = useMemo(() => monthsIn(period, now()), [period]);
  const rows = useMemo(() => {
    const wanted =
      shop === 'all' ? shops.map(({ id }) => id as string) : [shop === 'none' ? '' : (shop as string)];
    return rateRows(monthCases, 'shop', months, wanted, soldByKey(sold ?? []));
  }, [monthCases, months, shop, shops, sold]);
  const sums = useMemo(
    () => ({ refunds: sumRates(rows, 'refunds'), returns: sumRates(rows, 'returns') }),
    [rows],
  );
  const refunds = useMemo(() => cases.filter(isRefund).map(({ id }) => id), [cases]);
  const returns = useMemo(() => cases.filter(isReturn).map(({ id }) => id), [cases]);
  const money = useMemo(() => costSums(report.costs, report.paid), [report]);
  const good = useMemo(() => {
    const lines = scoreLines(scores ?? []).filter(
      (line) => line.kind === 'goodRate' && (shop === 'all' || (line.shopId ?? 'none') === shop),
    );
    return lines.flatMap((line) => newest(line) ?? []);
  }, [scores, shop]);
  if (settings === undefined || sold === undefined) return null;
  const open = cases.filter(({ status }) => status === 'open').length;
  const lowest = good.toSorted((a, b) => a.hundredths - b.hundredths)[0];
  const rateTile = (kind: 'refunds' | 'returns', ids: typeof refunds) => {
    const sum = sums[kind];
    const label = t(`reports.tiles.${kind}`);
    return (
      <Tile
        label={label}
        value={
          sum.rate === null ? t('reports.pieces', { count: ids.length }) : `${formatHundredths(sum.rate)}%`
        }
        mark={
          <TargetMark
            rate={sum.rate}
            target={kind === 'refunds' ? settings.refundTarget : settings.returnTarget}
          />
        }
        note={
          sum.rate === null
            ? t('reports.tiles.noOrders', { count: ids.length, cases: cases.length })
            : t('reports.tiles.rateFrom', {
                counted: sum.counted,
                orders: sum.orders,
                typed: sum.typed,
                rows: sum.rows,
              })
        }
        onOpen={
          ids.length === 0
            ? undefined
            : () => {
                onOpen({ title: label, ids });
              }
        }
      />
    );
  };
  const paper = { report, rows, settings, sums, refunds: refunds.length, returns: returns.length, money };
  return (
    <>
      <div className="reports-tab-bar">
        <span className="ink-2">{context.about}</span>
        <span className="grow" />
        <GiveActions
          fileWord={context.fileName(t('reports.tab.overview'))}
          sheet={() => overviewPaper(t, context, paper)}
          csv={() => overviewCsv(t, context, paper)}
        />
      </div>
      <dl className="card reports-tiles">
        <Tile
          label={t('reports.tiles.cases')}
          value={String(cases.length)}
          note={t('reports.tiles.open', { count: open })}
        />
        {rateTile('refunds', refunds)}
        {rateTile('returns', returns)}
        <Tile
          label={t('reports.tiles.goodRate')}
          value={
            lowest === undefined ? t('reports.tiles.notTyped') : `${formatHundredths(lowest.hundredths)}%`
          }
          note={
            lowest === undefined
              ? t('reports.tiles.typeScore')
              : t(good.length > 1 ? 'reports.tiles.lowestOf' : 'reports.tiles.scoreOf', {
                  count: good.length,
                  day: isoDay(lowest.at),
                })
          }
        />
        <Tile
          label={t('reports.tiles.cost')}
          value={`¥${formatYuan(money.own - money.back)}`}
          note={t('reports.tiles.costFrom', { count: money.costs, back: formatYuan(money.back) })}
        />
        <Tile
          label={t('reports.tiles.refunded')}
          value={`¥${formatYuan(report.refunded.fen)}`}
          note={t('reports.tiles.refundedFrom', { count: report.refunded.cases })}
        />
      </dl>
      <TrendChart report={report} />
      <RatesCard scope="shop" rows={rows} nameOf={(of) => shopName(t, shops, of)} settings={settings} />
      <CostsCard report={report} onOpen={onOpen} />
    </>
  );
}
