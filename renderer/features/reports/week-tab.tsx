import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { weekPeriod } from '#shared/reports/period';
import { productRows } from '#shared/reports/products';
import { pareto } from '#shared/reports/reasons';
import { voices } from '#shared/reports/voices';
import { now } from '../../platform/clock';
import { GiveActions } from './give-actions';
import { ParetoLines, ProductLines } from './reason-lines';
import { useReport, useShopChoice, useToday, type Report } from './use-report';
import { usePaperContext } from './use-paper-context';
import { voiceSource, voiceWords, weekPaper } from './week-paper';
import type { Behind } from './case-panel';

/** So many fit on one page. */
const voicesMost = 14;

/** The voice of the customer of one week on one page (R16): what was said, why, about what, without who said it. */
export function WeekTab({ onOpen }: { readonly onOpen: (behind: Behind) => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [by, setBy] = useState(0);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the day stands for the clock
  const period = useMemo(() => weekPeriod(now(), by), [by, today]);
  const report = useReport(period, useShopChoice());
  const stepper = (
    <div className="reports-steps" role="group" aria-label={t('reports.week.which')}>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          setBy(by - 1);
        }}
      >
        ‹ {t('reports.week.before')}
      </button>
      <span>{t('reports.between', { first: isoDay(period.from), last: isoDay(period.to - 1) })}</span>
      <button
        type="button"
        className="btn small"
        disabled={by >= 0}
        onClick={() => {
          setBy(by + 1);
        }}
      >
        {t('reports.week.after')} ›
      </button>
    </div>
  );
  if (report === undefined || report.period.from !== period.from)
    return <div className="reports-tab-bar">{stepper}</div>;
  return <Week key={period.from} stepper={stepper} report={report} onOpen={onOpen} />;
}

function Week({
  stepper,
  report,
  onOpen,
}: {
  readonly stepper: React.ReactNode;
  readonly report: Report;
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  const context = usePaperContext(report);
  const { cases } = report;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const parts = useMemo(
    () => ({
      found: pareto(cases, 'found'),
      stated: pareto(cases, 'stated'),
      products: productRows(cases),
      said: voices(cases).slice(0, voicesMost),
    }),
    [cases],
  );
  const keyOf = ({ id, source }: (typeof parts.said)[number]): string => `${id} ${source}`;
  const chosen = parts.said.filter((one) => !left.has(keyOf(one)));
  return (
    <>
      <div className="reports-tab-bar">
        {stepper}
        <span className="grow" />
        <GiveActions
          fileWord={context.fileName(t('reports.tab.week'))}
          disabled={cases.length === 0}
          sheet={() => weekPaper(t, context, { cases, ...parts, said: chosen })}
          csv={null}
        />
      </div>
      {cases.length === 0 ? (
        <div className="card empty">
          <h2>{t('reports.week.emptyTitle')}</h2>
          <p>{t('reports.week.emptyText')}</p>
        </div>
      ) : (
        <>
          <p className="ink-2">{t('reports.week.from', { count: cases.length, said: parts.said.length })}</p>
          <div className="reports-trio">
            <ParetoLines by="found" pareto={parts.found} onOpen={onOpen} />
            <ParetoLines by="stated" pareto={parts.stated} onOpen={onOpen} />
            <ProductLines products={parts.products} onOpen={onOpen} />
          </div>
          <section className="card reports-card" aria-label={t('reports.week.said')}>
            <h2>
              {t('reports.week.said')}
              <span className="ink-3">{t('reports.week.nameless')}</span>
            </h2>
            {parts.said.length === 0 ? <p className="ink-2">{t('reports.week.nothingSaid')}</p> : null}
            <ul className="reports-voices">
              {parts.said.map((one) => {
                const key = keyOf(one);
                return (
                  <li key={key}>
                    <Checkbox
                      checked={!left.has(key)}
                      aria-label={t('reports.week.take', { text: one.text })}
                      onChange={(event) => {
                        const next = new Set(left);
                        if (event.target.checked) next.delete(key);
                        else next.add(key);
                        setLeft(next);
                      }}
                    />
                    <span className={left.has(key) ? 'ink-3' : ''}>{voiceWords(one)}</span>
                    <span className="ink-3 reports-voice-of">{voiceSource(t, one)}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        </>
      )}
    </>
  );
}
