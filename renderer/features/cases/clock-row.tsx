import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerDeadline, typeDeadline } from '../../data/deadline-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CountdownChip } from '../../ui/countdown-chip';
import { countdownWords, dueWords } from '../../text/time-words';
import { ClockTimeForm } from './clock-time-form';
import { ClockWhy } from './clock-why';
import { isOurs } from './clock-words';
import type { Case } from '#shared/domain/case';
import type { CaseClock } from '../../data/case-clocks';

/** One clock: what has to be done, how long is left, and, opened, where every part of it comes from. */
export function ClockRow({
  item,
  clock,
  present,
  onAsk,
}: {
  readonly item: Case;
  readonly clock: CaseClock;
  readonly present: number;
  /** Asks for the time of an event. */
  readonly onAsk: (event: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typing, setTyping] = useState(false);
  const { rule, result } = clock;
  const ours = isOurs(clock);
  const typed = item.typedDue[rule.id] !== undefined;
  const answered = item.answered[rule.id] !== undefined;
  const over = answered || result.state === 'closed';
  const title = rule.title[i18n.language === 'en' ? 'en' : 'zh'];
  const run = (job: Promise<unknown>): void => {
    job.catch((error: unknown) => {
      report(error);
    });
  };
  return (
    <div className="clock" data-rule={rule.id}>
      <div className="clock-line">
        <button
          type="button"
          className="clock-title"
          aria-expanded={open}
          aria-controls={id}
          title={t('cases.explain')}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {title}
        </button>
        <ClockChip clock={clock} answered={answered} present={present} />
      </div>
      <p className="ink-3 context-note">
        {[
          t(`domain.basis.${rule.basis}`),
          ...(result.due === null ? [] : [dueWords(t, result.due, present)]),
          ...(rule.onMiss === 'none' ? [] : [t(`domain.onMiss.${rule.onMiss}`)]),
          ...(typed ? [t('cases.typedDue')] : []),
          ...(result.state === 'uncertain' ? [t('cases.uncertain')] : []),
          ...(rule.attempts === undefined ? [] : [t('cases.attempts', { count: rule.attempts })]),
        ].join(' · ')}
      </p>
      {result.shadowDue === null || over ? null : (
        <p className="clock-shadow context-note">
          {t('cases.shadow', { when: dueWords(t, result.shadowDue, present) })}
        </p>
      )}
      {over || !(ours || open) ? null : (
        <div className="clock-actions">
          <button
            type="button"
            className="btn small"
            onClick={() => {
              run(answerDeadline(item.id, rule.id, now()));
            }}
          >
            {t('cases.markAnswered')}
          </button>
          <button
            type="button"
            className="btn small plain"
            aria-expanded={typing}
            onClick={() => {
              setTyping(!typing);
            }}
          >
            {t('cases.typeDue')}
          </button>
          {typed ? (
            <button
              type="button"
              className="btn small plain"
              onClick={() => {
                run(typeDeadline(item.id, rule.id, null, now()));
              }}
            >
              {t('cases.untypeDue')}
            </button>
          ) : null}
        </div>
      )}
      {typing ? (
        <ClockTimeForm
          label={t('cases.typeDueOf', { title })}
          direction="future"
          present={present}
          save={(at) => typeDeadline(item.id, rule.id, at, now())}
          onClose={() => {
            setTyping(false);
          }}
        />
      ) : null}
      <div id={id}>
        {open ? <ClockWhy item={item} clock={clock} present={present} onAsk={onAsk} /> : null}
      </div>
    </div>
  );
}

function ClockChip({
  clock,
  answered,
  present,
}: {
  readonly clock: CaseClock;
  readonly answered: boolean;
  readonly present: number;
}) {
  const { t } = useTranslation();
  const { due, state } = clock.result;
  if (state === 'closed') return <span className="chip ok">{t('cases.ended')}</span>;
  if (answered) return <span className="chip ok">{t('cases.answered')}</span>;
  if (state === 'paused') return <CountdownChip state="wait" text={t('cases.paused')} />;
  if (due === null) return null;
  const words = countdownWords(t, due, present, isOurs(clock) ? 'ours' : 'theirs');
  return <CountdownChip {...words} title={dueWords(t, due, present)} />;
}
