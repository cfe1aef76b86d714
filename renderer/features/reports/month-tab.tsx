import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { costSums, costsBy } from '#shared/reports/costs';
import { effectDays } from '#shared/reports/effect';
import { isIn, monthPeriod } from '#shared/reports/period';
import { productRows } from '#shared/reports/products';
import { pareto } from '#shared/reports/reasons';
import { listQualityActions, readReportNotes } from '../../data/report-notes-repository';
import { readReportCases } from '../../data/report-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { MonthPicker } from '../../ui/month-picker';
import { ActionList } from './action-list';
import { GiveActions } from './give-actions';
import { monthPaper } from './month-paper';
import { NoteField } from './note-field';
import { ParetoLines, ProductLines } from './reason-lines';
import { reasonNames } from './reason-words';
import { useReport, useShopChoice, useToday, type Report } from './use-report';
import { usePaperContext } from './use-paper-context';
import type { Behind } from './case-panel';

const dayMs = 86_400_000;

/** The month looked back on (R118: 复盘): reasons, products, who bore it, what it cost, what was done and what came of it. */
export function MonthTab({ onOpen }: { readonly onOpen: (behind: Behind) => void }) {
  const today = useToday();
  const present = today.slice(0, 7);
  const [month, setMonth] = useState(present);
  const period = useMemo(() => monthPeriod(month), [month]);
  const report = useReport(period, useShopChoice());
  const picker = <MonthPicker month={month} present={present} onChange={setMonth} />;
  if (report === undefined || report.period.from !== period.from)
    return <div className="reports-tab-bar">{picker}</div>;
  return (
    <Month key={`${month} ${report.shop}`} month={month} picker={picker} report={report} onOpen={onOpen} />
  );
}

function Month({
  month,
  picker,
  report,
  onOpen,
}: {
  readonly month: string;
  readonly picker: React.ReactNode;
  readonly report: Report;
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t, i18n } = useTranslation();
  const context = usePaperContext(report);
  const { cases, costs, paid, period, shop } = report;
  const noteKey = `month|${month}|${shop}`;
  const parts = useMemo(
    () => ({
      found: pareto(cases, 'found'),
      products: productRows(cases),
      money: costSums(costs, paid),
      bearers: costsBy(costs, ({ bearer }) => bearer),
    }),
    [cases, costs, paid],
  );
  const done = useLive(async () => {
    const all = await listQualityActions();
    // What was still open in the month, and what was done in it.
    const actions = all.filter(
      ({ createdAt, doneAt }) => createdAt < period.to && (doneAt === null || doneAt >= period.from),
    );
    const span = { from: period.from - effectDays * dayMs, to: period.to + effectDays * dayMs };
    const around = actions.length === 0 ? [] : await readReportCases(span, 'all', reasonNames(i18n));
    return { actions, around };
  }, [period, i18n]);
  if (done === undefined) return <div className="reports-tab-bar">{picker}</div>;
  const { actions, around } = done;
  // What was written down when cases were closed.
  const lessons = [
    ...new Set(
      cases.flatMap(({ closing }) => closing?.improvement.trim() ?? '').filter((text) => text !== ''),
    ),
  ];
  const finished = actions.filter(({ doneAt }) => doneAt !== null && isIn(doneAt, period)).length;
  return (
    <>
      <div className="reports-tab-bar">
        {picker}
        <span className="grow" />
        <GiveActions
          fileWord={context.fileName(t('reports.tab.month'))}
          csv={null}
          sheet={async () => {
            const conclusion = (await readReportNotes([noteKey])).get(noteKey)?.text ?? '';
            return monthPaper(t, context, {
              ...parts,
              report,
              actions,
              around,
              lessons,
              conclusion,
              present: now(),
            });
          }}
        />
      </div>
      <p className="ink-2">
        {t('reports.review.from', {
          count: cases.length,
          own: formatYuan(parts.money.own - parts.money.back),
          costs: parts.money.costs,
          actions: finished,
        })}
      </p>
      <div className="reports-trio">
        <ParetoLines by="found" pareto={parts.found} onOpen={onOpen} />
        <ProductLines products={parts.products} onOpen={onOpen} />
        <section className="card reports-card" aria-label={t('reports.costs.by.bearer')}>
          <h2>{t('reports.costs.by.bearer')}</h2>
          {parts.bearers.length === 0 ? <p className="ink-2">{t('reports.costs.empty')}</p> : null}
          <ul className="reports-sums">
            {parts.bearers.map(({ key, fen, count, ids }) => (
              <li key={key}>
                <button
                  type="button"
                  onClick={() => {
                    onOpen({
                      title: `${t('reports.costs.by.bearer')} · ${t(`domain.liability.${key}`)}`,
                      ids,
                    });
                  }}
                >
                  <span>{t(`domain.liability.${key}`)}</span>
                  <span className="ink-3">{count}</span>
                  <span className="num">¥{formatYuan(fen)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section className="card reports-card" aria-label={t('reports.review.actions')}>
        <h2>
          {t('reports.review.actions')} <span className="ink-3">{actions.length}</span>
        </h2>
        {actions.length === 0 ? <p className="ink-2">{t('reports.review.noActions')}</p> : null}
        <ActionList actions={actions} cases={around} onOpen={onOpen} />
        {lessons.length === 0 ? null : (
          <>
            <h3>{t('reports.review.lessons')}</h3>
            <ul className="reports-lessons">
              {lessons.slice(0, 12).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className="card reports-card" aria-label={t('reports.review.conclusion')}>
        <h2>
          {t('reports.review.conclusion')}
          <span className="ink-3">{t('reports.review.kept')}</span>
        </h2>
        <NoteField
          noteKey={noteKey}
          label={t('reports.review.conclusion')}
          placeholder={t('reports.review.hint')}
        />
      </section>
    </>
  );
}
