import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '#shared/domain/parse-when';
import { recordEvent } from '../../data/deadline-repository';
import { previewExtensions } from '../../data/extend-trade';
import { completeStep } from '../../data/step-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { WhenInput } from '../../ui/when-input';
import type { ActProps } from './walk-actions';

/** The minute a time lies in: events are known to the minute. */
const minuteOf = (at: number): number => Math.floor(at / 60_000) * 60_000;

/** Extending the trade (R24): the new close date by the platform's rule; one press records it and moves the clock. */
export function ActExtend({ walk, view: { step }, present }: ActProps) {
  const { t } = useTranslation();
  const { item } = walk;
  const [shipped, setShipped] = useState('');
  const id = useId();
  const choices = useLive(() => previewExtensions(item, present), [item, present]);
  const closed = item.status === 'closed';
  const run = (job: Promise<unknown>): void => {
    job.catch((error: unknown) => {
      report(error);
    });
  };
  const shippedAt = shipped.trim() === '' ? null : parseWhen(shipped, present, 'past');
  if (choices === undefined) return null;
  return (
    <div className="walk-form">
      {choices.length > 0 ? (
        <div className="walk-options">
          {choices.map(({ event, days, dueNow, dueAfter }) => (
            <button
              key={event}
              type="button"
              className={days === step.days ? 'btn primary' : 'btn'}
              disabled={closed}
              title={t('playbook.closesNow', { when: momentWords(t, dueNow, present) })}
              onClick={() => {
                run(recordEvent(item.id, event, minuteOf(now()), now()));
              }}
            >
              {t('playbook.extendBy', { days })}
              <span className="walk-after">
                {t('playbook.closesAfter', { when: momentWords(t, dueAfter, present) })}
              </span>
            </button>
          ))}
        </div>
      ) : (
        <>
          {item.events['order.shipped'] === undefined ? (
            <div className="walk-options">
              <label htmlFor={id} className="ink-2">
                {t('playbook.whenShipped')}
              </label>
              <WhenInput id={id} value={shipped} direction="past" now={present} onChange={setShipped} />
              <button
                type="button"
                className="btn"
                disabled={shippedAt === null || closed}
                onClick={() => {
                  run(recordEvent(item.id, 'order.shipped', shippedAt, now()));
                }}
              >
                {t('playbook.computeClose')}
              </button>
            </div>
          ) : (
            <p className="ink-3">{t('playbook.noExtendRule')}</p>
          )}
        </>
      )}
      <div className="walk-options">
        <button
          type="button"
          className="btn"
          disabled={closed}
          onClick={() => {
            run(completeStep(item.id, step.id, {}, now()));
          }}
        >
          {t('playbook.extendedByHand')}
        </button>
        <button
          type="button"
          className="btn plain"
          disabled={closed}
          onClick={() => {
            run(recordEvent(item.id, 'trade.succeeded', minuteOf(now()), now()));
          }}
        >
          {t('playbook.tradeOver')}
        </button>
      </div>
    </div>
  );
}
