import path from 'node:path';
import { z } from 'zod';
import { type StoreFacts, storeFactsSchema } from '#shared/vault/exchange';
import { type JsonFile, jsonFile } from '../json-file';
import type { Log } from '../log';

const sentinelSchema = z.strictObject({
  /** What the database was when it was last heard of; null before there was one. */
  facts: storeFactsSchema.nullable(),
  /** The change after which its rows were counted; older than `headSeq` while counting takes long. */
  countedSeq: z.number().default(-1),
  /** When that was, epoch ms. */
  at: z.number(),
  /** Names and sizes of the database's files at an orderly end; null while the app runs, or after a crash. */
  shelf: z.record(z.string(), z.number()).nullable(),
});
export type SentinelState = z.infer<typeof sentinelSchema>;

export const noSentinel: SentinelState = { facts: null, countedSeq: -1, at: 0, shelf: null };

/**
 * What main remembers of the database outside of it, in `sentinel.json`: Chromium opens a damaged database as a new,
 * empty one without a word, and only this can tell.
 */
export function openSentinel(dataFolder: string, log: Log): JsonFile<SentinelState> {
  return jsonFile({
    path: path.join(dataFolder, 'sentinel.json'),
    schema: sentinelSchema,
    empty: noSentinel,
    log,
  });
}

/** Facts without counts keep the counts told before, and when those were true. */
export function mergeFacts(
  before: Pick<SentinelState, 'facts' | 'countedSeq'>,
  facts: StoreFacts,
): { readonly facts: StoreFacts; readonly countedSeq: number } {
  const counted = Object.keys(facts.counts).length > 0;
  if (counted || before.facts === null) return { facts, countedSeq: counted ? facts.headSeq : -1 };
  return { facts: { ...facts, counts: before.facts.counts }, countedSeq: before.countedSeq };
}
