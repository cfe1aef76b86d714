import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { mostLoad, readDailyLoad, writeDailyLoad } from '../../data/load-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';

/** From how many new cases a day on the seller wants to be told; the platform's own switch is only named (R186). */
export function LoadCard() {
  const { t } = useTranslation();
  const most = useLive(readDailyLoad, []);
  if (most === undefined) return null;
  return (
    <section className="card setup-card" aria-label={t('load.title')}>
      <div className="setup-card-head">
        <h2>{t('load.title')}</h2>
        <InputNumber
          aria-label={t('load.most')}
          placeholder={t('load.none')}
          min={1}
          max={mostLoad}
          precision={0}
          value={most}
          onChange={(value) => {
            writeDailyLoad(value).catch(report);
          }}
        />
      </div>
      <p className="ink-3">{t('load.why')}</p>
    </section>
  );
}
