import type { Hush } from '#shared/domain/quiet-hours';
import { pauseEnd } from '#shared/domain/quiet-hours';
import type { ReminderSettings, ReminderStatus } from '#shared/ipc/contract';
import type { Clock } from '../clock';
import type { LoginItem } from '../login-item';
import type { Preferences } from '../preferences';

/** How long a pause from the tray or the settings lasts. */
export const pauseMs = 60 * 60 * 1000;

/** What the seller chose about ringing, and what holds alarms back right now. */
export type ReminderControl = {
  readonly status: () => ReminderStatus;
  readonly hush: () => Hush;
  readonly change: (settings: ReminderSettings) => Promise<ReminderStatus>;
  /** Only how closing ends, as the message box asks it. */
  readonly closeTo: (choice: 'tray' | 'quit') => void;
  readonly pause: (pause: boolean) => Promise<ReminderStatus>;
};

type Parts = {
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly loginItem: LoginItem;
  readonly hasTray: () => boolean;
  /** Called after each change: tray, window and alarm clock look again. */
  readonly changed: (status: ReminderStatus) => void;
};

/** Keeps the seller's choices in `preferences.json`, so that they hold before and without a window. */
export function reminderControl({ preferences, clock, loginItem, hasTray, changed }: Parts): ReminderControl {
  const status = (): ReminderStatus => {
    const { quiet, sounds, closeTo, pause } = preferences.get();
    return {
      settings: { quiet, sounds, closeTo, autostart: loginItem.isOn() },
      pausedUntil: pauseEnd(clock.now(), pause),
      hasTray: hasTray(),
      canAutostart: loginItem.available,
    };
  };
  async function update(change: Parameters<Preferences['update']>[0]): Promise<ReminderStatus> {
    preferences.update(change);
    await preferences.flushed();
    const now = status();
    changed(now);
    return now;
  }
  return {
    status,
    hush: () => ({ quiet: preferences.get().quiet, pause: preferences.get().pause }),
    change: ({ quiet, sounds, closeTo, autostart }) => {
      if (autostart !== loginItem.isOn()) loginItem.set(autostart);
      return update({ quiet, sounds, closeTo });
    },
    closeTo: (choice) => void update({ closeTo: choice }),
    pause: (pause) => {
      const now = clock.now();
      return update({ pause: pause ? { from: now, until: now + pauseMs } : null });
    },
  };
}
