import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { changeScrub, countToCheck, readScrub } from '../../data/scrub-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { DamageBanner } from './damage-banner';
import { startScrubNow } from './scrub';
import './integrity.css';

/** The background check of stored originals: when it last went through all of them, how far it is, pause and start. */
export function ScrubCard() {
  const { t } = useTranslation();
  const state = useLive(readScrub, []);
  const total = useLive(countToCheck, []);
  if (state === undefined || total === undefined) return null;
  const { paused, startedAt, checked, lastRunAt, lastChecked, lastDamaged } = state;
  const running = startedAt !== null;
  const last =
    lastRunAt === null
      ? t('integrity.never')
      : t(lastDamaged === 0 ? 'integrity.lastSound' : 'integrity.lastDamaged', {
          time: isoMinute(lastRunAt),
          count: lastChecked,
          damaged: lastDamaged,
        });
  return (
    <section className="card setup-card" aria-label={t('integrity.title')}>
      <h2>{t('integrity.title')}</h2>
      <p className="setup-why">{t('integrity.why')}</p>
      <div className="key-values">
        <span>{t('integrity.last')}</span>
        <span>{last}</span>
        <span>{t('integrity.now')}</span>
        <span role="status">
          {paused
            ? t('integrity.paused')
            : running
              ? t('integrity.running', { done: checked, total })
              : t('integrity.resting')}
        </span>
      </div>
      {running ? (
        <progress
          max={Math.max(total, 1)}
          value={Math.min(checked, total)}
          aria-label={t('integrity.title')}
        />
      ) : null}
      <div className="scrub-actions">
        <button
          type="button"
          className="btn"
          disabled={running && !paused}
          onClick={() => {
            startScrubNow(now()).catch(report);
          }}
        >
          {t('integrity.start')}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            changeScrub({ paused: !paused }).catch(report);
          }}
        >
          {t(paused ? 'integrity.resume' : 'integrity.pause')}
        </button>
      </div>
      <DamageBanner />
    </section>
  );
}
