import { platforms, type Platform } from '#shared/domain/platform';
import { ruleSnippets, type RuleSnippet } from '#shared/knowledge/rule-snippets';
import { isoDay } from '#shared/domain/shanghai-time';
import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';
import type { Words } from '#shared/domain/playbook';

const key = 'ruleSnippets';
const longest = { title: 60, text: 500 } as const;

/** A rule to quote (R120) with where it comes from; a hidden one is not offered. */
export type RuleEntry = RuleSnippet & {
  readonly state: 'shipped' | 'edited' | 'own';
  readonly hidden: boolean;
};

/** What the seller changed: rules of their own, shipped ones in other words, and ids that are not shown. */
type Kept = { readonly rules: readonly RuleSnippet[]; readonly hidden: readonly string[] };

/** What lies in the settings may come from an older version or a damaged copy: only what can be used is taken. */
function readKept(value: unknown): Kept {
  const { rules, hidden } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Kept>;
  return { rules: Array.isArray(rules) ? rules : [], hidden: Array.isArray(hidden) ? hidden : [] };
}

async function readAll(): Promise<Kept> {
  return readKept((await database().settings.get(key))?.value);
}

async function change(edit: (kept: Kept) => Kept): Promise<void> {
  const { settings } = database();
  await database().transaction('rw', [settings], async () => {
    await settings.put({ key, value: edit(await readAll()) });
  });
}

/** The shipped rules in the seller's words where there are some, then the seller's own. */
export async function listRuleEntries(): Promise<readonly RuleEntry[]> {
  const { rules, hidden } = await readAll();
  const shipped = ruleSnippets.map((rule): RuleEntry => {
    const own = rules.find(({ id }) => id === rule.id);
    return {
      ...(own ?? rule),
      state: own === undefined ? 'shipped' : 'edited',
      hidden: hidden.includes(rule.id),
    };
  });
  const known = new Set(ruleSnippets.map(({ id }) => id));
  const own = rules
    .filter(({ id }) => !known.has(id))
    .map((rule): RuleEntry => ({ ...rule, state: 'own', hidden: false }));
  return [...shipped, ...own];
}

/** The rules that are offered. */
export async function listRulesToQuote(): Promise<readonly RuleSnippet[]> {
  return (await listRuleEntries()).filter(({ hidden }) => !hidden);
}

export type RuleDraft = {
  /** Null for a new one. */
  readonly id: string | null;
  readonly platform: Platform | null;
  readonly title: string;
  readonly text: string;
};

/**
 * Keeps a rule in the seller's words, dated today. The other language keeps its words where it has some. Throws
 * `invalidInput` without title or text, `notFound` for a rule that is not there.
 */
export async function saveRuleSnippet(draft: RuleDraft, language: 'zh' | 'en', now: number): Promise<string> {
  const title = draft.title.trim().slice(0, longest.title);
  const text = draft.text.trim().slice(0, longest.text);
  const platformFine = draft.platform === null || platforms.includes(draft.platform);
  if (title === '' || text === '' || !platformFine) throw new AppError('invalidInput', { what: 'rule' });
  const before = draft.id === null ? undefined : (await listRuleEntries()).find(({ id }) => id === draft.id);
  if (draft.id !== null && before === undefined) throw new AppError('notFound', { what: 'rule' });
  const id = before?.id ?? makeId<'rule'>(now);
  const words = (old: Words | undefined, said: string): Words =>
    before === undefined || before.state === 'own'
      ? { zh: said, en: said }
      : { zh: said, en: said, ...old, [language]: said };
  const rule: RuleSnippet = {
    id,
    platform: draft.platform,
    title: words(before?.title, title),
    text: words(before?.text, text),
    rows: before?.rows ?? [],
    asOf: isoDay(now),
  };
  await change(({ rules, hidden }) => ({
    rules: [...rules.filter((one) => one.id !== id), rule],
    hidden: hidden.filter((one) => one !== id),
  }));
  return id;
}

/** Takes a rule out of what is offered: a shipped one is hidden, one of the seller's own goes. */
export function dropRuleSnippet(id: string): Promise<void> {
  const shipped = ruleSnippets.some((one) => one.id === id);
  return change(({ rules, hidden }) => ({
    rules: shipped ? rules : rules.filter((one) => one.id !== id),
    hidden: shipped ? [...hidden.filter((one) => one !== id), id] : hidden,
  }));
}

/** A shipped rule as it came, shown again. */
export function restoreRuleSnippet(id: string): Promise<void> {
  return change(({ rules, hidden }) => ({
    rules: rules.filter((one) => one.id !== id),
    hidden: hidden.filter((one) => one !== id),
  }));
}
