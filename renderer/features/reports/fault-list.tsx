import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { faultLimitRange, type FaultAlert } from '#shared/reports/faults';
import { writeReportSettings, type ReportSettings } from '../../data/report-repository';
import { report } from '../../state/toast-store';
import { NumberInput, parseCount } from './number-input';
import { reasonWords } from './reason-words';
import type { Behind } from './case-panel';

/** The same fault of a product again and again (R31), with what can be done about it. */
export function FaultList({
  alerts,
  settings,
  onOpen,
  onTell,
  onAct,
}: {
  readonly alerts: readonly FaultAlert[];
  readonly settings: ReportSettings;
  readonly onOpen: (behind: Behind) => void;
  readonly onTell: (alert: FaultAlert) => void;
  readonly onAct: (alert: FaultAlert) => void;
}) {
  const { t } = useTranslation();
  const limit = (name: 'times' | 'days') => (
    <NumberInput
      label={t(`reports.faults.limit.${name}`)}
      shown={String(settings[name])}
      parse={(text) => {
        const [least, most] = faultLimitRange[name];
        const value = parseCount(text, most);
        return typeof value === 'number' && value >= least ? value : undefined;
      }}
      suffix={t(`reports.faults.unit.${name}`)}
      onKeep={(value) => {
        if (value !== null) writeReportSettings({ [name]: value }).catch(report);
      }}
    />
  );
  return (
    <section className="card reports-card" aria-label={t('reports.faults.title')}>
      <h2>
        {t('reports.faults.title')} <span className="ink-3">{alerts.length}</span>
        <span className="grow" />
        <span className="reports-limit">
          {t('reports.faults.within')} {limit('days')} {t('reports.faults.same')} {limit('times')}
        </span>
      </h2>
      {alerts.length === 0 ? <p className="ink-2">{t('reports.faults.none', settings)}</p> : null}
      <ul className="reports-faults">
        {alerts.map((alert) => {
          const words = reasonWords(t, alert.reason);
          return (
            <li key={`${alert.product} ${alert.reason}`}>
              <span className={alert.told === null ? 'chip late' : 'chip wait'}>
                {t(alert.told === null ? 'reports.faults.new' : 'reports.faults.told')}
              </span>
              <button
                type="button"
                className="reports-link reports-fault-what"
                title={alert.product}
                onClick={() => {
                  onOpen({ title: `${alert.product} · ${words}`, ids: alert.ids });
                }}
              >
                <b className="ellipsis">{alert.product}</b>
                <span className="ellipsis">
                  {t('reports.faults.times', { reason: words, count: alert.ids.length })}
                </span>
              </button>
              <span className="ink-3">
                {t('reports.faults.from', {
                  first: isoDay(alert.firstAt).slice(5),
                  last: isoDay(alert.lastAt).slice(5),
                  found: alert.found,
                })}
              </span>
              <span className="grow" />
              <button type="button" className="btn small" onClick={() => onAct(alert)}>
                {t('reports.actions.add')}
              </button>
              <button
                type="button"
                className={alert.told === null ? 'btn small primary' : 'btn small'}
                onClick={() => onTell(alert)}
              >
                {t('reports.feedback.make')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
