import path from 'node:path';
import { z } from 'zod';
import { type BackupStatus, drillReportSchema, vaultTroubles } from '#shared/vault/exchange';
import { type JsonFile, jsonFile } from '../json-file';
import type { Log } from '../log';

const upkeepSchema = z.strictObject({
  /** Newest snapshot of the vault that was read back. Times are epoch ms. */
  snapshot: z.strictObject({ at: z.number(), seq: z.number() }).nullable(),
  /** The last backup that came to its end. */
  backup: z
    .strictObject({ at: z.number(), seq: z.number(), snapshots: z.number(), missing: z.number() })
    .nullable(),
  /** When the second folder was chosen. */
  backupSince: z.number().nullable(),
  /** Why the last one did not come to its end, and when. */
  failed: z.strictObject({ at: z.number(), trouble: z.enum(vaultTroubles) }).nullable(),
  drill: drillReportSchema.nullable(),
});
export type UpkeepState = z.infer<typeof upkeepSchema>;

export const noUpkeep: UpkeepState = {
  snapshot: null,
  backup: null,
  backupSince: null,
  failed: null,
  drill: null,
};

/** What main remembers of its rounds, in `vault-upkeep.json`. */
export function upkeepFile(dataFolder: string, log: Log): JsonFile<UpkeepState> {
  return jsonFile({
    path: path.join(dataFolder, 'vault-upkeep.json'),
    schema: upkeepSchema,
    empty: noUpkeep,
    log,
  });
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How often, in ms. `retry`: a second folder that was not there is looked for again. */
export const rounds = {
  snapshot: day,
  changes: 20_000,
  backup: hour,
  confirm: 20 * hour,
  retry: 5 * 60_000,
  week: 7 * day,
};

/** Whether something is due again; a clock that was set back makes it due rather than putting it off for years. */
export function isDue(last: number | null | undefined, now: number, every: number): boolean {
  return last === null || last === undefined || now - last >= every || last > now + hour;
}

/** The second vault as the screen shows it; red when nothing came to it for a day (issue 3). */
export function describeBackup(
  state: UpkeepState,
  place: Pick<BackupStatus, 'folder' | 'sameDisk' | 'freeBytes'>,
  now: number,
): BackupStatus {
  const { folder } = place;
  const { backup, backupSince, failed } = state;
  return {
    ...place,
    trouble: folder === null ? null : (failed?.trouble ?? null),
    at: backup?.at ?? null,
    seq: backup?.seq ?? 0,
    snapshots: backup?.snapshots ?? 0,
    missing: backup?.missing ?? 0,
    stale: folder !== null && isDue(backup?.at ?? backupSince ?? now, now, day),
  };
}
