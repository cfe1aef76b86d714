import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evaluateRule } from '#shared/deadlines/engine';
import { parseStamp } from '#shared/deadlines/shanghai';
import { explainWhy } from '#shared/deadlines/why-text';
import { isoMinute } from '#shared/domain/shanghai-time';
import { parseWhen } from '#shared/domain/parse-when';
import { readCalendar, readPauses } from '../../data/rule-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { countdownWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { WhenInput } from '../../ui/when-input';
import { eventName, ruleLanguage } from './rule-words';
import type { DeadlineRule, Timing } from '#shared/deadlines/rule';

type Wanted = { readonly name: string; readonly kind: 'event' | 'field' };

function timingInputs(timing: Timing): readonly Wanted[] {
  if (timing.kind === 'latest' || timing.kind === 'earliest') return timing.of.flatMap(timingInputs);
  if (timing.kind === 'manual') return [{ name: timing.field, kind: 'field' }];
  return 'event' in timing && timing.event !== undefined ? [{ name: timing.event, kind: 'event' }] : [];
}

/** Every time the rule looks at: its start first, then what shortens, pauses or prolongs it. */
function inputsOf(rule: DeadlineRule): readonly Wanted[] {
  const all: readonly Wanted[] = [
    ...(rule.event === undefined ? [] : [{ name: rule.event, kind: 'event' } as const]),
    ...timingInputs(rule.timing),
    ...(rule.adjust ?? []).map(({ on }) => ({ name: on, kind: 'event' }) as const),
  ];
  return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
}

/** A rule that begins one day is tried on days to come: `12-05` is the next one, not the last. */
function countsLater({ effective: { from } }: DeadlineRule, now: number): boolean {
  return from !== null && parseStamp(from) > now;
}

/** Tries a rule on dates of one's own and shows the worked answer, before anything is saved. */
export function RuleTrial({ rule }: { readonly rule: DeadlineRule }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const present = useNow();
  const calendar = useLive(readCalendar, []);
  const pauses = useLive(readPauses, []);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  if (calendar === undefined || pauses === undefined) return null;
  const inputs = inputsOf(rule);
  const directionOf = ({ kind }: Wanted): 'past' | 'future' =>
    kind === 'field' || countsLater(rule, present) ? 'future' : 'past';
  const times = (kind: Wanted['kind']): Record<string, number> =>
    Object.fromEntries(
      inputs.flatMap((one) => {
        const at = parseWhen(texts[one.name] ?? '', present, directionOf(one));
        return one.kind !== kind || at === null ? [] : [[one.name, at] as const];
      }),
    );
  const result = evaluateRule(rule, {
    at: times('event'),
    fields: times('field'),
    now: present,
    calendar,
    pauses,
  });
  return (
    <section className="rules-trial" aria-label={t('rules.try')}>
      <h3>{t('rules.try')}</h3>
      <div className="form-grid">
        {inputs.map((one) => (
          <div key={one.name} className="field">
            <label htmlFor={`${id}-${one.name}`}>{eventName(one.name, i18n.language)}</label>
            <WhenInput
              id={`${id}-${one.name}`}
              value={texts[one.name] ?? ''}
              direction={directionOf(one)}
              now={present}
              withChoices={false}
              onChange={(text) => {
                setTexts({ ...texts, [one.name]: text });
              }}
            />
          </div>
        ))}
      </div>
      <div className="rules-answer" role="status">
        <p className="rules-due">
          <b>{result.due === null ? t(`rules.state.${result.state}`) : isoMinute(result.due)}</b>
          {result.due === null ? null : <CountdownChip {...countdownWords(t, result.due, present)} />}
        </p>
        <ol>
          {result.why.map((line, index) => (
            // eslint-disable-next-line react/no-array-index-key -- replaced as a whole, never moved
            <li key={`${index}-${line.code}`}>{explainWhy(line, ruleLanguage(i18n.language))}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}
