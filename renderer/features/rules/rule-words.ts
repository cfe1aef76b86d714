import type { TFunction } from 'i18next';
import { deadlineEvents, deadlineFields } from '#shared/deadlines/events';
import { platforms, type Platform } from '#shared/domain/platform';
import type { DeadlineRule, Timing } from '#shared/deadlines/rule';

type Names = Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>>;
const names: Names = { ...deadlineEvents, ...deadlineFields };

/** The language the rules have their own texts in. */
export function ruleLanguage(language: string): 'zh' | 'en' {
  return language === 'en' ? 'en' : 'zh';
}

/** An event or field as the seller calls it; names of foreign rule files stay as they are. */
export function eventName(name: string, language: string): string {
  return names[name]?.[ruleLanguage(language)] ?? name;
}

/** The app's platform of a rule; null for rules of every platform or one the app does not know. */
export function platformOf(rule: DeadlineRule): Platform | null {
  return platforms.find((name) => name === rule.platform) ?? null;
}

/** `当天`, `1 天后`. */
function dayWords(t: TFunction, days: number): string {
  return days === 0 ? t('rules.sameDay') : t('rules.dayPlus', { count: days });
}

/** A timing in one short line: `48 小时`, `16:00 前 → 当天 18:00`. */
export function timingWords(t: TFunction, timing: Timing, language: string): string {
  switch (timing.kind) {
    case 'duration': {
      const span = t(`domain.unit.${timing.unit}`, { count: timing.n });
      return timing.clock === undefined ? span : `${span} (${timing.clock.open}–${timing.clock.close})`;
    }
    case 'cutoff':
      return timing.steps
        .map(({ before, dueDay, dueAt }) =>
          before === undefined
            ? t('rules.dueOn', { day: dayWords(t, dueDay), time: dueAt })
            : t('rules.cutoffLine', { before, day: dayWords(t, dueDay), time: dueAt }),
        )
        .join(t('rules.separator'));
    case 'window':
      return t('rules.windowLine', {
        day: dayWords(t, timing.dueDay),
        from: timing.openAt,
        to: timing.closeAt,
      });
    case 'latest':
    case 'earliest':
      return t(`rules.${timing.kind}Of`, {
        parts: timing.of.map((part) => timingWords(t, part, language)).join(t('rules.separator')),
      });
    case 'patrol':
      return t('rules.everySpan', {
        span: t(`domain.unit.${timing.every.unit}`, { count: timing.every.n }),
      });
    case 'manual':
      return eventName(timing.field, language);
    default:
      return '';
  }
}
