import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { getCases } from '../../data/case-repository';
import { listDeadlines } from '../../data/deadline-repository';
import { useLive } from '../../data/use-live';
import { useChosen } from '../../state/chosen-store';
import { CountdownChip } from '../../ui/countdown-chip';
import { PlatformMark } from '../../ui/platform-mark';
import { countdownWords, momentWords } from '../../text/time-words';
import { deleteCase } from './delete-case';
import { StandingWords } from './case-status-chip';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const rowHeight = 63;

/**
 * The list of cases: only the rows on screen exist and are read. Arrow keys or J and K move, Enter opens; space ticks,
 * Shift with an arrow ticks on the way, Ctrl+A ticks all.
 */
export function CaseList({
  ids,
  selected,
  now,
  onSelect,
}: {
  readonly ids: readonly CaseId[];
  readonly selected: CaseId | null;
  readonly now: number;
  readonly onSelect: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const { chosen, toggle, add, clear } = useChosen();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => ids[index] ?? index,
  });
  const visible = rows.getVirtualItems();
  const wanted = visible.flatMap((row) => ids[row.index] ?? []);
  const loaded = useLive(() => getCases(wanted), [wanted.join()]);
  const byId = new Map(loaded?.map((item) => [item.id, item]));
  // Its row may not be drawn: still being read, or scrolled out of sight.
  const isDrawn = selected !== null && wanted.includes(selected) && byId.has(selected);
  const position = selected === null ? -1 : ids.indexOf(selected);

  useEffect(() => {
    if (position >= 0) rows.scrollToIndex(position, { align: 'auto' });
    // Scrolling follows the selection only, not every change of the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' && selected !== null) {
      event.preventDefault();
      // The next one takes its place, so that the hand can stay where it is.
      const beside = ids[position + 1] ?? ids[position - 1];
      void deleteCase(selected).then(() => {
        if (beside !== undefined) onSelect(beside);
      });
      return;
    }
    if (event.key === ' ' && selected !== null && position >= 0) {
      event.preventDefault();
      toggle(selected);
      return;
    }
    if (event.key === 'Escape' && chosen.length > 0) {
      event.preventDefault();
      clear();
      return;
    }
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add(ids);
      return;
    }
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = ids[Math.min(ids.length - 1, Math.max(0, position + step))];
    if (next === undefined) return;
    event.preventDefault();
    if (event.shiftKey) add([...(selected === null ? [] : [selected]), next]);
    onSelect(next);
  };
  const onPick = (id: CaseId, event: MouseEvent): void => {
    if (event.shiftKey && position >= 0) {
      const to = ids.indexOf(id);
      add(ids.slice(Math.min(position, to), Math.max(position, to) + 1));
    } else toggle(id);
  };

  return (
    <div
      ref={scroller}
      className={chosen.length > 0 ? 'case-list-scroll choosing' : 'case-list-scroll'}
      role="listbox"
      aria-multiselectable
      aria-label={t('cases.list')}
      aria-activedescendant={isDrawn ? `case-row-${selected}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="case-list-space" style={{ height: rows.getTotalSize() }}>
        {visible.map((row) => {
          const id = ids[row.index];
          const item = id === undefined ? undefined : byId.get(id);
          return (
            <div
              key={row.key}
              className="case-list-slot"
              style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}
            >
              {item === undefined ? null : (
                <CaseRow
                  item={item}
                  now={now}
                  selected={item.id === selected}
                  chosen={chosen.includes(item.id)}
                  onPick={onPick}
                  onSelect={() => {
                    onSelect(item.id);
                  }}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function CaseRow({
  item,
  now,
  selected,
  chosen,
  onPick,
  onSelect,
}: {
  readonly item: Case;
  readonly now: number;
  readonly selected: boolean;
  readonly chosen: boolean;
  readonly onPick: (id: CaseId, event: MouseEvent) => void;
  readonly onSelect: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div
      id={`case-row-${item.id}`}
      data-drop-case={item.id}
      role="option"
      aria-selected={selected}
      aria-checked={chosen}
      className={selected ? 'case-row on' : 'case-row'}
      onClick={(event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) onPick(item.id, event);
        else onSelect();
      }}
      onKeyDown={undefined}
    >
      <span
        className={chosen ? 'case-mark ticked' : 'case-mark'}
        title={t('closeMany.tick')}
        onClick={(event) => {
          event.stopPropagation();
          onPick(item.id, event);
        }}
        onKeyDown={undefined}
      >
        <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
        <span className="case-tick" aria-hidden="true">
          {chosen ? '✓' : ''}
        </span>
      </span>
      <bdi className="bold ellipsis" title={item.buyerId}>
        {item.buyerId}
      </bdi>
      <CaseChip item={item} now={now} />
      <span className="case-row-second">
        <span className="ellipsis">
          {caseTypeWords(t, item)}
          <StandingWords item={item} />
          {item.product === '' ? '' : ` · ${item.product}`}
        </span>
        <span>{item.amountFen === null ? '' : `¥${formatYuan(item.amountFen)}`}</span>
      </span>
    </div>
  );
}

/** The most pressing clock of a case: our own running deadline first, then the next action, then the other side's. */
export function CaseChip({ item, now }: { readonly item: Case; readonly now: number }) {
  const { t } = useTranslation();
  const deadlines = useLive(() => listDeadlines(item.id), [item.id]);
  if (item.status === 'closed') return <span className="chip wait">{t('domain.status.closed')}</span>;
  const running = deadlines?.filter((one) => one.state === 'running') ?? [];
  const ours = running.find(({ actor }) => actor === 'merchant' || actor === 'both');
  if (ours !== undefined) return <CountdownChip {...countdownWords(t, ours.dueAt, now)} />;
  if (item.nextActionAt !== null) {
    const words = countdownWords(t, item.nextActionAt, now);
    const text = words.state === 'late' ? words.text : momentWords(t, item.nextActionAt, now);
    const state = item.waitingOn !== 'us' && words.state !== 'late' ? 'wait' : words.state;
    return <CountdownChip state={state} text={text} />;
  }
  const [theirs] = running;
  if (theirs !== undefined)
    return (
      <CountdownChip {...countdownWords(t, theirs.dueAt, now, 'theirs')} title={t('cases.noNextStep')} />
    );
  return <CountdownChip state="urgent" text={t('cases.noNextStep')} />;
}
