import { findWording, type WordingMark } from '#shared/domain/wording';
import { fillScript, type ScriptLanguage } from '#shared/domain/script';
import { valuesFor, type ScriptFacts } from '#shared/domain/script-values';
import type { LibraryScript } from '../../data/script-repository';

/** A message as it would be copied. */
export type Message = {
  readonly text: string;
  /** Names of the blanks, in order, and the values they have now. */
  readonly values: ReadonlyMap<string, string>;
  readonly missing: readonly string[];
  readonly marks: readonly WordingMark[];
};

/** One message out of several scripts, one below the other. */
export function composeMessage(
  scripts: readonly LibraryScript[],
  language: ScriptLanguage,
  typed: ReadonlyMap<string, string>,
  facts: ScriptFacts,
  remembered: ReadonlyMap<string, string>,
): Message {
  const whole = scripts.map(({ text }) => text[language].trim()).join('\n');
  const values = valuesFor(whole, typed, facts, remembered);
  const { text, missing } = fillScript(whole, values);
  return { text, values, missing, marks: findWording(text) };
}
