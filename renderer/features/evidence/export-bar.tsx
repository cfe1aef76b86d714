import { useTranslation } from 'react-i18next';
import { cancelExport, dismissLeftOut, useExport } from './export-store';
import './intake.css';

/** Progress of an export with cancel; afterwards, loudly, the files that had to be left out. */
export function ExportBar() {
  const { t } = useTranslation();
  const { phase, done, total, cancelled, leftOut } = useExport();
  if (phase === null && leftOut.length === 0) return null;
  return (
    <div className="evidence-export">
      {phase === null ? null : (
        <div className="evidence-intake-line">
          <strong>{t(`evidence.exportPhase.${phase}`, { done, total })}</strong>
          <progress max={total} value={done} aria-label={t('evidence.export')} />
          <button type="button" className="btn small" onClick={cancelExport} disabled={cancelled}>
            {t('common.cancel')}
          </button>
        </div>
      )}
      {leftOut.length === 0 ? null : (
        <div className="evidence-alarm" role="alert">
          <strong>{t('evidence.leftOutTitle', { count: leftOut.length })}</strong>
          <ul>
            {leftOut.map(({ fileName, reason }) => (
              <li key={fileName}>
                <bdi className="evidence-intake-name">{fileName}</bdi>
                <span>{t(`evidence.leftOut.${reason}`)}</span>
              </li>
            ))}
          </ul>
          <button type="button" className="btn small" onClick={dismissLeftOut}>
            {t('evidence.dismiss')}
          </button>
        </div>
      )}
    </div>
  );
}
