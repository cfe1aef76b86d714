import { useVirtualizer } from '@tanstack/react-virtual';
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
import { getCases } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { layoutRows, stepInRows, type Group } from './archive-groups';
import { gestureOf, selectBy, useSelection } from './archive-selection';
import { EvidenceTile } from './evidence-tile';
import { runPieceKey } from './piece-keys';
import { useHeldFocus } from './use-held-focus';
import { useWidth } from './use-width';
import type { Case } from '#shared/domain/case';
import type { Evidence } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';

const tileWidth = 160;
const gap = 12;
const headHeight = 36;
/** Archive name, size and case number under the picture, and the space to the next line. */
const captionHeight = 64;

/** All evidence in groups of tiles. Only the lines on screen exist, so ten thousand pieces scroll like ten. */
export function ArchiveGrid({ groups }: { readonly groups: readonly Group[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const columns = Math.max(1, Math.floor((width + gap) / (tileWidth + gap)));
  const rows = useMemo(() => layoutRows(groups, columns), [groups, columns]);
  const frameHeight = Math.round((((width - gap * (columns - 1)) / columns) * 3) / 4);
  // The React compiler, which this rule is for, is not used.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'head' ? headHeight : frameHeight + captionHeight),
    overscan: 3,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  useEffect(() => {
    list.measure();
  }, [list, rows, frameHeight]);

  const visible = list.getVirtualItems();
  const shown = visible.flatMap(({ index }) => {
    const row = rows[index];
    if (row === undefined) return [];
    return row.kind === 'head' ? (row.group.caseId ?? []) : row.items.map(({ caseId }) => caseId);
  });
  const caseIds = [...new Set(shown)];
  const cases = useLive(() => getCases(caseIds), [caseIds.join()]);
  const caseOf = new Map(cases?.map((item) => [item.id, item]));

  const all = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
  const [focused, setFocused] = useState<EvidenceId | null>(null);
  const focusable = all.some(({ id }) => id === focused) ? focused : (all[0]?.id ?? null);
  const wanted = useRef<EvidenceId | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-evidence-id="${wanted.current}"]`);
    if (tile === null || tile === undefined) return;
    wanted.current = null;
    tile.focus({ preventScroll: true });
  });

  const selected = useSelection((state) => state.ids);
  const ids = useMemo(() => all.map(({ id }) => id), [all]);
  const open = useCallback(
    ({ id }: Evidence): void => {
      setFocused(id);
      useScreen.getState().showOverlay({ kind: 'viewer', ids, index: ids.indexOf(id) });
    },
    [ids],
  );
  const select = useCallback(
    ({ id }: Evidence, event: MouseEvent): void => {
      setFocused(id);
      useSelection.setState((state) => selectBy(state, id, gestureOf(event), ids));
    },
    [ids],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).dataset['evidenceId'];
    const from = all.find((item) => item.id === id);
    if (from === undefined || event.altKey) return;
    const done = step(event, from) || runPieceKey(event, from, all);
    if (!done) return;
    event.preventDefault();
    // A key that meant something here must not mean something else on the screen.
    event.stopPropagation();
  };
  const show = useCallback(
    (id: EvidenceId): void => {
      wanted.current = id;
      setFocused(id);
      const line = rows.findIndex((row) => row.kind === 'tiles' && row.items.some((item) => item.id === id));
      list.scrollToIndex(line, { align: 'auto' });
    },
    [list, rows],
  );
  const held = useHeldFocus(ids, show);
  const step = (event: KeyboardEvent, from: Evidence): boolean => {
    const to = event.ctrlKey || event.metaKey ? null : stepInRows(event.key, from, rows);
    if (to !== null) move(to, event.shiftKey ? from : null);
    return to !== null;
  };
  /** Goes on to another piece; with Shift held from `rangeFrom`, everything between is selected. */
  const move = (to: Evidence, rangeFrom: Evidence | null): void => {
    show(to.id);
    if (rangeFrom !== null) {
      useSelection.setState((state) => {
        const anchor = state.anchor ?? rangeFrom.id;
        return selectBy({ ids: state.ids, anchor }, to.id, 'range', ids);
      });
    }
  };

  return (
    <div
      ref={scroller}
      className="evidence-scroll"
      role="group"
      aria-label={t('evidence.archive')}
      onKeyDown={onKeyDown}
      {...held}
    >
      <div className="evidence-space" style={{ height: list.getTotalSize() }}>
        {visible.map(({ key, index, start }) => {
          const row = rows[index];
          return (
            <div key={key} className="evidence-slot" style={{ transform: `translateY(${start}px)` }}>
              {row?.kind === 'head' ? (
                <GroupHead group={row.group} item={caseOf.get(row.group.caseId ?? ('' as never))} />
              ) : null}
              {row?.kind === 'tiles' ? (
                <div
                  className="evidence-row"
                  style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gap }}
                >
                  {row.items.map((item) => (
                    <div key={item.id} className="evidence-cell">
                      <EvidenceTile
                        item={item}
                        focusable={item.id === focusable}
                        selected={selected.has(item.id)}
                        onOpen={open}
                        onSelect={select}
                      />
                      <CaseLink item={caseOf.get(item.caseId)} />
                    </div>
                  ))}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function GroupHead({ group, item }: { readonly group: Group; readonly item: Case | undefined }) {
  const { t } = useTranslation();
  const named = group.by === 'kind' ? t(`domain.evidenceKind.${group.label}`) : group.label;
  const label = named === '' ? (item?.buyerId ?? '') : named;
  return (
    <h2 className="evidence-head">
      <CaseLink item={item} />
      <bdi className="ellipsis" title={label}>
        {label}
      </bdi>
      <span className="ink-3">{group.items.length}</span>
    </h2>
  );
}

/** Opens the case a piece belongs to. Out of the Tab order: the viewer has the same link, and tiles are many. */
function CaseLink({ item }: { readonly item: Case | undefined }) {
  const { t } = useTranslation();
  if (item === undefined) return null;
  return (
    <button
      type="button"
      className="evidence-case-link mono"
      tabIndex={-1}
      aria-label={t('evidence.openCase', { caseNo: item.caseNo })}
      onClick={() => {
        useScreen.getState().openCase(item.id, 'evidence');
      }}
    >
      {item.caseNo}
    </button>
  );
}
