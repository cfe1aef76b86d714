import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { nextOccurrence, recordEvent } from '../../data/deadline-repository';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { ClockTimeForm } from './clock-time-form';
import { eventWords, relevantEvents } from './clock-words';
import type { Case } from '#shared/domain/case';
import type { CaseClock } from '../../data/case-clocks';

/** The event whose time is being typed in: one more of it, or a recorded one to be changed. */
export type AskedTime = { readonly event: string; readonly change: boolean };

/** What has happened in the case, and a way to add the next thing; only events its clocks care about. */
export function ClockEvents({
  item,
  clocks,
  present,
  asked,
  onAsk,
}: {
  readonly item: Case;
  readonly clocks: readonly CaseClock[];
  readonly present: number;
  readonly asked: AskedTime | null;
  readonly onAsk: (asked: AskedTime | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const recorded = Object.entries(item.events)
    .filter(([name]) => name !== 'aftersale.applied')
    .sort(([, a], [, b]) => a - b);
  return (
    <section className="clock-side" aria-label={t('cases.events')}>
      <h3>{t('cases.events')}</h3>
      <ul className="clock-events">
        {recorded.map(([event, at]) => (
          <li key={event} className="clock-line">
            <span>{eventWords(event, i18n.language)}</span>
            <span className="ink-3">{momentWords(t, at, present)}</span>
            <span className="clock-actions">
              <button
                type="button"
                className="btn small plain"
                aria-label={t('cases.changeTimeOf', { event: eventWords(event, i18n.language) })}
                onClick={() => {
                  onAsk({ event, change: true });
                }}
              >
                {t('common.edit')}
              </button>
              <button
                type="button"
                className="btn small plain danger"
                aria-label={t('cases.dropTimeOf', { event: eventWords(event, i18n.language) })}
                onClick={() => {
                  recordEvent(item.id, event, null, now()).catch((error: unknown) => {
                    report(error);
                  });
                }}
              >
                {t('common.delete')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <label htmlFor={id} className="clock-hidden">
        {t('cases.addEvent')}
      </label>
      <Select
        id={id}
        className="clock-pick"
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('cases.addEvent')}
        value={null}
        options={relevantEvents(clocks).map((event) => ({
          value: event,
          label: eventWords(event, i18n.language),
        }))}
        onChange={(event: string) => {
          onAsk({ event, change: false });
        }}
      />
      {asked === null ? null : (
        <ClockTimeForm
          key={`${asked.event} ${asked.change}`}
          label={eventWords(asked.event, i18n.language)}
          direction="past"
          present={present}
          initial={asked.change ? isoMinute(item.events[asked.event] ?? present) : ''}
          save={(at) => {
            const name = asked.change ? asked.event : nextOccurrence(item.events, asked.event);
            return attempt(item.id, (override) => recordEvent(item.id, name, at, now(), { override }));
          }}
          onClose={() => {
            onAsk(null);
          }}
        />
      )}
    </section>
  );
}
