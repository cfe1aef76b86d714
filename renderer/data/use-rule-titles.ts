import { shippedRules } from '#shared/deadlines/rules/index';
import { listRuleEntries } from './rule-repository';
import { useLive } from './use-live';

type Titles = ReadonlyMap<string, { readonly zh: string; readonly en: string }>;

const shippedTitles: Titles = new Map(shippedRules.map(({ id, title }) => [id, title]));

/** Names of all rules as the seller has them. */
export async function readRuleTitles(): Promise<Titles> {
  return new Map((await listRuleEntries()).map(({ rule }) => [rule.id, rule.title]));
}

/** Names a rule in a language of the app; undefined for a rule nobody knows. */
export function titleIn(titles: Titles, ruleId: string | null, language: string): string | undefined {
  return ruleId === null ? undefined : titles.get(ruleId)?.[language === 'en' ? 'en' : 'zh'];
}

/** Looks up the names of rules while drawing; the shipped names until the seller's copies are read. */
export function useRuleTitles(): (ruleId: string | null, language: string) => string | undefined {
  const titles = useLive(readRuleTitles, []) ?? shippedTitles;
  return (ruleId, language) => titleIn(titles, ruleId, language);
}
