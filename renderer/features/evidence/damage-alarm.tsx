import { useTranslation } from 'react-i18next';
import { inShanghai } from '#shared/domain/shanghai-time';
import { listDamages } from '../../data/heal';
import { readScrub } from '../../data/scrub-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import './integrity.css';

/** For the footer: originals that are damaged and could not be brought back, else when all were last checked. */
export function DamageAlarm() {
  const { t } = useTranslation();
  const lost = useLive(async () => (await listDamages()).filter(({ healed }) => !healed).length, []);
  const scrub = useLive(readScrub, []);
  if (lost !== undefined && lost > 0) {
    return (
      <button
        type="button"
        className="foot-damage"
        onClick={() => {
          useScreen.getState().go('evidence');
        }}
      >
        {t('integrity.alarm', { count: lost })}
      </button>
    );
  }
  if (scrub === undefined || scrub.lastRunAt === null) return null;
  const time = inShanghai(scrub.lastRunAt).toPlainDateTime().toString().slice(5, 16).replace('T', ' ');
  return <span>{t('integrity.checkedAt', { time })}</span>;
}
