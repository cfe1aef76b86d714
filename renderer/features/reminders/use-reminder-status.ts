import { useEffect, useState } from 'react';
import { ask, listen } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import type { ReminderSettings, ReminderStatus } from '#shared/ipc/contract';

/** What main keeps about ringing, also when the tray changes it; null until it has answered. */
export function useReminderStatus(): {
  readonly status: ReminderStatus | null;
  readonly change: (part: Partial<ReminderSettings>) => void;
  readonly pause: (pause: boolean) => void;
} {
  const [status, setStatus] = useState<ReminderStatus | null>(null);
  useEffect(() => {
    let gone = false;
    const take = (next: ReminderStatus): void => {
      if (!gone) setStatus(next);
    };
    ask('getReminderStatus').then(take, report);
    const stop = listen('reminderStatus', take);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return {
    status,
    change: (part) => {
      if (status === null) return;
      const settings = { ...status.settings, ...part };
      // Shown at once: a second click before the answer must build on the first.
      setStatus({ ...status, settings });
      ask('setReminderSettings', settings).then(setStatus, (error: unknown) => {
        setStatus(status);
        report(error);
      });
    },
    pause: (pause) => {
      ask('pauseReminders', pause).then(setStatus, report);
    },
  };
}
