import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  contactChannels,
  contactResults,
  type ContactChannel,
  type ContactResult,
} from '#shared/domain/contact';
import { parseWhen } from '#shared/domain/parse-when';
import { listContacts, logContact } from '../../data/contact-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { WhenInput } from '../../ui/when-input';
import type { ActProps } from './walk-actions';

type Draft = {
  readonly channel: ContactChannel;
  readonly result: ContactResult;
  readonly note: string;
  readonly next: string;
};
const empty: Draft = { channel: 'chat', result: 'reached', note: '', next: '' };

/** Logs an attempt; not reached asks when to try again (R7, R86). */
export function ActContact({ walk, view: { step }, present }: ActProps) {
  const { t } = useTranslation();
  const { item } = walk;
  const nextId = useId();
  const draft = useDraft<Draft>(`case:${item.id}:contact`, empty, now, report);
  const tries = useLive(() => listContacts(item.id), [item.id]) ?? [];
  const value = draft.value ?? empty;
  const reached = value.result === 'reached';
  const nextTryAt = reached || value.next.trim() === '' ? null : parseWhen(value.next, present, 'future');
  const wrong = !reached && value.next.trim() !== '' && nextTryAt === null;
  const save = (): void => {
    if (wrong) return;
    const { channel, result, note } = value;
    logContact(
      { caseId: item.id, at: now(), channel, who: item.buyerId, result, note, nextTryAt },
      t('playbook.contactAgain', { channel: t(`playbook.channel.${channel}`) }),
      now(),
    )
      .then(() => draft.clear())
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  return (
    <div className="walk-form" data-step={step.id}>
      {tries.length === 0 ? null : (
        <ul className="walk-tries" aria-label={t('playbook.tries')}>
          {tries.slice(0, 5).map((one) => (
            <li key={one.id}>
              <span className="ink-3">{momentWords(t, one.at, present)}</span>{' '}
              {t(`playbook.channel.${one.channel}`)} · {t(`playbook.result.${one.result}`)} {one.note}
            </li>
          ))}
        </ul>
      )}
      <div className="walk-contact">
        <Select
          aria-label={t('playbook.channelLabel')}
          value={value.channel}
          options={contactChannels.map((one) => ({ value: one, label: t(`playbook.channel.${one}`) }))}
          onChange={(channel: ContactChannel) => {
            draft.change({ channel });
          }}
        />
        <Select
          aria-label={t('playbook.resultLabel')}
          value={value.result}
          options={contactResults.map((one) => ({ value: one, label: t(`playbook.result.${one}`) }))}
          onChange={(result: ContactResult) => {
            draft.change({ result });
          }}
        />
        <Input
          aria-label={t('playbook.contactNote')}
          placeholder={t('playbook.contactNote')}
          maxLength={300}
          value={value.note}
          onChange={(event) => {
            draft.change({ note: event.target.value });
          }}
        />
        {reached ? null : (
          <>
            <label htmlFor={nextId} className="ink-2">
              {t('playbook.nextTry')}
            </label>
            <WhenInput
              id={nextId}
              value={value.next}
              direction="future"
              now={present}
              onChange={(next) => {
                draft.change({ next });
              }}
            />
          </>
        )}
        <button
          type="button"
          className="btn primary"
          disabled={wrong || item.status === 'closed'}
          onClick={save}
        >
          {t('playbook.logContact')}
        </button>
      </div>
    </div>
  );
}
