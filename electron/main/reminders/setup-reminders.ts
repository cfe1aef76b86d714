import { app, powerMonitor } from 'electron';
import { alarmKinds } from '#shared/domain/reminder';
import type { SendEvent } from '../../ipc/send-event';
import { showBadge } from '../badge';
import { systemClock } from '../clock';
import { loginItem } from '../login-item';
import type { AppLock } from '../lock/app-lock';
import { errorKind, type Log } from '../log';
import type { Language, Preferences } from '../preferences';
import { openTray } from '../tray';
import { nextWords, shortMoment } from '../tray-template';
import { currentWindow, focusMainWindow, isMainWindowFocused } from '../window';
import { type AlarmClock, openAlarmClock } from './alarm-clock';
import type { Ringing } from './alarm-core';
import { openAlarmStore, withoutNames } from './alarm-store';
import { noticesFor, noticeText, type Notice } from './notices';
import { showNotice } from './notifier';
import { type ReminderControl, reminderControl } from './reminder-control';
import { startTicker, type Ticker } from './ticker';

type Parts = {
  readonly dataFolder: string;
  readonly preferences: Preferences;
  readonly language: () => Language;
  readonly send: SendEvent;
  readonly lock: Pick<AppLock, 'isOn' | 'isLocked'>;
  readonly log: Log;
};

export type Reminders = {
  readonly alarm: AlarmClock;
  readonly control: ReminderControl;
  /** The case on screen, whose own alarms keep still while the window has the focus. */
  readonly setOpenCase: (caseId: string | null) => void;
  readonly setBadge: (waiting: number) => void;
  /** Draws tray and badge anew, for instance in another language. */
  readonly refresh: () => void;
  /** The lock was shut, opened, set up or taken away. */
  readonly lockChanged: () => void;
  /** Started with the computer: the window waits in the tray. */
  readonly startsHidden: boolean;
};

/** Starts everything that rings: alarm store, ticker, wake-up events, native notifications, tray and badge. */
export async function setupReminders(parts: Parts): Promise<Reminders> {
  const { dataFolder, preferences, language, send, lock, log } = parts;
  let openCase: string | null = null;
  /** Told by the window, which keeps the list; null before it has. */
  let waiting: number | null = null;
  let ticker: Ticker | null = null;

  const tray = await openTray(
    {
      open: focusMainWindow,
      newCase: () => {
        focusMainWindow();
        send('command', { name: 'newCase' });
      },
      pause: (pause) => void control.pause(pause),
      quit: () => {
        app.quit();
      },
    },
    log,
  );
  const login = loginItem(app, process.platform, process.argv);
  const control = reminderControl({
    preferences,
    clock: systemClock,
    loginItem: login,
    hasTray: () => tray.available,
    changed: (status) => {
      send('reminderStatus', status);
      void ticker?.tickNow();
      refresh();
    },
  });

  function open(notice: Notice): void {
    focusMainWindow();
    if (notice.opens === null) send('command', { name: 'today' });
    else send('reminderClicked', notice.opens);
  }

  function ring(ringing: readonly Ringing[]): void {
    // Whoever has the case before his eyes needs no notification of it; it is listed all the same. Locked, nobody has.
    const inView = isMainWindowFocused() && !lock.isLocked() ? openCase : null;
    const loud = ringing.filter(({ entry }) => entry.caseId === null || entry.caseId !== inView);
    const { sounds } = preferences.get();
    const facts = { now: systemClock.now(), language: language(), locked: lock.isLocked(), sounds };
    const notices = noticesFor(loud, facts);
    // The window plays our own sounds; before there is one the system's has to do.
    const windowPlays = currentWindow() !== null;
    for (const notice of notices)
      showNotice(notice, notice.sound === null || windowPlays, () => open(notice), log);
    const kind = alarmKinds.find((one) => notices.some(({ sound }) => sound === one));
    if (kind !== undefined) send('reminderSound', { kind });
    for (const { record } of ringing) {
      const { acknowledgedAt: _acknowledgedAt, ...fired } = record;
      send('reminderFired', fired);
    }
  }

  const store = withoutNames(openAlarmStore(dataFolder, log), lock.isOn);
  const alarm = await openAlarmClock({ clock: systemClock, store, hush: control.hush, ring, log });

  function refresh(): void {
    const now = systemClock.now();
    const next = alarm.next();
    const { pausedUntil } = control.status();
    const count = waiting ?? alarm.listFired().length;
    const title =
      next === null
        ? ''
        : noticeText(next.entry, { now, language: language(), locked: lock.isLocked() }).title;
    tray.show({
      language: language(),
      waiting: count,
      next: next === null ? '' : nextWords(title, next.at, now, language()),
      pausedUntil: pausedUntil === null ? '' : shortMoment(pausedUntil, now, language()),
    });
    showBadge(count, language());
  }

  ticker = startTicker({
    clock: systemClock,
    check: async () => {
      await alarm.check().catch((error: unknown) => {
        log('error', `alarm check failed (${errorKind(error)})`);
      });
      refresh();
    },
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
  const { tickNow, wakeUp } = ticker;
  powerMonitor.on('resume', () => void wakeUp());
  powerMonitor.on('unlock-screen', () => void wakeUp());
  await tickNow();

  return {
    alarm: {
      ...alarm,
      setSchedule: async (entries) => {
        await alarm.setSchedule(entries);
        await tickNow();
      },
    },
    control,
    setOpenCase: (caseId) => {
      openCase = caseId;
    },
    setBadge: (count) => {
      waiting = count;
      refresh();
    },
    refresh,
    lockChanged: () => {
      refresh();
      void alarm.resave().catch((error: unknown) => {
        log('error', `alarm state not saved (${errorKind(error)})`);
      });
    },
    startsHidden: tray.available && login.startedByIt() && control.status().settings.closeTo === 'tray',
  };
}
