import { useTranslation } from 'react-i18next';
import type { MissingEvidence } from '../../data/evidence-check-repository';

/** What the case still cannot prove, musts first; says so as well when nothing is missing. */
export function PackMissing({
  missing,
  language,
}: {
  readonly missing: readonly MissingEvidence[];
  readonly language: string;
}) {
  const { t } = useTranslation();
  const tongue = language === 'en' ? 'en' : 'zh';
  if (missing.length === 0) return <p className="pack-complete">{t('pack.complete')}</p>;
  return (
    <section className="pack-missing" aria-label={t('pack.missingTitle', { count: missing.length })}>
      <strong>{t('pack.missingTitle', { count: missing.length })}</strong>
      <ul>
        {missing.map((one) => (
          <li key={one.slot} title={one.why[tongue]}>
            <span className={one.need === 'must' ? 'chip late' : 'chip wait'}>
              {t(`pack.need.${one.need}`)}
            </span>
            <span>{one.title[tongue]}</span>
            <span className="ink-3">{t(`pack.missingState.${one.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
