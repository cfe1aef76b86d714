import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCases } from '../../data/case-repository';
import { listEvidence } from '../../data/evidence-repository';
import { watch } from '../../data/live';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { ArchiveActions } from './archive-actions';
import { ArchiveFilterBar } from './archive-filter-bar';
import { ArchiveGrid } from './archive-grid';
import { filterEvidence, groupEvidence, monthsOf } from './archive-groups';
import { useSelection } from './archive-selection';
import { useArchive } from './archive-store';
import { DamageBanner } from './damage-banner';
import { ExportBar } from './export-bar';
import { exportArchive } from './export-archive';
import { useExport } from './export-store';
import { useIntake } from './intake-store';
import { casesByContentment } from '../../data/contentment-repository';
import './evidence.css';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';

/** The archive 售后问题图片汇集 (R22): all evidence, by buyer, case or month, and its export as a tree of folders. */
export function EvidenceScreen() {
  const { t } = useTranslation();
  const { text, kind, month, content, groupBy } = useArchive();
  const cases = useLive(() => (content === null ? null : casesByContentment(content)), [content]);
  const items = useSettledEvidence();
  const productOf = useProducts(items, groupBy === 'product');
  const selected = useSelection((state) => state.ids);
  const deferredText = useDeferredValue(text);
  const found = useMemo(
    () => filterEvidence(items ?? [], { text: deferredText, kind, month }, cases ?? null),
    [items, deferredText, kind, month, cases],
  );
  const groups = useMemo(() => groupEvidence(found, groupBy, productOf), [found, groupBy, productOf]);
  const chosen = useMemo(() => found.filter(({ id }) => selected.has(id)), [found, selected]);
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
        <span className="ink-3 evidence-keys">{t('archive.keys')}</span>
        <span className="grow" />
        <button
          type="button"
          className="btn"
          onClick={() => {
            useScreen.getState().openSettings('trash');
          }}
        >
          {t('archive.trash')}
        </button>
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
      <DamageBanner />
      <ArchiveFilterBar months={months} />
      <ExportBar />
      {found.length === 0 ? (
        <div className="empty">
          <h2>{t(items.length > 0 ? 'evidence.nothingMatches' : 'evidence.emptyTitle')}</h2>
          <p>{items.length === 0 ? t('evidence.emptyHint') : null}</p>
        </div>
      ) : (
        <ArchiveGrid groups={groups} />
      )}
      <ArchiveActions items={chosen} />
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

/** What the cases of these pieces are about; read only when asked for. */
function useProducts(items: readonly Evidence[] | undefined, wanted: boolean): (caseId: CaseId) => string {
  const ids = useMemo(
    () => (wanted ? [...new Set(items?.map(({ caseId }) => caseId))] : []),
    [items, wanted],
  );
  const cases = useLive(() => getCases(ids), [ids]);
  return useMemo(() => {
    const products = new Map(cases?.map(({ id, product }) => [id, product]));
    return (caseId) => products.get(caseId) ?? '';
  }, [cases]);
}
