import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCaseClocks, type CaseClock } from '../../data/case-clocks';
import { useLive } from '../../data/use-live';
import { AppliedAtField } from './applied-at-field';
import { ClockEvents, type AskedTime } from './clock-events';
import { ClockExtend } from './clock-extend-row';
import { ClockMissing } from './clock-missing';
import { ClockRow } from './clock-row';
import { isOurs } from './clock-words';
import './clock.css';
import type { Case } from '#shared/domain/case';

const minute = 60_000;

/** A case's clocks: ours, theirs, those that still need a time, and what has happened so far. */
export function ClockList({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const tick = Math.floor(present / minute) * minute;
  const clocks = useLive(() => readCaseClocks(item, tick), [item, tick]);
  const [asked, setAsked] = useState<AskedTime | null>(null);
  if (clocks === undefined) return null;
  const known = clocks.filter(({ result }) => result.due !== null || result.state === 'paused');
  const running = known.filter(({ result }) => result.state !== 'closed');
  const ended = known.filter(({ result }) => result.state === 'closed');
  const ask = (event: string): void => {
    setAsked({ event, change: false });
  };
  const row = (clock: CaseClock) => (
    <ClockRow key={clock.rule.id} item={item} clock={clock} present={present} onAsk={ask} />
  );
  const theirs = running.filter((clock) => !isOurs(clock));
  return (
    <div className="clocks">
      {running.filter(isOurs).map(row)}
      {running.length === 0 ? <p className="ink-3 context-note">{t('cases.noClocks')}</p> : null}
      <AppliedAtField item={item} present={present} />
      {theirs.length === 0 ? null : (
        <section className="clock-side" aria-label={t('cases.theirClocks')}>
          <h3>{t('cases.theirClocks')}</h3>
          {theirs.map(row)}
        </section>
      )}
      <ClockExtend item={item} clocks={running} present={present} />
      <ClockMissing item={item} clocks={clocks} present={present} open={running.length === 0} />
      <ClockEvents item={item} clocks={clocks} present={present} asked={asked} onAsk={setAsked} />
      {ended.length === 0 ? null : (
        <details className="clock-fold">
          <summary>{t('cases.endedClocks', { count: ended.length })}</summary>
          {ended.map(row)}
        </details>
      )}
    </div>
  );
}
