import { utf8Length } from './evidence-name';
import type { MemoFormat } from '../knowledge/memo-formats';

/** The old memo and what is new, in the order they will stand; `text` is what is pasted. */
export type MergedMemo = {
  readonly text: string;
  /** The part that stands on the platform already, unchanged. */
  readonly old: string;
  /** The separator and the new part; empty when the old one holds it already. */
  readonly added: string;
};

/** What ends a memo by itself; another one follows behind a space. */
const closes = /[；;。.!！?？]$/;

/**
 * A new memo behind the one that stands on the platform: nothing earlier is lost, and pasting twice adds nothing (R28).
 */
export function mergeMemo(existing: string, memo: string): MergedMemo {
  const old = existing.replace(/\r\n?/g, '\n').trim();
  const fresh = memo.trim();
  if (old === '') return { text: fresh, old: '', added: fresh };
  if (fresh === '' || standsIn(old, fresh)) return { text: old, old, added: '' };
  const separator = old.includes('\n') ? '\n' : closes.test(old) ? ' ' : '；';
  return { text: `${old}${separator}${fresh}`, old, added: `${separator}${fresh}` };
}

/** Whether a memo stands in another as a part of its own: “exchange” is not in “no exchange”. */
function standsIn(old: string, fresh: string): boolean {
  for (let at = old.indexOf(fresh); at !== -1; at = old.indexOf(fresh, at + 1)) {
    const before = old.slice(0, at);
    const after = old.slice(at + fresh.length);
    const begins = before === '' || /[\n；;]$|[；;。.!！?？] $/.test(before);
    const ends = after === '' || /^[\n；;]/.test(after) || (after.startsWith(' ') && closes.test(fresh));
    if (begins && ends) return true;
  }
  return false;
}

/** Size of a memo as its platform counts it: UTF-8 bytes or characters. */
export function memoSize(text: string, { unit }: MemoFormat['limit']): number {
  return unit === 'byte' ? utf8Length(text) : Array.from(text).length;
}
