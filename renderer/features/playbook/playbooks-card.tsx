import { useTranslation } from 'react-i18next';
import { listOwnPlaybooks, listPlaybooks } from '../../data/playbook-repository';
import { useLive } from '../../data/use-live';

/** In the settings: how many procedures there are, and the way to them. */
export function PlaybooksCard({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const count = useLive(async () => (await listPlaybooks()).length, []) ?? 0;
  const edited = useLive(async () => (await listOwnPlaybooks()).length, []) ?? 0;
  return (
    <section className="card case-card playbooks-card" aria-label={t('playbook.edit.title')}>
      <h2>{t('playbook.edit.title')}</h2>
      <p className="ink-2">{t('playbook.edit.cardText')}</p>
      <p className="ink-3">
        {t('playbook.edit.count', { count })} · {t('playbook.edit.edited', { count: edited })}
      </p>
      <button type="button" className="btn" onClick={onOpen}>
        {t('playbook.edit.open')}
      </button>
    </section>
  );
}
