import type { CaseType } from './case';
import type { Sha256 } from './ids';

/** What a message is about; the library is grouped by it. */
export const scriptScenes = [
  'calm',
  'evidence',
  'returning',
  'freight',
  'refund',
  'intercept',
  'logistics',
  'repair',
  'rules',
  'invoice',
  'review',
  'presale',
] as const;
export type ScriptScene = (typeof scriptScenes)[number];

/** How it sounds (R5): an apology first, warm, plain, or a clear limit. */
export const scriptTones = ['apology', 'warm', 'plain', 'firm'] as const;
export type ScriptTone = (typeof scriptTones)[number];

export type ScriptLanguage = 'zh-CN' | 'en';

/** A picture that goes with a message (a return-address card, a size chart); its bytes lie among the originals. */
export type ScriptPicture = {
  readonly sha256: Sha256;
  /** Name of the file it came as. */
  readonly name: string;
  /** From its bytes, never from its name. */
  readonly mime: string;
  readonly width: number;
  readonly height: number;
};

/** Most pictures of a message, and most bytes and pixels of one: chats take no more. */
export const scriptPictureLimits = { count: 6, bytes: 10_000_000, pixels: 40_000_000 } as const;

/**
 * A message to a buyer (话术). A blank is a name in braces, `{退货单号}`; what the case knows is filled in, the rest is
 * asked for.
 */
export type Script = {
  /** `M3`, `M6.apology`; a seller's own begins with `own.`. */
  readonly id: string;
  /** Short text to find it by while typing. */
  readonly code: string;
  readonly scene: ScriptScene;
  readonly tone: ScriptTone;
  /** Case types it is offered for first. */
  readonly for: readonly CaseType[];
  readonly tags: readonly string[];
  readonly title: Readonly<Record<ScriptLanguage, string>>;
  readonly text: Readonly<Record<ScriptLanguage, string>>;
  /** Requirement rows it comes from; empty for a seller's own. */
  readonly sources: readonly string[];
  /** Copied one by one after the text: a chat takes one thing from the clipboard at a time. */
  readonly pictures?: readonly ScriptPicture[];
};

const blank = /\{([^{}\r\n]{1,20})\}/g;

/** Names of the blanks in a text, each once, in order. */
export function blanksIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(blank), (match) => match[1] ?? ''))];
}

/**
 * A text with its blanks filled, and the names of those that have no value. Values are never looked into, so braces
 * typed by a buyer stay braces; a text with something missing must not be copied.
 */
export function fillScript(
  text: string,
  values: ReadonlyMap<string, string>,
): { readonly text: string; readonly missing: readonly string[] } {
  const valueOf = (name: string): string => cleanValue(values.get(name) ?? '');
  return {
    text: text.replace(blank, (whole, name: string) => valueOf(name) || whole),
    missing: blanksIn(text).filter((name) => valueOf(name) === ''),
  };
}

/** Characters that are not seen and do not belong into a chat: controls and marks that turn the reading direction. */
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** What leaves nothing to read: spaces of every kind, fillers, joiners, the empty Braille cell. */
const invisible = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]*$/u;

/** A value as it goes into a message: without characters nobody sees, without spaces around it; empty when nothing can be read. */
export function cleanValue(value: string): string {
  if (invisible.test(value)) return '';
  return value
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (mark) => (mark === '\n' ? '\n' : ''))
    .trim();
}
