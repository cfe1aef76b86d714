import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { removeQualityAction, setQualityActionDone } from '../../data/report-notes-repository';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report } from '../../state/toast-store';
import { EffectWords } from './effect-words';
import { reasonWords } from './reason-words';
import type { QualityAction } from '#shared/domain/report-records';
import type { ReportCase } from '#shared/reports/reasons';
import type { Behind } from './case-panel';

/** Improvements to do and done (R157), with what came of those done (R118). */
export function ActionList({
  actions,
  cases,
  onOpen,
}: {
  readonly actions: readonly QualityAction[];
  /** Enough of the past to count before and after. */
  readonly cases: readonly ReportCase[];
  readonly onOpen: (behind: Behind) => void;
}) {
  const { t } = useTranslation();
  const present = useNow();
  return (
    <ul className="reports-actions">
      {actions.map((action) => {
        const { id, product, reason, text, dueAt, doneAt, caseIds } = action;
        const late = doneAt === null && dueAt > 0 && dueAt < present;
        return (
          <li key={id}>
            <Checkbox
              checked={doneAt !== null}
              aria-label={t('reports.actions.doneOf', { text })}
              onChange={(event) => {
                setQualityActionDone(id, event.target.checked ? now() : null).catch(report);
              }}
            />
            <span className="reports-action-what">
              <span className={doneAt === null ? 'bold' : 'ink-2'}>{text}</span>
              <span className="ink-3 ellipsis" title={product}>
                {product}
                {reason === '' ? '' : ` · ${reasonWords(t, reason)}`}
              </span>
            </span>
            {doneAt === null ? (
              <span className={late ? 'chip late' : 'chip wait'}>
                {dueAt === 0
                  ? t('reports.actions.noDue')
                  : t(late ? 'reports.actions.late' : 'reports.actions.dueOn', { day: isoDay(dueAt) })}
              </span>
            ) : (
              <span className="ink-2">
                {t('reports.actions.doneOn', { day: isoDay(doneAt) })} ·{' '}
                <EffectWords action={action} cases={cases} />
              </span>
            )}
            {caseIds.length === 0 ? null : (
              <button
                type="button"
                className="btn small plain"
                onClick={() => {
                  onOpen({ title: text, ids: caseIds });
                }}
              >
                {t('reports.actions.from', { count: caseIds.length })}
              </button>
            )}
            <button
              type="button"
              className="btn small plain danger"
              aria-label={t('reports.actions.removeOf', { text })}
              onClick={() => {
                removeQualityAction(id).catch(report);
              }}
            >
              {t('common.delete')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
