import type { Hush } from '#shared/domain/quiet-hours';
import type { FiredReminder, ScheduleEntry } from '#shared/ipc/contract';
import type { Clock } from '../clock';
import type { JsonFile } from '../json-file';
import { errorKind, type Log } from '../log';
import {
  acknowledge,
  type AlarmState,
  nextAlarm,
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
  /** What is due next and when it rings (epoch ms); null when nothing waits. Patrol rounds are never due. */
  readonly next: () => { readonly entry: ScheduleEntry; readonly at: number } | null;
  /** Writes all it knows once more. */
  readonly resave: () => Promise<void>;
  /** Milliseconds until the next one rings, 0 when it should by now; null when nothing waits. */
  readonly untilNext: () => number | null;
};

type Parts = {
  readonly clock: Clock;
  readonly store: JsonFile<AlarmState>;
  /** What holds alarms back at this moment. */
  readonly hush: () => Hush;
  /** Shows it to the seller; called only after "rung" is on the disk. */
  readonly ring: (ringing: readonly Ringing[]) => void;
  readonly log: Log;
};

/** Opens the alarm clock on what the store holds. Nothing rings before the first {@link AlarmClock.check}. */
export async function openAlarmClock({ clock, store, hush, ring, log }: Parts): Promise<AlarmClock> {
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
    const { state: next, ringing } = ringDue(state, now, missedBefore, hush());
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
    resave: () => store.write(state),
    listFired: () => unseen(state),
    next: () => nextAlarm(state, clock.now(), hush(), ({ kind }) => kind !== 'patrol'),
    untilNext: () => {
      const next = nextAlarm(state, clock.now(), hush());
      return next === null ? null : next.at - clock.now();
    },
  };
}
