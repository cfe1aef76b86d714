import path from 'node:path';
import { z } from 'zod';
import { jsonFile } from '../json-file';
import type { Log } from '../log';

/** A file of the watched folder as it was when it was dealt with: another size or time is another file. */
const seenSchema = z.strictObject({
  size: z.number(),
  modifiedAt: z.number(),
  /** `before`: lay there when the folder was chosen; `taken`: the window has it durably, or had it already. */
  state: z.enum(['before', 'taken']),
});

const ledgerSchema = z.strictObject({
  folder: z.string().nullable(),
  on: z.boolean(),
  /** By path below the folder. */
  seen: z.record(z.string(), seenSchema),
  takenCount: z.number().int(),
  last: z.strictObject({ name: z.string(), at: z.number() }).nullable(),
});

export type Seen = z.infer<typeof seenSchema>;
export type LedgerData = z.infer<typeof ledgerSchema>;

const empty: LedgerData = { folder: null, on: false, seen: {}, takenCount: 0, last: null };

/** What the watch folder is and which of its files were dealt with; survives restarts. */
export type WatchLedger = {
  readonly get: () => LedgerData;
  readonly update: (change: Partial<LedgerData>) => void;
  readonly flushed: () => Promise<void>;
};

/** Opens `watch-folder.json` in the data folder. Losing it costs a second look at files the window knows by their hash. */
export async function openLedger(dataFolder: string, log: Log): Promise<WatchLedger> {
  const file = jsonFile({
    path: path.join(dataFolder, 'watch-folder.json'),
    schema: ledgerSchema,
    empty,
    log,
  });
  let current = await file.read();
  let writing: Promise<void> | null = null;
  let dirty = false;

  /** One write at a time, the newest state each: hundreds of files arrive within seconds. */
  async function write(): Promise<void> {
    while (dirty) {
      dirty = false;
      await file.write(current).catch(() => {
        log('warn', 'watch folder state not saved');
      });
    }
    writing = null;
  }

  return {
    get: () => current,
    update: (change) => {
      current = { ...current, ...change };
      dirty = true;
      writing ??= write();
    },
    flushed: async () => {
      await writing;
    },
  };
}
