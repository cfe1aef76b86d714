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
