import i18next, { type TFunction } from 'i18next';
import { wordsIn, type Words } from '#shared/domain/playbook';
import type { Case } from '#shared/domain/case';

let ownNames: ReadonlyMap<string, Words> = new Map();

/** Tells how the seller named case types, by the key of their procedure. */
export function setOwnTypeNames(names: ReadonlyMap<string, Words>): void {
  ownNames = names;
}

/**
 * What kind of case it is: the seller's own type while that exists, else the type it is like. What the seller typed
 * never goes through the texts, where braces and dollars mean something.
 */
export function caseTypeWords(
  t: TFunction,
  { type, playbook }: Pick<Case, 'type' | 'playbook'>,
  language: string = i18next.language,
): string {
  const own = (playbook === undefined ? undefined : ownNames.get(playbook)) ?? ownNames.get(type);
  return own === undefined ? t(`domain.caseType.${type}`) : wordsIn(own, language);
}

/** The seller's name of a procedure of their own; its key when it is gone. */
export function playbookNameWords(key: string, language: string = i18next.language): string {
  const own = ownNames.get(key);
  return own === undefined ? key : wordsIn(own, language);
}
