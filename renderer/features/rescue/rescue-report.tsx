import { useTranslation } from 'react-i18next';
import type { RebuildReport } from '#shared/vault/exchange';
import { namedTables } from './missing-table';

/** What came back and, by name, what did not. */
export function RescueReport({ report }: { readonly report: RebuildReport }) {
  const { t } = useTranslation();
  const { rows, files, bytes, missingRows, missingFiles, badLines } = report;
  const short = Object.entries(missingRows);
  const whole = short.length === 0 && missingFiles.length === 0 && badLines.length === 0;
  const nameOf = (table: string): string =>
    namedTables.some((name) => name === table) ? t(`rescue.table.${table}`) : table;
  return (
    <>
      <p role="status" className={whole ? 'rescue-whole' : 'rescue-error'}>
        {t(whole ? 'rescue.whole' : 'rescue.notWhole')}
      </p>
      <ul className="rescue-list">
        {namedTables
          .filter((name) => (rows[name] ?? 0) > 0 && name !== 'blobs')
          .map((name) => (
            <li key={name} data-table={name}>
              {t('rescue.cameBack', { kind: nameOf(name), count: rows[name] ?? 0 })}
            </li>
          ))}
        <li data-table="files">
          {t('rescue.filesBack', { count: files, size: (bytes / 1024 ** 2).toFixed(1) })}
        </li>
      </ul>
      {whole ? null : (
        <ul className="rescue-list rescue-short">
          {short.map(([table, count]) => (
            <li key={table}>{t('rescue.rowsShort', { kind: nameOf(table), count })}</li>
          ))}
          {missingFiles.map((name) => (
            <li key={name}>{t('rescue.fileMissing', { name })}</li>
          ))}
          {badLines.map((line) => (
            <li key={line}>{t('rescue.badLine', { line })}</li>
          ))}
        </ul>
      )}
      <p className="ink-2">{t('rescue.reportKept')}</p>
      <button
        type="button"
        className="btn primary"
        autoFocus
        onClick={() => {
          location.reload();
        }}
      >
        {t('rescue.enter')}
      </button>
    </>
  );
}
