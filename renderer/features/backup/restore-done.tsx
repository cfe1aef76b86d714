import { useTranslation } from 'react-i18next';
import type { RestoreReport } from '../../data/restore';

/** What came back, under which number, and what did not. */
export function RestoreDone({
  report: { whole, cases, missing },
  hasSafety,
}: {
  readonly report: RestoreReport;
  readonly hasSafety: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p className={missing.length === 0 ? 'backup-ok' : 'backup-problem'} role="status">
        {t(missing.length === 0 ? 'backup.restored' : 'backup.restoredLacking', { count: missing.length })}
      </p>
      {whole === null ? null : (
        <p>{t('backup.shopInside', { cases: whole.rows['cases'] ?? 0, files: whole.rows['blobs'] ?? 0 })}</p>
      )}
      {cases.length === 0 ? null : (
        <ul className="backup-names">
          {cases.map(({ caseId, caseNo, was, buyerId, outcome, renamed }) => (
            <li key={caseId}>
              <span className="mono">{caseNo}</span> <bdi>{buyerId}</bdi> {t(`backup.outcome.${outcome}`)}
              {caseNo === was ? null : ` ${t('backup.renumbered', { was })}`}
              {renamed === 0 ? null : ` ${t('backup.renamed', { count: renamed })}`}
            </li>
          ))}
        </ul>
      )}
      {hasSafety ? <p className="ink-2">{t('backup.canUndo')}</p> : null}
      <div className="backup-foot">
        <button
          type="button"
          className="btn primary"
          autoFocus
          onClick={() => {
            location.reload();
          }}
        >
          {t('backup.enter')}
        </button>
      </div>
    </>
  );
}
