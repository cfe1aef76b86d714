import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { SafetyArchive } from '#shared/vault/archive-exchange';
import { readLastArchive } from '../../data/last-archive';
import { useLive } from '../../data/use-live';
import { ask } from '../../platform/desktop';
import { useScreen, type Overlay } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { resetBackup, useBackup } from './backup-store';
import { sizeWords } from './size-words';
import './backup.css';

/** Carrying the shop away and bringing it back: archive, restore, a copy for other programs, and the way back. */
export function BackupCard() {
  const { t } = useTranslation();
  const last = useLive(readLastArchive, []);
  const job = useBackup((state) => state.job);
  const showOverlay = useScreen((state) => state.showOverlay);
  const [safety, setSafety] = useState<SafetyArchive | null>(null);
  useEffect(() => {
    let gone = false;
    ask('getSafetyArchive').then((found) => (gone ? undefined : setSafety(found)), report);
    return () => {
      gone = true;
    };
  }, []);
  const open = (what: Extract<Overlay, { kind: 'backup' }>['what']) => () => {
    if (job === null) resetBackup();
    showOverlay({ kind: 'backup', what });
  };
  return (
    <section className="card setup-card" aria-label={t('backup.title')}>
      <h2>{t('backup.title')}</h2>
      <p className="setup-why">{t('backup.why')}</p>
      <p>
        {last === null || last === undefined
          ? t('backup.neverMade')
          : t('backup.lastMade', {
              time: isoMinute(last.at),
              fileName: last.fileName,
              size: sizeWords(last.size),
            })}
      </p>
      <div className="backup-actions">
        <button type="button" className="btn primary" onClick={open('archive')}>
          {t(job?.kind === 'archive' ? 'backup.making' : 'backup.makeArchive')}
        </button>
        <button type="button" className="btn" disabled={job !== null} onClick={open('restore')}>
          {t('backup.restore')}
        </button>
        <button type="button" className="btn" onClick={open('export')}>
          {t(job?.kind === 'export' ? 'backup.making' : 'backup.exportCopy')}
        </button>
      </div>
      {safety === null ? null : (
        <div className="backup-safety">
          <span className="grow">{t('backup.safety', { time: isoMinute(safety.at) })}</span>
          <button type="button" className="btn small" disabled={job !== null} onClick={open('undo')}>
            {t('backup.undoRestore')}
          </button>
        </div>
      )}
    </section>
  );
}
