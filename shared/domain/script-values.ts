import { differences, factOfBlank, type BlankFact } from '../knowledge/scripts/blanks';
import { formatYuan, parseYuan } from './money';
import { blanksIn } from './script';

/** What is known for the blanks of a message; facts nobody knows are missing or empty. */
export type ScriptFacts = Partial<Readonly<Record<BlankFact, string>>>;

/**
 * Values for every blank of a text: what was typed wins, then what the case knows, then what was used last time, then
 * what follows from two others (R45).
 */
export function valuesFor(
  text: string,
  typed: ReadonlyMap<string, string>,
  facts: ScriptFacts,
  remembered: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const name of blanksIn(text)) {
    const fact = factOfBlank.get(name);
    values.set(
      name,
      typed.get(name) ?? (fact === undefined ? undefined : facts[fact]) ?? remembered.get(name) ?? '',
    );
  }
  for (const { name, from, less } of differences) {
    if (!values.has(name) || typed.has(name)) continue;
    const [paid, refund] = [parseYuan(values.get(from) ?? ''), parseYuan(values.get(less) ?? '')];
    values.set(name, paid === null || refund === null || refund > paid ? '' : formatYuan(paid - refund));
  }
  return values;
}
