import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { effectDays } from '#shared/reports/effect';
import {
  listQualityActions,
  listQualityFeedback,
  removeQualityFeedback,
} from '../../data/report-notes-repository';
import { readFaultAlerts, readReportCases, readReportSettings } from '../../data/report-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { ActionForm, type ActionStart } from './action-form';
import { ActionList } from './action-list';
import { FaultList } from './fault-list';
import { FeedbackDialog } from './feedback-dialog';
import { GiveActions } from './give-actions';
import { clean } from './paper-parts';
import { effectWords } from './effect-words';
import { reasonNames, reasonWords } from './reason-words';
import { useToday } from './use-report';
import { usePaperContext } from './use-paper-context';
import type { Behind } from './case-panel';
import type { FaultAlert } from '#shared/reports/faults';

const dayMs = 86_400_000;
const noAction: ActionStart = { product: '', reason: '', ids: [] };

/** Faults that come again (R31), what was told to suppliers, and what is being done about it (R157). Of all shops. */
export function QualityTab({ onOpen }: { readonly onOpen: (behind: Behind) => void }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const [telling, setTelling] = useState<FaultAlert | null>(null);
  const [acting, setActing] = useState<ActionStart | null>(null);
  const alerts = useLive(() => readFaultAlerts(now(), reasonNames(i18n)), [i18n, today]);
  const settings = useLive(readReportSettings, []);
  const feedback = useLive(listQualityFeedback, []);
  const found = useLive(async () => {
    const actions = await listQualityActions();
    const done = actions.flatMap(({ doneAt }) => doneAt ?? []);
    const from = Math.min(...done) - effectDays * dayMs;
    const to = Math.min(now(), Math.max(...done) + effectDays * dayMs) + 1;
    const cases = done.length === 0 ? [] : await readReportCases({ from, to }, 'all', reasonNames(i18n));
    return { actions, cases };
  }, [i18n, today]);
  const days = settings?.days ?? 1;
  const context = usePaperContext(
    useMemo(
      () => ({ period: { from: now() - (days - 1) * dayMs, to: now() + 1 }, shop: 'all', shops: [] }),
      [days],
    ),
  );
  if (alerts === undefined || settings === undefined || feedback === undefined || found === undefined)
    return null;
  const { actions, cases } = found;
  return (
    <>
      <div className="reports-tab-bar">
        <span className="ink-2">{t('reports.faults.about')}</span>
        <span className="grow" />
        <GiveActions
          fileWord={context.fileName(t('reports.tab.quality'))}
          disabled={alerts.length + actions.length === 0}
          csv={() => ({
            head: [
              t('reports.product'),
              t('reports.pareto.reason'),
              t('reports.actions.what'),
              t('reports.actions.due'),
              t('reports.actions.doneHead'),
              t('reports.paper.cases'),
              t('reports.effect.title'),
            ],
            rows: actions.map((action) => [
              action.product,
              action.reason === '' ? '' : reasonWords(t, action.reason),
              action.text,
              action.dueAt === 0 ? '' : isoDay(action.dueAt),
              action.doneAt === null ? '' : isoDay(action.doneAt),
              action.caseIds.length,
              action.doneAt === null ? '' : effectWords(t, action, cases, now()),
            ]),
          })}
          sheet={() => ({
            language: context.language,
            title: t('reports.paper.quality'),
            facts: [[t('reports.faults.title'), t('reports.faults.rule', settings)]],
            tables: [
              {
                title: t('reports.faults.title'),
                head: [
                  t('reports.product'),
                  t('reports.pareto.reason'),
                  t('reports.paper.count'),
                  t('reports.faults.state'),
                ],
                rows: alerts.map((one) => [
                  clean(one.product),
                  clean(reasonWords(t, one.reason)),
                  String(one.ids.length),
                  t(one.told === null ? 'reports.faults.new' : 'reports.faults.told'),
                ]),
              },
              {
                title: t('reports.actions.title'),
                head: [
                  t('reports.actions.what'),
                  t('reports.product'),
                  t('reports.actions.due'),
                  t('reports.effect.title'),
                ],
                rows: actions.map((action) => [
                  clean(action.text),
                  clean(action.product),
                  action.dueAt === 0 ? '' : isoDay(action.dueAt),
                  action.doneAt === null ? t('reports.actions.open') : effectWords(t, action, cases, now()),
                ]),
              },
            ],
            notes: [],
            foot: context.foot(),
          })}
        />
      </div>
      <FaultList
        alerts={alerts}
        settings={settings}
        onOpen={onOpen}
        onTell={setTelling}
        onAct={({ product, reason, ids }) => {
          setActing({ product, reason, ids });
        }}
      />
      <section className="card reports-card" aria-label={t('reports.actions.title')}>
        <h2>
          {t('reports.actions.title')}{' '}
          <span className="ink-3">
            {t('reports.actions.counts', {
              open: actions.filter(({ doneAt }) => doneAt === null).length,
              done: actions.filter(({ doneAt }) => doneAt !== null).length,
            })}
          </span>
          <span className="grow" />
          <button
            type="button"
            className="btn small"
            onClick={() => {
              setActing(noAction);
            }}
          >
            {t('reports.actions.add')}
          </button>
        </h2>
        {acting === null ? null : (
          <ActionForm
            key={`${acting.product} ${acting.reason}`}
            start={acting}
            onDone={() => {
              setActing(null);
            }}
          />
        )}
        {actions.length === 0 && acting === null ? (
          <p className="ink-2">{t('reports.actions.none')}</p>
        ) : null}
        <ActionList actions={actions} cases={cases} onOpen={onOpen} />
      </section>
      {feedback.length === 0 ? null : (
        <section className="card reports-card" aria-label={t('reports.feedback.list')}>
          <h2>
            {t('reports.feedback.list')} <span className="ink-3">{feedback.length}</span>
          </h2>
          <ul className="reports-actions">
            {feedback.slice(0, 50).map((one) => (
              <li key={one.id}>
                <span className="ink-2">{isoDay(one.at)}</span>
                <span className="reports-action-what">
                  <span className="bold ellipsis">{one.product}</span>
                  <span className="ink-3 ellipsis" title={one.text}>
                    {[reasonWords(t, one.reason), one.batch, one.to]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </span>
                <button
                  type="button"
                  className="btn small plain"
                  onClick={() => {
                    onOpen({ title: one.product, ids: one.caseIds });
                  }}
                >
                  {t('reports.actions.from', { count: one.caseIds.length })}
                </button>
                <button
                  type="button"
                  className="btn small plain danger"
                  aria-label={t('reports.actions.removeOf', { text: one.product })}
                  onClick={() => {
                    removeQualityFeedback(one.id).catch(report);
                  }}
                >
                  {t('common.delete')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {telling === null ? null : (
        <FeedbackDialog
          alert={telling}
          onClose={() => {
            setTelling(null);
          }}
        />
      )}
    </>
  );
}
