import { composeMemo } from './order-note';
import { wordsIn, type Playbook, type Step, type StepMacro } from './playbook';
import type { StepValues } from './step-values';

/** What a macro would write, and the steps whose values it still lacks. */
export type MacroMemo = { readonly text: string; readonly lacks: readonly Step[] };

const blank = /\{([\w-]+)\.([\w-]+)\}/g;

/** A step's typed value in words: a choice by its title. */
function saidAt(step: Step | undefined, field: string, values: StepValues, language: string): string {
  const asked = step?.fields?.find(({ id }) => id === field);
  const value = (values[field] ?? '').trim();
  const choice = asked?.choices?.find(({ id }) => id === value);
  return choice === undefined ? value : wordsIn(choice.title, language);
}

/** The memo of a macro with what was typed at other steps, then who handled it and the day (R28, R35). */
export function composeMacro(
  { steps }: Playbook,
  { memo }: StepMacro,
  values: Readonly<Record<string, StepValues>>,
  { operator, day, language }: { readonly operator: string; readonly day: string; readonly language: string },
): MacroMemo {
  const lacks = new Set<Step>();
  const text = wordsIn(memo, language).replace(blank, (_whole, id: string, field: string) => {
    const step = steps.find((one) => one.id === id);
    const said = saidAt(step, field, Object.hasOwn(values, id) ? (values[id] ?? {}) : {}, language);
    if (said === '' && step !== undefined) lacks.add(step);
    return said === '' ? '____' : said;
  });
  return { text: composeMemo(text.replace(/\s+/g, ' '), operator, day), lacks: [...lacks] };
}
