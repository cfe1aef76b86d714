import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never';
import { hasCases } from '../../data/report-repository';
import { useLive } from '../../data/use-live';
import { reportTabs, useReportView, type ReportTab } from '../../state/report-store';
import { CasePanel, type Behind } from './case-panel';
import { MonthTab } from './month-tab';
import { OverviewTab } from './overview-tab';
import { PeriodPicker, ShopPicker } from './period-picker';
import { QualityTab } from './quality-tab';
import { ReasonsTab } from './reasons-tab';
import { ScoresTab } from './scores-tab';
import { usePeriod, useReport, useShopChoice } from './use-report';
import { WeekTab } from './week-tab';
import type { Period } from '#shared/reports/period';
import './reports.css';

const withPeriod: ReadonlySet<ReportTab> = new Set(['overview', 'reasons']);
/** Faults and what is done about them are looked at over all shops. */
const withoutShop: ReadonlySet<ReportTab> = new Set(['quality']);

/** Reports (统计): what came back, why, what it cost, and what was done about it. Every figure says what it is made of. */
export function ReportsScreen({ onNew }: { readonly onNew: () => void }) {
  const { t } = useTranslation();
  const { tab, show } = useReportView();
  const [behind, setBehind] = useState<Behind | null>(null);
  const some = useLive(hasCases, []);
  return (
    <section className="reports-screen" aria-label={t('app.screen.reports')}>
      <div className="reports-bar">
        <h1>{t('app.screen.reports')}</h1>
        <Segmented
          aria-label={t('reports.which')}
          value={tab}
          options={reportTabs.map((value) => ({ value, label: t(`reports.tab.${value}`) }))}
          onChange={(next) => {
            setBehind(null);
            show(next);
          }}
        />
        <span className="grow" />
        {withoutShop.has(tab) ? null : <ShopPicker />}
        {withPeriod.has(tab) ? <PeriodPicker /> : null}
      </div>
      {some === false && tab !== 'scores' ? (
        <div className="card empty">
          <h2>{t('reports.emptyTitle')}</h2>
          <p>{t('reports.emptyText')}</p>
          <button type="button" className="btn primary" onClick={onNew}>
            {t('cases.newTitle')} <kbd>N</kbd>
          </button>
        </div>
      ) : some === undefined ? null : (
        <div className={behind === null ? 'reports-body' : 'reports-body two'}>
          <div className="reports-scroll">
            <Tab tab={tab} onOpen={setBehind} />
          </div>
          {behind === null ? null : (
            <CasePanel
              behind={behind}
              onClose={() => {
                setBehind(null);
              }}
            />
          )}
        </div>
      )}
    </section>
  );
}

type TabProps = { readonly onOpen: (behind: Behind) => void };

function Tab({ tab, onOpen }: TabProps & { readonly tab: ReportTab }) {
  switch (tab) {
    case 'overview':
    case 'reasons':
      return <PeriodTab tab={tab} onOpen={onOpen} />;
    case 'quality':
      return <QualityTab onOpen={onOpen} />;
    case 'week':
      return <WeekTab onOpen={onOpen} />;
    case 'month':
      return <MonthTab onOpen={onOpen} />;
    case 'scores':
      return <ScoresTab />;
    default:
      return assertNever(tab);
  }
}

function PeriodTab({ tab, onOpen }: TabProps & { readonly tab: 'overview' | 'reasons' }) {
  const { t } = useTranslation();
  const period = usePeriod();
  if (period === null) return <p className="ink-2">{t('reports.noDays')}</p>;
  return <OfPeriod tab={tab} period={period} onOpen={onOpen} />;
}

function OfPeriod({
  tab,
  period,
  onOpen,
}: TabProps & { readonly tab: 'overview' | 'reasons'; readonly period: Period }) {
  const { t } = useTranslation();
  const report = useReport(period, useShopChoice());
  if (report === undefined) return <p className="reports-counting ink-2">{t('reports.counting')}</p>;
  return tab === 'overview' ? (
    <OverviewTab report={report} onOpen={onOpen} />
  ) : (
    <ReasonsTab report={report} onOpen={onOpen} />
  );
}
