import { useTranslation } from 'react-i18next';
import { syncOpenCases } from '../../data/deadline-repository';
import { saveCalendarYear } from '../../data/rule-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { parseDates, writeDates } from './date-list';
import type { CalendarYear } from '#shared/deadlines/calendar';

const sides = ['off', 'work'] as const;

/** Days off and make-up workdays of a year, one day or run of days per line. */
export function CalendarYearForm({ year, days }: { readonly year: string; readonly days: CalendarYear }) {
  const { t } = useTranslation();
  const initial = { off: writeDates(days.off), work: writeDates(days.work) };
  const draft = useDraft(`calendar:${year}`, initial, now, report);
  if (draft.value === undefined) return null;
  const { value } = draft;
  const lists = { off: parseDates(value.off, year), work: parseDates(value.work, year) };
  const both = lists.off.dates.filter((date) => lists.work.dates.includes(date));
  const problemOf = (side: (typeof sides)[number]): string | undefined => {
    const [wrong] = lists[side].wrong;
    if (wrong !== undefined) return t('rules.dateWrong', { text: wrong });
    return side === 'work' && both[0] !== undefined ? t('rules.dateTwice', { text: both[0] }) : undefined;
  };
  const changed = value.off !== initial.off || value.work !== initial.work;
  const ready = changed && sides.every((side) => problemOf(side) === undefined);
  const save = (): void => {
    saveCalendarYear(year, { off: lists.off.dates, work: lists.work.dates }, now())
      .then(draft.clear)
      .then(() => syncOpenCases(now()))
      .then(() => {
        tell('rules.yearSaved', { year });
      })
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  return (
    <>
      <div className="form-grid">
        {sides.map((side) => (
          <Field
            key={side}
            label={t(`rules.${side}Days`, { count: lists[side].dates.length })}
            hint={t('rules.datesHint')}
            problem={problemOf(side)}
          >
            {({ id, describedBy }) => (
              <textarea
                id={id}
                aria-describedby={describedBy}
                className="ant-input rules-dates"
                rows={10}
                value={value[side]}
                onChange={(event) => {
                  draft.change({ [side]: event.target.value });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="rules-foot">
        <span className="grow" />
        <button type="button" className="btn primary" disabled={!ready} onClick={save}>
          {t('rules.saveYear', { year })}
        </button>
      </div>
    </>
  );
}
