import { useTranslation } from 'react-i18next';
import { nextOccurrence, recordEvent } from '../../data/deadline-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { extendSteps, type ExtendStep } from './clock-extend';
import type { Case } from '#shared/domain/case';
import type { CaseClock } from '../../data/case-clocks';

/** The minute a time lies in: events are known to the minute, like those the platforms show. */
const minuteOf = (at: number): number => Math.floor(at / 60_000) * 60_000;

/** Extending the receipt time: the steps, who may, how often, from when, and why one is not possible now. */
export function ClockExtend({
  item,
  clocks,
  present,
}: {
  readonly item: Case;
  readonly clocks: readonly CaseClock[];
  readonly present: number;
}) {
  const { t } = useTranslation();
  const steps = extendSteps(clocks, item.events, present);
  if (steps.length === 0) return null;
  const actors = [...new Set(steps.map(({ by }) => by))];
  const reason = ({ refused, opensAt }: ExtendStep): string => {
    if (refused === null) return '';
    return t(`cases.extendRefused.${refused}`, {
      when: opensAt === null ? '' : momentWords(t, opensAt, present),
    });
  };
  return (
    <section className="clock-side" aria-label={t('cases.extend')}>
      <h3>{t('cases.extend')}</h3>
      {actors.map((by) => {
        const own = steps.filter((step) => step.by === by);
        const used = own.reduce((sum, step) => sum + step.used, 0);
        const limits = own.flatMap(({ times }) => (times === null ? [] : [times]));
        const refused = [...new Set(own.map(reason))].filter((text) => text !== '');
        return (
          <div key={by} className="clock-extend">
            <div className="clock-actions">
              <span className="ink-2">{t(`domain.actor.${by}`)}</span>
              {own.map((step) => (
                <button
                  key={step.event}
                  type="button"
                  className="btn small"
                  disabled={step.refused !== null}
                  title={reason(step)}
                  aria-label={t('cases.extendBy', {
                    who: t(`domain.actor.${by}`),
                    span: t(`domain.unit.${step.span.unit}`, { count: step.span.n }),
                  })}
                  onClick={() => {
                    const event = nextOccurrence(item.events, step.event);
                    recordEvent(item.id, event, minuteOf(now()), now()).catch((error: unknown) => {
                      report(error);
                    });
                  }}
                >
                  +{t(`domain.unit.${step.span.unit}`, { count: step.span.n })}
                </button>
              ))}
            </div>
            <p className="ink-3 context-note">
              {[
                t('cases.extendUsed', { count: used }),
                ...(limits.length === 0 ? [] : [t('cases.extendLimit', { count: Math.max(...limits) })]),
                ...refused,
              ].join(' · ')}
            </p>
          </div>
        );
      })}
    </section>
  );
}
