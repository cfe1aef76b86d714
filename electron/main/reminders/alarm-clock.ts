import type { FiredReminder, ScheduleEntry } from '#shared/ipc/contract';
import type { Clock } from '../clock';
import type { JsonFile } from '../json-file';
import { errorKind, type Log } from '../log';
import {
  acknowledge,
  type AlarmState,
  nextDue,
  replaceSchedule,
  ringDue,
  type Ringing,
  unseen,
} from './alarm-core';

/** The alarm clock of main: it rings with the window hidden, after sleep and after a restart. */
export type AlarmClock = {
  /** Rings what is due. Called by the ticker, on wake-up and whenever the clock may have moved. */
  readonly check: () => Promise<void>;
  /** Replaces the schedule with the window's full list, and rings what is due in it. */
  readonly setSchedule: (entries: readonly ScheduleEntry[]) => Promise<void>;
  readonly acknowledge: (occurrences: readonly string[]) => Promise<void>;
  /** Rung and not acknowledged, missed ones included. */
  readonly listFired: () => readonly FiredReminder[];
  /** Milliseconds until the next one is due, negative when overdue; null when nothing waits. */
  readonly untilNext: () => number | null;
};

type Parts = {
  readonly clock: Clock;
  readonly store: JsonFile<AlarmState>;
  /** Shows it to the seller; called only after "rung" is on the disk. */
  readonly ring: (ringing: readonly Ringing[]) => void;
  readonly log: Log;
};

/** Opens the alarm clock on what the store holds. Nothing rings before the first {@link AlarmClock.check}. */
export async function openAlarmClock({ clock, store, ring, log }: Parts): Promise<AlarmClock> {
  let state = await store.read();
  let stored = state;
  let saveFailed = false;
  /** What was due before this start is missed. It follows a clock that is set back, else all would be missed. */
  let missedBefore = clock.now();

  async function save(): Promise<void> {
    if (state === stored) return;
    const saving = state;
    await store.write(saving);
    stored = saving;
  }

  async function check(): Promise<void> {
    const now = clock.now();
    missedBefore = Math.min(missedBefore, now);
    const { state: next, ringing } = ringDue(state, now, missedBefore);
    state = next;
    try {
      await save();
      saveFailed = false;
    } catch (error) {
      // The disk is full or gone: an alarm that may ring again after a restart beats one that never rings.
      if (!saveFailed) log('error', `alarm state not saved (${errorKind(error)})`);
      saveFailed = true;
    }
    if (ringing.length > 0) ring(ringing);
  }

  // No lock: every change of `state` happens in one go, and the store writes in the order it was asked.
  return {
    check,
    setSchedule: async (entries) => {
      state = replaceSchedule(state, entries, clock.now());
      await check();
      await save();
    },
    acknowledge: async (occurrences) => {
      state = acknowledge(state, occurrences, clock.now());
      await save();
    },
    listFired: () => unseen(state),
    untilNext: () => {
      const due = nextDue(state);
      return due === null ? null : due - clock.now();
    },
  };
}
