import { useTranslation } from 'react-i18next';
import { trashDays } from '#shared/domain/trash';
import { listTrash } from '../../data/trash-repository';
import { useLive } from '../../data/use-live';
import './trash.css';

/** In the settings: how much lies in the trash, and the way to it. */
export function TrashCard({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const count = useLive(listTrash, [])?.length ?? 0;
  return (
    <section className="card trash-card" aria-label={t('trash.title')}>
      <h2>{t('trash.title')}</h2>
      <p className="ink-2">{t('trash.cardText', { days: trashDays })}</p>
      <p className="ink-3">{t('trash.count', { count })}</p>
      <button type="button" className="btn" onClick={onOpen}>
        {t('trash.open')}
      </button>
    </section>
  );
}
