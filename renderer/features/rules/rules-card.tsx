import { useTranslation } from 'react-i18next';
import { listRuleEntries } from '../../data/rule-repository';
import { useLive } from '../../data/use-live';
import './rules.css';

/** In the settings: how many rules there are, and the way to them. */
export function RulesCard({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const entries = useLive(listRuleEntries, []);
  const edited = entries?.filter((one) => one.edited).length ?? 0;
  const off = entries?.filter(({ rule }) => !rule.enabled).length ?? 0;
  return (
    <section className="card rules-card" aria-label={t('rules.title')}>
      <h2>{t('rules.title')}</h2>
      <p className="ink-2">{t('rules.cardText')}</p>
      <p className="ink-3">
        {t('rules.cardCount', { count: entries?.length ?? 0 })} · {t('rules.cardEdited', { count: edited })} ·{' '}
        {t('rules.cardOff', { count: off })}
      </p>
      <button type="button" className="btn" onClick={onOpen}>
        {t('rules.open')}
      </button>
    </section>
  );
}
