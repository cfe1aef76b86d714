import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting } from '#shared/domain/commitment';
import { formatYuan } from '#shared/domain/money';
import { personName, type Person } from '#shared/domain/person';
import { MaskedText } from '../../ui/masked-text';
import { CountdownChip } from '../../ui/countdown-chip';
import { PlatformMark } from '../../ui/platform-mark';
import { taskWords } from '../../text/commitment-words';
import { countdownWords, dueWords, momentWords } from '../../text/time-words';
import { caseTypeWords } from '../../text/case-type-words';
import type { TodayItem } from '#shared/domain/today';

/** A follow-up that stands until the buyer answers. */
export function waitsForBuyer({ kind, item }: TodayItem): boolean {
  return kind === 'followUp' && item.waitingOn === 'buyer';
}

/** A promise whose trigger is still being waited for: there is nothing to keep yet. */
function isLook({ promise }: TodayItem): boolean {
  return promise !== undefined && isWaiting(promise);
}

/** One thing to do: whose, what (verb first), how much is at risk, how long, and what happens if it is missed. */
export function TodayRow({
  row,
  deadlineTitle,
  waitsFor,
  present,
  selected,
  onSelect,
  onOpen,
  onDone,
  onReplied,
  onSnooze,
}: {
  readonly row: TodayItem;
  /** Name of the rule, for a deadline. */
  readonly deadlineTitle: string | undefined;
  /** Who of the contact book the case waits for. */
  readonly waitsFor: Person | undefined;
  readonly present: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
  readonly onDone: () => void;
  readonly onReplied: () => void;
  readonly onSnooze: () => void;
}) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const { item } = row;
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const what =
    (row.promise === undefined ? undefined : taskWords(t, row.promise)) ??
    deadlineTitle ??
    (item.nextAction === ''
      ? t(row.kind === 'none' ? 'today.decideNext' : 'today.followUp')
      : item.nextAction);
  const detail = [caseTypeWords(t, item), item.product, item.orderNo]
    .filter((part) => part !== '')
    .join(' · ');
  const amountFen = row.promise === undefined ? item.amountFen : row.promise.amountFen;
  const urgent = row.band === 'overdue' || row.band === 'soon';
  return (
    <div
      ref={element}
      role="row"
      aria-selected={selected}
      className={selected ? 'today-row on' : 'today-row'}
      onClick={onSelect}
      onDoubleClick={onOpen}
      onKeyDown={undefined}
    >
      <span role="gridcell" className="today-mark">
        <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
      </span>
      <bdi role="gridcell" className="bold ellipsis" title={item.buyerId}>
        {item.buyerId}
      </bdi>
      <div role="gridcell" className="today-what">
        <div className={row.band === 'waiting' ? 'ellipsis' : 'bold ellipsis'} title={what}>
          {what}
        </div>
        <div className="ellipsis ink-3" title={detail}>
          {waitsFor === undefined ? null : (
            <span className="today-waits">
              {t('people.waitsFor', { name: personName(waitsFor) })} <MaskedText text={waitsFor.phone} />{' '}
              ·{' '}
            </span>
          )}
          {detail}
        </div>
      </div>
      <span role="gridcell" className={urgent ? 'today-money bold' : 'today-money'}>
        {amountFen === null ? '' : `¥${formatYuan(amountFen)}`}
      </span>
      <When row={row} present={present} />
      <span role="gridcell" className="today-acts">
        {selected ? (
          <>
            {waitsForBuyer(row) ? (
              <button type="button" tabIndex={-1} className="btn small" onClick={onReplied}>
                {t('reminders.buyerReplied')}
              </button>
            ) : null}
            {row.kind === 'none' || waitsForBuyer(row) || isLook(row) ? null : (
              <button type="button" tabIndex={-1} className="btn small" onClick={onDone}>
                {t('common.done')}
              </button>
            )}
            {row.kind === 'commitment' || (row.kind === 'followUp' && !waitsForBuyer(row)) ? (
              <button type="button" tabIndex={-1} className="btn small" onClick={onSnooze}>
                {t('today.later')}
              </button>
            ) : null}
            <button type="button" tabIndex={-1} className="btn small" onClick={onOpen}>
              {t('today.handle')}
            </button>
          </>
        ) : null}
      </span>
    </div>
  );
}

function When({ row, present }: { readonly row: TodayItem; readonly present: number }) {
  const { t } = useTranslation();
  if (row.dueAt === null) {
    return (
      <span role="gridcell" className="today-when">
        <CountdownChip state="urgent" text={t('cases.noNextStep')} />
        <small>{t(`domain.waitingOn.${row.item.waitingOn}`)}</small>
      </span>
    );
  }
  if (row.promise !== undefined && isLook(row)) {
    const state = row.dueAt > present ? 'waiting' : 'look';
    return (
      <span role="gridcell" className="today-when" title={momentWords(t, row.dueAt, present)}>
        <CountdownChip state={state === 'look' ? 'soon' : 'wait'} text={t(`commitments.state.${state}`)} />
        <small className="ellipsis">{t(`commitments.when.${row.promise.trigger}`)}</small>
      </span>
    );
  }
  const words = countdownWords(t, row.dueAt, present, row.theirs ? 'theirs' : 'ours');
  const waiting = row.band === 'waiting' && words.state !== 'late';
  const note =
    row.promise !== undefined
      ? t('commitments.band')
      : row.kind === 'deadline'
        ? t(`domain.onMiss.${row.onMiss}`)
        : row.item.waitingOn === 'us'
          ? t('today.ownDate')
          : t(`domain.waitingOn.${row.item.waitingOn}`);
  const title = [
    (row.kind === 'deadline' ? dueWords : momentWords)(t, row.dueAt, present),
    ...(row.shadowDueAt === null ? [] : [t('cases.shadow', { when: dueWords(t, row.shadowDueAt, present) })]),
    note,
  ].join(' · ');
  return (
    <span role="gridcell" className="today-when" title={title}>
      <CountdownChip state={waiting ? 'wait' : words.state} text={words.text} />
      <small className="ellipsis">{note}</small>
    </span>
  );
}
