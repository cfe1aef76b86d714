import { mergeMemo, type MergedMemo } from '#shared/domain/merge-memo';
import { composeMemo, type FlagColor } from '#shared/domain/order-note';
import { formatYuan } from '#shared/domain/money';
import { parseDay } from '#shared/domain/parse-day';
import { reasonInShort } from '#shared/domain/reason-text';
import { isoDay } from '#shared/domain/shanghai-time';
import {
  blankSources,
  blanksOf,
  fillBlanks,
  memoTemplates,
  missingBlanks,
  type MemoTemplate,
} from '#shared/knowledge/memo-templates';
import { flagFor, type FlagLegend } from '#shared/domain/flag-legend';
import type { Case } from '#shared/domain/case';
import type { TFunction } from 'i18next';

/** A memo as it is being written. */
export type MemoDraft = {
  readonly templateId: string;
  readonly content: string;
  /** Values of the blanks, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly operator: string;
  readonly day: string;
  readonly flag: FlagColor;
  /** The memo that stands on the platform already, pasted in; empty when there is none. */
  readonly existing: string;
  /** The short label beside the flag, where the platform has one. */
  readonly tag: string;
};

type MemoLanguage = keyof MemoTemplate['text'];

/** Templates in the order a case wants them: its own first. */
export function templatesFor(item: Case): {
  readonly own: readonly MemoTemplate[];
  readonly other: readonly MemoTemplate[];
} {
  return {
    own: memoTemplates.filter((one) => one.for.includes(item.type)),
    other: memoTemplates.filter((one) => !one.for.includes(item.type)),
  };
}

/** What a template is called in a list: its text, or in words that there is none. */
export function templateLabel(template: MemoTemplate, t: TFunction, language: MemoLanguage): string {
  return template.for.length === 0 ? t('notes.templateFree') : template.text[language];
}

function valueFor(name: string, item: Case): string {
  const source = Object.hasOwn(blankSources, name) ? blankSources[name] : undefined;
  if (source === undefined) return '';
  if (source === 'amountFen') return item.amountFen === null ? '' : formatYuan(item.amountFen);
  if (source === 'description') return reasonInShort(item.description);
  // A memo is one line.
  return item[source].split(/[\r\n]/, 1)[0]?.trim() ?? '';
}

/** The part of a draft that choosing a template sets; blanks already filled keep their values. */
export function applyTemplate(
  template: MemoTemplate,
  language: MemoLanguage,
  item: Case,
  values: MemoDraft['values'],
): Pick<MemoDraft, 'templateId' | 'content' | 'values'> {
  const content = template.text[language];
  const filled = Object.fromEntries(blanksOf(content).map((name) => [name, valueFor(name, item)]));
  return { templateId: template.id, content, values: { ...filled, ...values } };
}

/** The flag a template gets in this shop (R29: the shop's own legend). */
export function flagOf(template: MemoTemplate, item: Case, legend: FlagLegend | undefined): FlagColor {
  return flagFor(legend, item.platform, template.use ?? 'afterSales');
}

/** What the composer starts with: the case's first template, today, the shop's signature, the blue flag (R29). */
export function startMemo(
  item: Case,
  signature: string,
  language: MemoLanguage,
  now: number,
  legend?: FlagLegend,
): MemoDraft {
  const { own, other } = templatesFor(item);
  const template = own[0] ?? other.at(-1);
  if (template === undefined) throw new Error('There are no memo templates');
  return {
    ...applyTemplate(template, language, item, {}),
    operator: signature,
    day: isoDay(now),
    flag: flagOf(template, item, legend),
    existing: '',
    tag: '',
  };
}

/** The memo as it will be pasted, and the blanks still to fill. */
export function composeDraft(
  draft: MemoDraft,
  now: number,
): {
  readonly text: string;
  readonly merged: MergedMemo;
  readonly missing: readonly string[];
} {
  const missing = missingBlanks(draft.content, draft.values);
  const content = fillBlanks(draft.content, draft.values).replace(/\s+/g, ' ');
  const memo = composeMemo(content, draft.operator, parseDay(draft.day, now, 'past') ?? draft.day.trim());
  const merged = mergeMemo(draft.existing, memo);
  return { text: merged.text, merged, missing };
}
