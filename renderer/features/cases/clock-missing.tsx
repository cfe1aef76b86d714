import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordEvent, typeDeadline } from '../../data/deadline-repository';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { ClockTimeForm } from './clock-time-form';
import { eventWords, findMissing } from './clock-words';
import type { Case } from '#shared/domain/case';
import type { CaseClock } from '../../data/case-clocks';

/** Clocks that have not begun because a time is not known: says which, and offers its field. */
export function ClockMissing({
  item,
  clocks,
  present,
  open,
}: {
  readonly item: Case;
  readonly clocks: readonly CaseClock[];
  readonly present: number;
  readonly open: boolean;
}) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const unknown = clocks.filter(({ result }) => result.state === 'unknown');
  if (unknown.length === 0) return null;
  return (
    <details className="clock-fold" open={open}>
      <summary>{t('cases.missingClocks', { count: unknown.length })}</summary>
      <ul className="clock-missing">
        {findMissing(unknown).map(({ name, kind, clocks: waiting }) => {
          const words = eventWords(name, i18n.language);
          const titles = waiting
            .map(({ rule }) => rule.title[language])
            .join(language === 'en' ? ', ' : '、');
          return (
            <li key={name} data-missing={name}>
              <div className="clock-line">
                <span>{t('cases.missingTime', { event: words })}</span>
                <button
                  type="button"
                  className="btn small"
                  aria-label={t('cases.enterTimeOf', { event: words })}
                  onClick={() => {
                    setAsked(asked === name ? null : name);
                  }}
                >
                  {t('cases.enterTime')}
                </button>
              </div>
              <p className="ink-3 context-note">{titles}</p>
              {asked === name ? (
                <ClockTimeForm
                  label={words}
                  direction={kind === 'field' ? 'future' : 'past'}
                  present={present}
                  save={(at) =>
                    kind === 'field'
                      ? typeDeadline(item.id, name, at, now())
                      : attempt(item.id, (override) => recordEvent(item.id, name, at, now(), { override }))
                  }
                  onClose={() => {
                    setAsked(null);
                  }}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
