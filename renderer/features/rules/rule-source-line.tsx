import { useTranslation } from 'react-i18next';
import { platformOf, ruleLanguage } from './rule-words';
import type { DeadlineRule } from '#shared/deadlines/rule';

/** What a rule rests on: basis, source row and date, how sure it is, when it was checked, and what to know. */
export function RuleSourceLine({ rule, edited }: { readonly rule: DeadlineRule; readonly edited: boolean }) {
  const { t, i18n } = useTranslation();
  const platform = platformOf(rule);
  const { source, note } = rule;
  const rows = [source.ref, ...(source.also ?? [])].filter((ref) => ref !== '').join(' ');
  return (
    <>
      <dl className="key-values rules-source">
        <dt>{t('rules.platform')}</dt>
        <dd>{platform === null ? t('rules.anyPlatform') : t(`domain.platform.${platform}`)}</dd>
        <dt>{t('rules.basis')}</dt>
        <dd>
          {t(`domain.basis.${rule.basis}`)} · {t(`domain.actor.${rule.actor}`)} ·{' '}
          {t(`domain.onMiss.${rule.onMiss}`)}
        </dd>
        <dt>{t('rules.source')}</dt>
        <dd>
          {[rows, source.date ?? '', t(`rules.confidence.${rule.confidence}`)]
            .filter((part) => part !== '')
            .join(' · ')}
          {rule.checkedOn === null ? '' : ` · ${t('rules.checkedOn', { month: rule.checkedOn })}`}
        </dd>
        <dt>{t('rules.version')}</dt>
        <dd>
          {rule.version} · {t(edited ? 'rules.edited' : 'rules.shipped')}
        </dd>
      </dl>
      {note === undefined ? null : <p className="rules-note">{note[ruleLanguage(i18n.language)]}</p>}
    </>
  );
}
