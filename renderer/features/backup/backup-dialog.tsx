import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ArchiveForm } from './archive-form';
import { useBackup, type BackupResult } from './backup-store';
import { ExportForm } from './export-form';
import { ProgressLine } from './progress-line';
import { sizeWords } from './size-words';
import './backup.css';

/** Making an archive or a copy: what to choose, how far it is, what came of it. Closing lets it go on. */
export function BackupDialog({
  what,
  onClose,
}: {
  readonly what: 'archive' | 'export';
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { job, result, error } = useBackup();
  return (
    <Modal
      open
      width={560}
      title={t(what === 'archive' ? 'backup.makeArchive' : 'backup.exportCopy')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={null}
    >
      <div className="backup-dialog">
        {error === null ? null : (
          <p className="backup-problem" role="alert">
            {t(`error.${error.code}`, { ...error.detail })}
          </p>
        )}
        {job !== null ? (
          <>
            <ProgressLine text={t(`backup.phase.${job.phase}`)} done={job.done} total={job.total} />
            <p className="ink-2">{t('backup.goesOn')}</p>
            <div className="backup-foot">
              <button type="button" className="btn" onClick={job.cancel}>
                {t('common.cancel')}
              </button>
            </div>
          </>
        ) : result !== null ? (
          <Made result={result} onClose={onClose} />
        ) : what === 'archive' ? (
          <ArchiveForm />
        ) : (
          <ExportForm />
        )}
      </div>
    </Modal>
  );
}

function Made({ result, onClose }: { readonly result: BackupResult; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { report } = result;
  const counts = result.kind === 'archive' ? result.report.counts : null;
  return (
    <>
      <p className="backup-ok" role="status">
        {t(result.kind === 'archive' ? 'backup.archiveMade' : 'backup.exportMade')}
      </p>
      <div className="key-values">
        <span>{t('backup.name')}</span>
        <span className="backup-name">{report.fileName}</span>
        <span>{t('backup.size')}</span>
        <span>{sizeWords(report.size)}</span>
        <span>{t('backup.inside')}</span>
        <span>
          {counts === null
            ? t('backup.filesInside', { count: report.files })
            : t('backup.shopInside', { cases: counts['cases'] ?? 0, files: report.files })}
        </span>
        {report.missing === 0 ? null : (
          <>
            <span>{t('backup.lacking')}</span>
            <span className="backup-problem">{t('backup.filesLacking', { count: report.missing })}</span>
          </>
        )}
      </div>
      {report.encrypted ? <p className="ink-2">{t('backup.keepPassphrase')}</p> : null}
      <div className="backup-foot">
        <button type="button" className="btn primary" autoFocus onClick={onClose}>
          {t('common.done')}
        </button>
      </div>
    </>
  );
}
