import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inShanghai } from '#shared/domain/shanghai-time';
import { syncOpenCases } from '../../data/deadline-repository';
import { dropCalendarYear, listOwnYears, readCalendar, saveCalendarYear } from '../../data/rule-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { CalendarYearForm } from './calendar-year-form';
import { readPastedCalendar } from './date-list';

/** The work calendar, a year at a time: look, edit, import next year's notice, back to the shipped one. */
export function CalendarTab() {
  const { t } = useTranslation();
  const thisYear = inShanghai(now()).year;
  const [year, setYear] = useState(String(thisYear));
  const [pasted, setPasted] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const calendar = useLive(readCalendar, []);
  const own = useLive(listOwnYears, []);
  if (calendar === undefined || own === undefined) return null;
  const known = calendar.years[year];
  const years = [
    ...new Set([...Object.keys(calendar.years), String(thisYear), String(thisYear + 1)]),
  ].toSorted((a, b) => (a < b ? 1 : -1));

  const importYears = (): void => {
    const read = readPastedCalendar(pasted ?? '', year);
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    const found = Object.entries(read.years);
    Promise.all(found.map(([name, days]) => saveCalendarYear(name, days, now())))
      .then(() => syncOpenCases(now()))
      .then(() => {
        setPasted(null);
        setProblem('');
        setYear(found[0]?.[0] ?? year);
        tell('rules.yearsImported', { years: found.map(([name]) => name).join(' ') });
      })
      .catch((error: unknown) => {
        report(error, importYears);
      });
  };
  return (
    <section className="rules-side" aria-label={t('rules.tab.calendar')}>
      <p className="ink-2">{t('rules.calendarText')}</p>
      <div className="rules-bar">
        <Select
          aria-label={t('rules.year')}
          value={year}
          options={years.map((value) => ({
            value,
            label:
              value +
              (calendar.years[value] === undefined
                ? ` · ${t('rules.yearUnknown')}`
                : own.includes(value)
                  ? ` · ${t('rules.edited')}`
                  : ''),
          }))}
          onChange={setYear}
        />
        <button
          type="button"
          className="btn"
          aria-expanded={pasted !== null}
          onClick={() => {
            setPasted(pasted === null ? '' : null);
          }}
        >
          {t('rules.importYear')}
        </button>
        {own.includes(year) ? (
          <button
            type="button"
            className="btn"
            onClick={() => {
              dropCalendarYear(year)
                .then(() => syncOpenCases(now()))
                .catch((error: unknown) => {
                  report(error);
                });
            }}
          >
            {t('rules.yearBack')}
          </button>
        ) : null}
      </div>
      {pasted === null ? null : (
        <div className="rules-import">
          <Input.TextArea
            aria-label={t('rules.importYear')}
            rows={4}
            placeholder={t('rules.importHint')}
            value={pasted}
            onChange={(event) => {
              setPasted(event.target.value);
            }}
          />
          {problem === '' ? null : (
            <p className="rules-problem" role="alert">
              {t('rules.importProblem', {
                text: problem === 'JSON' ? t('rules.importNoNotice') : problem,
              })}
            </p>
          )}
          <button type="button" className="btn primary" disabled={pasted.trim() === ''} onClick={importYears}>
            {t('rules.import')}
          </button>
        </div>
      )}
      {known === undefined ? (
        <p className="rules-note" role="status">
          {t('rules.yearUnknownText', { year })}
        </p>
      ) : null}
      <CalendarYearForm
        // Another year, or the same year with other days, is another form.
        key={`${year}-${JSON.stringify(known ?? null)}`}
        year={year}
        days={known ?? { off: [], work: [] }}
      />
    </section>
  );
}
