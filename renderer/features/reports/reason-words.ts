import { claimReasons } from '#shared/domain/claim-reason';
import type { ReasonNames } from '#shared/reports/reasons';
import type { i18n as Texts, TFunction } from 'i18next';

const namesOf = new WeakMap<Texts, ReasonNames>();

/** What the known reasons are called in both languages, so that one written out at closing is found again. */
export function reasonNames(texts: Texts): ReasonNames {
  const known = namesOf.get(texts);
  if (known !== undefined) return known;
  const names = new Map(
    ['zh-CN', 'en'].flatMap((language) => {
      const t = texts.getFixedT(language);
      return claimReasons.map((code) => [t(`domain.claimReason.${code}`).toLowerCase(), code] as const);
    }),
  );
  namesOf.set(texts, names);
  return names;
}

/** A key of `shared/reports/reasons` in words. */
export function reasonWords(t: TFunction, key: string): string {
  if (key === '') return t('reports.notSaid');
  return key.startsWith('=') ? key.slice(1) : t(`domain.claimReason.${key}`);
}
