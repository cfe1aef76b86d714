import { powerMonitor } from 'electron';
import type { SendEvent } from '../../ipc/send-event';
import { systemClock } from '../clock';
import { errorKind, type Log } from '../log';
import type { Language } from '../preferences';
import { type AlarmClock, openAlarmClock } from './alarm-clock';
import { openAlarmStore } from './alarm-store';
import { noticesFor, type Notice } from './notices';
import { showNotice } from './notifier';
import { startTicker } from './ticker';

type Parts = {
  readonly dataFolder: string;
  readonly language: () => Language;
  readonly focusWindow: () => void;
  readonly send: SendEvent;
  readonly log: Log;
};

/** Starts the alarm clock: store, ticker, wake-up events, native notifications. */
export async function setupReminders(parts: Parts): Promise<AlarmClock> {
  const { dataFolder, language, focusWindow, send, log } = parts;

  function open(notice: Notice): void {
    focusWindow();
    if (notice.opens === null) send('command', { name: 'today' });
    else send('reminderClicked', notice.opens);
  }

  const alarm = await openAlarmClock({
    clock: systemClock,
    store: openAlarmStore(dataFolder, log),
    log,
    ring: (ringing) => {
      for (const notice of noticesFor(ringing, language())) showNotice(notice, () => open(notice), log);
      for (const { record } of ringing) {
        const { acknowledgedAt: _acknowledgedAt, ...fired } = record;
        send('reminderFired', fired);
      }
    },
  });

  const ticker = startTicker({
    clock: systemClock,
    check: () =>
      alarm.check().catch((error: unknown) => {
        log('error', `alarm check failed (${errorKind(error)})`);
      }),
    untilNext: alarm.untilNext,
    clockMoved: (now) => {
      send('clockChanged', { now });
    },
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  powerMonitor.on('resume', () => void ticker.wakeUp());
  powerMonitor.on('unlock-screen', () => void ticker.wakeUp());
  await ticker.tickNow();

  return {
    ...alarm,
    setSchedule: async (entries) => {
      await alarm.setSchedule(entries);
      await ticker.tickNow();
    },
  };
}
