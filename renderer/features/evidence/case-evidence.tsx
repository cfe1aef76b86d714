import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useScreen } from '../../state/screen-store';
import { ArchiveActions } from './archive-actions';
import { clearSelection, selectBy, useSelection } from './archive-selection';
import { EvidenceTile } from './evidence-tile';
import { countColumns, stepInGrid } from './grid-keys';
import { useIntake } from './intake-store';
import { PickTile } from './pick-tile';
import { runPieceKey } from './piece-keys';
import { useAlike } from './use-alike';
import { useCaseEvidence } from './use-case-evidence';
import { useGradual } from './use-gradual';
import { useHeldFocus } from './use-held-focus';
import './evidence.css';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId, EvidenceId } from '#shared/domain/ids';

/** Tiles made at first and with each further reach to the end: five hundred at once would stop the window. */
const page = 96;

/**
 * A case's evidence as a grid, with a place to drop, paste or pick more (R17 to R22). A click opens; the box of a tile,
 * Ctrl and Shift select, and while something is selected a click selects too.
 */
export function CaseEvidence({ caseId }: { readonly caseId: CaseId }) {
  return <CaseGrid key={caseId} caseId={caseId} />;
}

function CaseGrid({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const items = useCaseEvidence(caseId);
  const shown = useRef<readonly Evidence[]>([]);
  useEffect(() => {
    shown.current = items ?? [];
  }, [items]);
  const [limit, setLimit] = useState(page);
  const selected = useSelection((state) => state.ids);
  useEffect(() => {
    clearSelection();
    return clearSelection;
  }, []);
  const open = useCallback(({ id }: Evidence): void => {
    const ids = shown.current.map((item) => item.id);
    useScreen.getState().showOverlay({ kind: 'viewer', ids, index: ids.indexOf(id) });
  }, []);
  const select = useCallback(
    (item: Evidence, event: MouseEvent): void => {
      const many = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!many && useSelection.getState().ids.size === 0) open(item);
      else {
        const ids = shown.current.map(({ id }) => id);
        useSelection.setState((state) => selectBy(state, item.id, event.shiftKey ? 'range' : 'toggle', ids));
      }
    },
    [open],
  );
  const toggle = useCallback(({ id }: Evidence): void => {
    useSelection.setState((state) => selectBy(state, id, 'toggle', []));
  }, []);
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<EvidenceId | null>(null);
  const made = useGradual(Math.min(limit, items?.length ?? 0));
  const visible = useMemo(() => items?.slice(0, made) ?? [], [items, made]);
  const busy = useIntake((state) => state.running);
  const alike = useAlike(visible, caseId, busy);
  const visibleIds = useMemo(() => visible.map(({ id }) => id), [visible]);
  const show = useCallback((id: EvidenceId): void => {
    setFocused(id);
    grid.current?.querySelector<HTMLElement>(`[data-evidence-id="${id}"]`)?.focus();
  }, []);
  const held = useHeldFocus(visibleIds, show);
  if (items === undefined) return null;

  const chosen = items.filter(({ id }) => selected.has(id));
  const focusable = visible.some(({ id }) => id === focused) ? focused : (visible[0]?.id ?? null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const tiles = [...(grid.current?.querySelectorAll<HTMLElement>('.evidence-tile') ?? [])];
    const from = tiles.indexOf(event.target as HTMLElement);
    const item = visible[from];
    if (item === undefined || event.altKey) return;
    const plain = !event.ctrlKey && !event.metaKey;
    const to = plain ? stepInGrid(event.key, from, tiles.length, countColumns(tiles)) : null;
    if (to === null) {
      if (!runPieceKey(event, item, items)) return;
      // A key that meant something here must not mean something else on the screen.
      event.stopPropagation();
    } else {
      const next = visible[to];
      if (next !== undefined) setFocused(next.id);
      if (to >= tiles.length - 1) setLimit((now) => now + page);
      tiles[to]?.focus();
    }
    event.preventDefault();
  };
  return (
    <div className="case-evidence">
      <div
        ref={grid}
        className={chosen.length > 0 ? 'evidence-grid selecting' : 'evidence-grid'}
        role="group"
        aria-label={t('evidence.ofCase')}
        onKeyDown={onKeyDown}
        {...held}
      >
        {visible.map((item) => (
          <EvidenceTile
            key={item.id}
            item={item}
            focusable={item.id === focusable}
            selected={selected.has(item.id)}
            alike={alike.get(item.sha256)}
            onOpen={open}
            onSelect={select}
            onToggle={toggle}
          />
        ))}
        <PickTile caseId={caseId} />
      </div>
      {items.length > limit && made >= limit ? (
        <More
          count={items.length - limit}
          onMore={() => {
            setLimit(limit + page);
          }}
        />
      ) : null}
      <ArchiveActions items={chosen} />
    </div>
  );
}

/** Makes further tiles as soon as the end of those there are comes into sight; a button where that is not noticed. */
function More({ count, onMore }: { readonly count: number; readonly onMore: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) onMore();
    });
    observer.observe(button.current);
    return () => {
      observer.disconnect();
    };
  });
  return (
    <button ref={button} type="button" className="btn small plain evidence-more" onClick={onMore}>
      {t('evidence.more', { count })}
    </button>
  );
}
