import { courtesyFrom, courtesyWords, rudeRules } from '../knowledge/courtesy';
import type { Words } from './playbook';

/** What could be said more politely (R114). It advises and never forbids. */
export type CourtesyHint =
  | { readonly kind: 'rude'; readonly found: string; readonly instead: Words }
  /** 你 where 您 is usual, shouting marks, or not one polite word. */
  | { readonly kind: 'you' | 'shouting' | 'bare' };

const shouting = /[!！?？]{2,}|[A-Z]{2,}(?:[\s,]+[A-Z]{2,}){2,}/;

/** Politeness of a message to a buyer, each hint once. */
export function findCourtesyHints(text: string): readonly CourtesyHint[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const rude = rudeRules.flatMap(({ words, instead }): CourtesyHint[] => {
    const [first] = plain.matchAll(words);
    return first === undefined ? [] : [{ kind: 'rude', found: first[0], instead }];
  });
  const says = (kind: 'you' | 'shouting' | 'bare', so: boolean): CourtesyHint[] => (so ? [{ kind }] : []);
  return [
    ...rude,
    ...says('you', /你(?!们)/.test(plain)),
    ...says('shouting', shouting.test(text)),
    ...says('bare', Array.from(plain.trim()).length >= courtesyFrom && !courtesyWords.test(plain)),
  ];
}
