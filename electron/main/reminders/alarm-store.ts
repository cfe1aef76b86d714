import path from 'node:path';
import { scheduleEntrySchema } from '#shared/ipc/schemas';
import { z } from 'zod';
import type { Disk } from '../files/disk';
import { jsonFile, type JsonFile } from '../json-file';
import type { Log } from '../log';
import { type AlarmState, noAlarms } from './alarm-core';

const recordSchema = z.strictObject({
  occurrence: z.string(),
  reminderId: z.string(),
  caseId: z.string().nullable(),
  dueAt: z.number(),
  firedAt: z.number(),
  missed: z.boolean(),
  acknowledgedAt: z.number().nullable(),
});

const stateSchema = z.strictObject({
  schedule: z.array(scheduleEntrySchema),
  fired: z.array(recordSchema),
});

/** Schedule and rung reminders in `reminders.json`, fsynced at every change; a damaged file is kept aside. */
export function openAlarmStore(dataFolder: string, log: Log, disk?: Disk): JsonFile<AlarmState> {
  const parts = {
    path: path.join(dataFolder, 'reminders.json'),
    schema: stateSchema,
    empty: noAlarms,
    log,
  };
  return jsonFile<AlarmState>(disk === undefined ? parts : { ...parts, disk });
}

/**
 * The same store, but with the app lock on nothing that a seller typed comes to the disk: after a restart the words
 * are missing until the window, unlocked, hands the schedule over anew.
 */
export function withoutNames(store: JsonFile<AlarmState>, isOn: () => boolean): JsonFile<AlarmState> {
  return {
    read: store.read,
    write: (state) => {
      const schedule = state.schedule.map((entry) =>
        // The titles of deadlines and rounds are ours.
        entry.kind === 'deadline' || entry.kind === 'patrol'
          ? { ...entry, body: '' }
          : { ...entry, title: '', body: '' },
      );
      return store.write(isOn() ? { ...state, schedule } : state);
    },
  };
}
