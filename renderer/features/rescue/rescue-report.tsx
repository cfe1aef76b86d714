import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { RebuildReport } from '#shared/vault/exchange';
import { namedTables } from './missing-table';

const clockOf = (at: number | null): string => (at === null ? '' : isoMinute(at));

const isNamed = (table: string): boolean => namedTables.some((name) => name === table);

/** What came back and, by name, what did not. */
export function RescueReport({ report }: { readonly report: RebuildReport }) {
  const { t } = useTranslation();
  const { rows, files, bytes, missingRows, missingFiles, badLines, kept, behind } = report;
  const short = Object.entries(missingRows);
  const left = kept?.left ?? 0;
  const whole =
    short.length === 0 &&
    missingFiles.length === 0 &&
    badLines.length === 0 &&
    behind === undefined &&
    left === 0;
  const named = short.filter(([table]) => isNamed(table));
  // Settings, running numbers and the like: a seller knows none of them by the name of its table.
  const others = short.filter(([table]) => !isNamed(table)).reduce((sum, [, count]) => sum + count, 0);
  const nameOf = (table: string): string => t(`rescue.table.${table}`);
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
        {kept === undefined || kept.changes === 0 ? null : (
          <li data-kept="changes">
            {t('rescue.keptChanges', { count: kept.changes, from: clockOf(kept.from), to: clockOf(kept.to) })}
          </li>
        )}
        {kept === undefined || kept.files === 0 ? null : (
          <li data-kept="files">{t('rescue.keptFiles', { count: kept.files })}</li>
        )}
      </ul>
      {whole ? null : (
        <ul className="rescue-list rescue-short">
          {named.map(([table, count]) => (
            <li key={table}>{t('rescue.rowsShort', { kind: nameOf(table), count })}</li>
          ))}
          {others === 0 ? null : <li>{t('rescue.rowsShort', { kind: nameOf('other'), count: others })}</li>}
          {missingFiles.map((name) => (
            <li key={name}>{t('rescue.fileMissing', { name })}</li>
          ))}
          {left === 0 ? null : <li>{t('rescue.keptLeft', { count: left })}</li>}
          {behind === undefined ? null : (
            <li data-behind={behind.changes}>
              {t(behind.from === null ? 'rescue.behindSince' : 'rescue.behind', {
                count: behind.changes,
                from: clockOf(behind.from),
                to: clockOf(behind.to),
              })}
            </li>
          )}
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
