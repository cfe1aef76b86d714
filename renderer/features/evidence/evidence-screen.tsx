import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listEvidence } from '../../data/evidence-repository';
import { watch } from '../../data/live';
import { report } from '../../state/toast-store';
import { ArchiveFilterBar } from './archive-filter-bar';
import { ArchiveGrid } from './archive-grid';
import { filterEvidence, groupEvidence, monthsOf } from './archive-groups';
import { useArchive } from './archive-store';
import { ExportBar } from './export-bar';
import { exportArchive } from './export-archive';
import { useExport } from './export-store';
import { useIntake } from './intake-store';
import './evidence.css';
import type { Evidence } from '#shared/domain/evidence';

/** The archive 售后问题图片汇集 (R22): all evidence, by buyer, case or month, and its export as a tree of folders. */
export function EvidenceScreen() {
  const { t } = useTranslation();
  const items = useSettledEvidence();
  const { text, kind, month, groupBy } = useArchive();
  const deferredText = useDeferredValue(text);
  const found = useMemo(
    () => filterEvidence(items ?? [], { text: deferredText, kind, month }),
    [items, deferredText, kind, month],
  );
  const groups = useMemo(() => groupEvidence(found, groupBy), [found, groupBy]);
  const months = useMemo(() => monthsOf(items ?? []), [items]);
  const exporting = useExport((state) => state.phase !== null);
  if (items === undefined) return null;
  return (
    <section className="evidence-screen" aria-label={t('evidence.archive')}>
      <header className="evidence-header">
        <h1>{t('evidence.archive')}</h1>
        <span className="ink-3">
          {found.length === items.length
            ? t('evidence.count', { count: items.length })
            : t('evidence.countOf', { found: found.length, count: items.length })}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="btn"
          disabled={exporting || found.length === 0}
          onClick={() => {
            void exportArchive(found);
          }}
        >
          {t('evidence.export')}
        </button>
      </header>
      <ArchiveFilterBar months={months} />
      <ExportBar />
      {found.length === 0 ? (
        <div className="empty">
          <h2>{t(items.length === 0 ? 'evidence.emptyTitle' : 'evidence.nothingMatches')}</h2>
          <p>{items.length === 0 ? t('evidence.emptyHint') : null}</p>
        </div>
      ) : (
        <ArchiveGrid groups={groups} />
      )}
    </section>
  );
}

/** All evidence; while files come in, as it was before, since each of five hundred would have everything read again. */
function useSettledEvidence(): readonly Evidence[] | undefined {
  const busy = useIntake((state) => state.running);
  const [items, setItems] = useState<readonly Evidence[]>();
  useEffect(() => {
    if (!busy) return watch(listEvidence, setItems, report);
    void listEvidence().then(setItems, report);
    return undefined;
  }, [busy]);
  return items;
}
