import { z } from 'zod';
import { defaultMessageKeys, problemOfShortcut } from '../domain/shortcut-keys';

/** Keys that may be a shortcut over all programs. */
export const shortcutSchema = z
  .string()
  .max(60)
  .refine((keys) => problemOfShortcut(keys) === null);

/** What the seller chose for the message window. Main keeps it: the keys count without a window. */
export const messageKeysSchema = z.strictObject({
  on: z.boolean(),
  keys: shortcutSchema.catch(defaultMessageKeys),
});
export type MessageKeysChoice = z.infer<typeof messageKeysSchema>;

/** A choice as the page sends it: wrong keys are refused, not replaced. */
export const messageKeysRequestSchema = z.strictObject({ on: z.boolean(), keys: shortcutSchema });

/** The choice, and whether the system gave us the keys. */
export type MessageKeys = MessageKeysChoice & {
  /** The keys bring the window up. False when off, and when another program has them. */
  readonly works: boolean;
  /** Keys that were asked for just now and that another program has; those before are kept. */
  readonly refused: string | null;
};

/** What the message window has to know before it shows anything. */
export type MessageWindowState = {
  /** It is before the seller's eyes. */
  readonly shown: boolean;
  /** How often it came up in this run: each time it starts afresh, however quickly it was called again. */
  readonly turn: number;
  readonly locked: boolean;
  /** The main window has opened the data and found it in order. */
  readonly ready: boolean;
  /** The case that is open, else the one looked at last in this run; null while locked. */
  readonly caseId: string | null;
  readonly language: 'zh-CN' | 'en';
};

/** A message as it goes to the clipboard: the longest text that several messages in one can have. */
export const messageTextSchema = z.string().min(1).max(100_000);
