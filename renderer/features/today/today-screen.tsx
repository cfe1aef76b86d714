import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting } from '#shared/domain/commitment';
import { arrangeToday, todayBands, type TodayBand, type TodayItem } from '#shared/domain/today';
import { startOfDay } from '#shared/domain/shanghai-time';
import { listOpenCases } from '../../data/case-repository';
import { keepCommitment, listDuePromises } from '../../data/commitment-repository';
import { listPeople } from '../../data/people-repository';
import { answerDeadline, listRunningDeadlines } from '../../data/deadline-repository';
import { buyerReplied, completeFollowUp } from '../../data/reminder-repository';
import { useRuleTitles } from '../../data/use-rule-titles';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { report, tell } from '../../state/toast-store';
import { useNow } from '../../platform/use-now';
import { dayWords } from '../../text/time-words';
import { SnoozeMenu } from './snooze-menu';
import { TodayRow, waitsForBuyer } from './today-row';
import './today.css';
import type { WaitingOn } from '#shared/domain/case';
import type { CaseId, PersonId } from '#shared/domain/ids';

/** How many rows of a band are drawn at first; the rest is one click away. */
const bandLimit = 50;

/** Whom the rows of a band wait for, and how many each, most first. */
function waitsOf(rows: readonly TodayItem[]): readonly (readonly [WaitingOn, number])[] {
  const counts = new Map<WaitingOn, number>();
  for (const { waitsOn } of rows) counts.set(waitsOn, (counts.get(waitsOn) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Home: everything that has to be done, most pressing first. Enter opens, D is done, S puts off. */
export function TodayList({
  onOpen,
  onNew,
}: {
  readonly onOpen: (id: CaseId) => void;
  readonly onNew: () => void;
}) {
  const { t, i18n } = useTranslation();
  const titleOf = useRuleTitles();
  const present = useNow();
  const cases = useLive(listOpenCases, []);
  const deadlines = useLive(listRunningDeadlines, []);
  const promises = useLive(listDuePromises, []);
  const people = new Map(useLive(listPeople, [])?.map((one) => [one.id, one]));
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const [snoozing, setSnoozing] = useState<TodayItem | null>(null);
  const [whole, setWhole] = useState<readonly TodayBand[]>([]);
  const all = useMemo(
    () =>
      cases === undefined || deadlines === undefined || promises === undefined
        ? undefined
        : arrangeToday(cases, deadlines, present, startOfDay(present, 1), promises),
    [cases, deadlines, promises, present],
  );
  const bands = useMemo(
    () =>
      todayBands.flatMap((band) => {
        const inBand = all?.filter((row) => row.band === band) ?? [];
        const drawn = whole.includes(band) ? inBand : inBand.slice(0, bandLimit);
        return inBand.length === 0 ? [] : [{ band, drawn, count: inBand.length, waits: waitsOf(inBand) }];
      }),
    [all, whole],
  );
  if (all === undefined || cases === undefined) return null;
  // The keys walk over what is drawn, never into rows nobody sees.
  const rows = bands.flatMap(({ drawn }) => drawn);
  const position = Math.max(
    0,
    rows.findIndex((row) => row.key === selectedKey),
  );
  const selected = rows[position];

  const finish = (row: TodayItem): void => {
    const next = rows[position + 1] ?? rows[position - 1];
    const ended = (): void => {
      setSelectedKey(next?.key ?? null);
      tell('today.doneToast', { buyerId: row.item.buyerId });
    };
    const { promise } = row;
    if (promise !== undefined && !isWaiting(promise)) {
      void attempt(row.item.id, async (override) => {
        await keepCommitment(promise.id, null, now(), override);
        ended();
      });
      return;
    }
    const job =
      row.kind === 'deadline' && row.ruleId !== null
        ? answerDeadline(row.item.id, row.ruleId, now())
        : row.kind === 'followUp'
          ? completeFollowUp(row.item.id, now())
          : null;
    if (job === null) {
      onOpen(row.item.id);
      return;
    }
    job.then(ended, (error: unknown) => {
      report(error);
    });
  };
  const noteReply = (row: TodayItem): void => {
    buyerReplied(row.item.id, now()).catch((error: unknown) => {
      report(error);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || selected === undefined || snoozing !== null) return;
    // With Caps Lock on the letters come as capitals.
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    if (step !== undefined)
      setSelectedKey(rows[Math.min(rows.length - 1, Math.max(0, position + step))]?.key ?? null);
    else if (key === 'Enter') onOpen(selected.item.id);
    else if (key === 'd') finish(selected);
    else if (key === 's') setSnoozing(selected);
    else if (key === 'r' && waitsForBuyer(selected)) noteReply(selected);
    else return;
    event.preventDefault();
  };

  return (
    <section className="today" aria-label={t('today.title')}>
      <div className="today-head">
        <h1>{t('today.title')}</h1>
        <span className="ink-2">{dayWords(t, present)}</span>
        <span className="grow" />
        {rows.length === 0 ? null : (
          <span className="ink-3 today-keys">
            <kbd>Enter</kbd> {t('common.open')} · <kbd>D</kbd> {t('common.done')} · <kbd>S</kbd>{' '}
            {t('today.later')}
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <div className="card empty">
          <h2>{t(cases.length === 0 ? 'today.emptyTitle' : 'today.clearTitle')}</h2>
          <p>{t(cases.length === 0 ? 'today.emptyText' : 'today.clearText')}</p>
          <button type="button" className="btn primary" onClick={onNew}>
            {t('cases.newTitle')} <kbd>N</kbd>
          </button>
        </div>
      ) : (
        <div
          className="today-bands"
          role="group"
          aria-label={t('today.title')}
          tabIndex={0}
          data-hotkey="today-list"
          onKeyDown={onKeyDown}
        >
          {bands.map(({ band, drawn, count, waits }) => {
            return (
              <div key={band} className="today-band">
                <h2>
                  <i className={`today-bar ${band}`} />
                  {t(`today.band.${band}`)} <span className="ink-3">{count}</span>
                  {band === 'waiting' ? (
                    <span className="ink-3 today-why">
                      {waits.map(([who, many]) => `${t(`domain.waitingOn.${who}`)} ${many}`).join(' · ')}
                    </span>
                  ) : null}
                  {band === 'noNext' ? <span className="ink-3 today-why">{t('today.noNextWhy')}</span> : null}
                </h2>
                <div className="card" role="grid" aria-label={t(`today.band.${band}`)}>
                  {drawn.map((row) => (
                    <TodayRow
                      key={row.key}
                      row={row}
                      deadlineTitle={titleOf(row.ruleId, i18n.language)}
                      waitsFor={people.get(row.item.waitingPerson ?? ('' as PersonId))}
                      present={present}
                      selected={row === selected}
                      onSelect={() => {
                        setSelectedKey(row.key);
                      }}
                      onOpen={() => {
                        onOpen(row.item.id);
                      }}
                      onDone={() => {
                        finish(row);
                      }}
                      onReplied={() => {
                        noteReply(row);
                      }}
                      onSnooze={() => {
                        setSelectedKey(row.key);
                        setSnoozing(row);
                      }}
                    />
                  ))}
                </div>
                {count > drawn.length ? (
                  <button
                    type="button"
                    className="btn small plain today-more"
                    onClick={() => {
                      setWhole([...whole, band]);
                    }}
                  >
                    {t('today.more', { count: count - drawn.length })}
                  </button>
                ) : null}
              </div>
            );
          })}
        </div>
      )}
      {snoozing === null ? null : (
        <SnoozeMenu
          item={snoozing.item}
          promise={snoozing.promise}
          present={present}
          onClose={() => {
            setSnoozing(null);
          }}
        />
      )}
    </section>
  );
}
