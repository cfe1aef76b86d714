import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { countOpenedToday, readDailyLoad } from '../../data/load-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';

/** A gentle word when more cases came today than the seller wanted (R186). */
export function LoadNote() {
  const { t } = useTranslation();
  const present = useNow();
  const day = isoDay(present);
  const most = useLive(readDailyLoad, []);
  const count = useLive(() => countOpenedToday(present), [day]);
  if (most === undefined || most === null || count === undefined || count <= most) return null;
  return (
    <section className="card side-card" role="note" aria-label={t('load.title')}>
      <h2>{t('load.over', { count, most })}</h2>
      <p className="ink-2 side-note">{t('load.what')}</p>
    </section>
  );
}
