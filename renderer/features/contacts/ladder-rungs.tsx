import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { momentWords } from '../../text/time-words';
import type { Climb } from '#shared/domain/contact-ladder';
import type { ContactChannel } from '#shared/domain/contact';

/** The ways to reach the buyer in their order, how often each was tried, and what to try next. */
export function LadderRungs({
  climb,
  present,
  onPick,
}: {
  readonly climb: Climb;
  readonly present: number;
  readonly onPick: (channel: ContactChannel) => void;
}) {
  const { t, i18n } = useTranslation();
  const { rungs, next, nextAt, reached, exhausted } = climb;
  const said = reached
    ? t('contacts.reached')
    : exhausted
      ? t('contacts.exhausted')
      : next === null || nextAt === null
        ? ''
        : t(nextAt <= present ? 'contacts.tryNow' : 'contacts.tryAt', {
            channel: t(`playbook.channel.${next.channel}`),
            when: momentWords(t, nextAt, present),
          });
  return (
    <>
      <ol className="contact-rungs" aria-label={t('contacts.ladder')}>
        {rungs.map(({ rung, tries, state }) => (
          <li key={rung.channel}>
            <button
              type="button"
              className={`contact-rung ${state}`}
              aria-current={state === 'next' ? 'step' : undefined}
              title={wordsIn(rung.hint, i18n.language)}
              onClick={() => {
                onPick(rung.channel);
              }}
            >
              {t(`playbook.channel.${rung.channel}`)}{' '}
              <small>{state === 'dead' ? t('contacts.dead') : `${tries}/${rung.tries}`}</small>
            </button>
          </li>
        ))}
      </ol>
      <p className="contact-said" role="status">
        <b>{said}</b>
        {next === null || reached ? null : (
          <span className="ink-3"> {wordsIn(next.hint, i18n.language)}</span>
        )}
      </p>
    </>
  );
}
