import path from 'node:path';
import { closeToSchema, quietHoursSchema, soundsSchema } from '#shared/ipc/schemas';
import { defaultQuietHours } from '#shared/domain/quiet-hours';
import { messageKeysSchema } from '#shared/ipc/message-window';
import { defaultMessageKeys } from '#shared/domain/shortcut-keys';
import { z } from 'zod';
import { jsonFile } from './json-file';
import type { Log } from './log';
import { errorKind } from './log';

export type Language = 'zh-CN' | 'en';

const boundsSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});

const preferencesSchema = z.strictObject({
  /** Null until the window has told it: then the system's language counts. */
  language: z.enum(['zh-CN', 'en']).nullable(),
  /** Where the seller last saved something; dialogs open there. */
  lastFolder: z.string().nullable(),
  bounds: boundsSchema.nullable(),
  // What came with later versions has a default: an older file must not count as damaged.
  quiet: quietHoursSchema.default(defaultQuietHours),
  sounds: soundsSchema.default({ followUp: true, deadline: true, commitment: true, patrol: true }),
  /** What closing the window does; `ask` until the seller has said. */
  closeTo: closeToSchema.default('ask'),
  /** Alarms keep still between the two, epoch ms. */
  pause: z.strictObject({ from: z.number(), until: z.number() }).nullable().default(null),
  /** The keys of the message window. */
  messageKeys: messageKeysSchema.default({ on: true, keys: defaultMessageKeys }),
  /** Where the seller wants the vault; by default below the documents. */
  vaultFolder: z.string().optional(),
  /** The second vault, null when the seller chose none. */
  backupFolder: z.string().nullable().default(null),
});

export type WindowBounds = z.infer<typeof boundsSchema>;
export type PreferencesData = z.infer<typeof preferencesSchema>;

/** Small settings of main. Losing them costs a seller a window size, so a failed write is only logged. */
export type Preferences = {
  readonly get: () => PreferencesData;
  readonly update: (change: Partial<PreferencesData>) => void;
  /** Resolves when all changes are on the disk or given up. */
  readonly flushed: () => Promise<void>;
};

const empty = preferencesSchema.parse({ language: null, lastFolder: null, bounds: null });

/** Opens `preferences.json` in the data folder. */
export async function openPreferences(dataFolder: string, log: Log): Promise<Preferences> {
  const file = jsonFile({
    path: path.join(dataFolder, 'preferences.json'),
    schema: preferencesSchema,
    empty,
    log,
  });
  let current = await file.read();
  let pending: Promise<void> = Promise.resolve();
  return {
    get: () => current,
    update: (change) => {
      const next = { ...current, ...change };
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      pending = file.write(next).catch((error: unknown) => {
        log('warn', `preferences not saved (${errorKind(error)})`);
      });
    },
    flushed: () => pending,
  };
}
