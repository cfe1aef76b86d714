import { Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { alarmKinds } from '#shared/domain/reminder';
import { useNow } from '../../platform/use-now';
import { momentWords } from '../../text/time-words';
import { ClockInput } from './clock-input';
import { playSound } from './play-sound';
import { useReminderStatus } from './use-reminder-status';
import './reminders.css';

const closings = ['ask', 'tray', 'quit'] as const;

/** Settings of the alarms: pause, quiet hours, sounds, what closing does, start with the computer. */
export function ReminderSettings() {
  const { t } = useTranslation();
  const present = useNow();
  const { status, change, pause } = useReminderStatus();
  if (status === null) return null;
  const { settings, hasTray, canAutostart } = status;
  const { quiet, sounds } = settings;
  // Asked again by the clock, not by main: a pause ends by itself.
  const pausedUntil = status.pausedUntil !== null && status.pausedUntil > present ? status.pausedUntil : null;
  return (
    <section className="card setup-card" aria-label={t('reminders.settings')}>
      <h2>{t('reminders.settings')}</h2>
      <div className="reminders-choice">
        <span>
          {pausedUntil === null
            ? t('reminders.ringing')
            : t('reminders.pausedUntil', { when: momentWords(t, pausedUntil, present) })}
        </span>
        <button
          type="button"
          className="btn small"
          onClick={() => {
            pause(pausedUntil === null);
          }}
        >
          {t(pausedUntil === null ? 'reminders.pause' : 'reminders.resume')}
        </button>
      </div>
      <div className="reminders-choice">
        <span>{t('reminders.quiet')}</span>
        <span className="reminders-quiet">
          <ClockInput
            label={t('reminders.quietFrom')}
            minutes={quiet.from}
            disabled={!quiet.on}
            onChange={(from) => {
              change({ quiet: { ...quiet, from } });
            }}
          />
          –
          <ClockInput
            label={t('reminders.quietTo')}
            minutes={quiet.to}
            disabled={!quiet.on}
            onChange={(to) => {
              change({ quiet: { ...quiet, to } });
            }}
          />
          <Switch
            aria-label={t('reminders.quiet')}
            checked={quiet.on}
            onChange={(on) => {
              change({ quiet: { ...quiet, on } });
            }}
          />
        </span>
      </div>
      <p className="ink-3 side-note reminders-note">{t('reminders.quietHint')}</p>
      {alarmKinds.map((kind) => (
        <div key={kind} className="reminders-choice">
          <span>{t(`reminders.sound.${kind}`)}</span>
          <span className="reminders-quiet">
            <button
              type="button"
              className="btn small"
              aria-label={t('reminders.tryOf', { what: t(`reminders.sound.${kind}`) })}
              onClick={() => {
                playSound(kind);
              }}
            >
              {t('reminders.try')}
            </button>
            <Switch
              aria-label={t(`reminders.sound.${kind}`)}
              checked={sounds[kind]}
              onChange={(on) => {
                change({ sounds: { ...sounds, [kind]: on } });
              }}
            />
          </span>
        </div>
      ))}
      <div className="reminders-choice">
        <span>{t('reminders.closing')}</span>
        {hasTray ? (
          <Segmented
            aria-label={t('reminders.closing')}
            value={settings.closeTo}
            options={closings.map((value) => ({ value, label: t(`reminders.closeTo.${value}`) }))}
            onChange={(closeTo) => {
              change({ closeTo });
            }}
          />
        ) : (
          <span className="ink-3">{t('reminders.noTray')}</span>
        )}
      </div>
      <div className="reminders-choice">
        <span>{t('reminders.autostart')}</span>
        {canAutostart ? (
          <Switch
            aria-label={t('reminders.autostart')}
            checked={settings.autostart}
            onChange={(autostart) => {
              change({ autostart });
            }}
          />
        ) : (
          <span className="ink-3">{t('reminders.noAutostart')}</span>
        )}
      </div>
      <p className="ink-3 side-note">{t('reminders.onlyWhileRunning')}</p>
    </section>
  );
}
