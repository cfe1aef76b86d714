import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  contactChannels,
  contactResults,
  isReached,
  type Contact,
  type ContactChannel,
  type ContactResult,
} from '#shared/domain/contact';
import { climb } from '#shared/domain/contact-ladder';
import { parseWhen } from '#shared/domain/parse-when';
import { personName, type Person } from '#shared/domain/person';
import { ladderRungs } from '#shared/knowledge/contact-ladder';
import { logContact, type LadderView } from '../../data/contact-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';
import type { Case } from '#shared/domain/case';
import type { ContactId, PersonId } from '#shared/domain/ids';
import type { Draft } from '../../data/use-draft';

/** An attempt as it is typed; null takes what the ladder suggests. */
export type ContactDraft = {
  readonly channel: ContactChannel | null;
  readonly person: PersonId | '';
  readonly result: ContactResult | null;
  readonly phone: string;
  readonly note: string;
  readonly next: string;
};
export const emptyContact: ContactDraft = {
  channel: null,
  person: '',
  result: null,
  phone: '',
  note: '',
  next: '',
};

function missedOn(channel: ContactChannel): ContactResult {
  return ladderRungs.find((one) => one.channel === channel)?.missed ?? 'noAnswer';
}

/** Logs one attempt: whom, how, what came of it, and when to try again (R7, R86). */
export function ContactForm({
  item,
  view,
  people,
  draft,
  present,
}: {
  readonly item: Case;
  readonly view: LadderView;
  readonly people: readonly Person[];
  readonly draft: Draft<ContactDraft>;
  readonly present: number;
}) {
  const { t } = useTranslation();
  const nextId = useId();
  const value = draft.value ?? emptyContact;
  const person = people.find(({ id }) => id === value.person);
  const channel = value.channel ?? view.climb.next?.channel ?? 'phone';
  const result = value.result ?? missedOn(channel);
  const reached = isReached({ result });
  const attempt: Omit<Contact, 'id'> = {
    caseId: item.id,
    at: present,
    channel,
    who: person === undefined ? item.buyerId : personName(person),
    ...(person === undefined ? {} : { personId: person.id }),
    ...(value.phone.trim() === '' ? {} : { phone: value.phone.trim() }),
    result,
    note: value.note,
    nextTryAt: null,
  };
  const after = climb(
    view.ladder,
    [...view.contacts, { ...attempt, id: '~' as ContactId }],
    present,
    view.buyerMinute,
  );
  const typed = value.next.trim() === '' ? null : parseWhen(value.next, present, 'future');
  const wrong = !reached && value.next.trim() !== '' && typed === null;
  // A promise has its own date; who of the book did not answer is not on the buyer's ladder.
  const suggested = reached || person !== undefined ? null : after.nextAt;
  const nextTryAt = typed ?? suggested;
  const again = typed === null || after.next === null ? channel : after.next.channel;

  const save = (): void => {
    if (wrong || item.status === 'closed') return;
    const at = now();
    logContact(
      { ...attempt, at, nextTryAt },
      t('contacts.again', { who: attempt.who, channel: t(`playbook.channel.${again}`) }),
      at,
    )
      .then(() => draft.clear())
      .then(
        () => {
          if (nextTryAt === null) tell('contacts.saved');
          else tell('contacts.savedUntil', { when: momentWords(t, nextTryAt, now()) });
        },
        (error: unknown) => {
          report(error, save);
        },
      );
  };
  return (
    <div
      className="contact-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
        event.preventDefault();
        save();
      }}
    >
      {people.length === 0 ? null : (
        <Select
          aria-label={t('contacts.whom')}
          value={value.person}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('contacts.theBuyer') },
            ...people.map((one) => ({ value: one.id as string, label: personName(one) })),
          ]}
          onChange={(id) => {
            const chosen = people.find((one) => one.id === id);
            draft.change({ person: chosen?.id ?? '', phone: chosen?.phone ?? '' });
          }}
        />
      )}
      <Select
        aria-label={t('playbook.channelLabel')}
        value={channel}
        options={contactChannels.map((one) => ({ value: one, label: t(`playbook.channel.${one}`) }))}
        onChange={(next: ContactChannel) => {
          draft.change({ channel: next });
        }}
      />
      <div className="contact-results" role="radiogroup" aria-label={t('playbook.resultLabel')}>
        {contactResults.map((one) => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={one === result}
            className={one === result ? 'case-tag on' : 'case-tag'}
            onClick={() => {
              draft.change({ result: one });
            }}
          >
            {t(`playbook.result.${one}`)}
          </button>
        ))}
      </div>
      <Input
        aria-label={t('contacts.number')}
        placeholder={t('contacts.number')}
        maxLength={60}
        value={value.phone}
        onChange={(event) => {
          draft.change({ phone: event.target.value });
        }}
      />
      <Input
        className="contact-note"
        aria-label={t('playbook.contactNote')}
        placeholder={t(result === 'promised' ? 'contacts.whatPromised' : 'playbook.contactNote')}
        maxLength={300}
        value={value.note}
        onChange={(event) => {
          draft.change({ note: event.target.value });
        }}
      />
      {reached && result !== 'promised' ? null : (
        <div className="contact-next">
          <label htmlFor={nextId} className="ink-2">
            {t(result === 'promised' ? 'contacts.lookAgain' : 'playbook.nextTry')}
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
          {typed === null && suggested !== null && !wrong ? (
            <span className="ink-3">
              {t('contacts.suggested', { when: momentWords(t, suggested, present) })}
            </span>
          ) : null}
        </div>
      )}
      <button
        type="button"
        className="btn primary"
        disabled={wrong || item.status === 'closed'}
        onClick={save}
      >
        {t('playbook.logContact')} <kbd>Ctrl ↵</kbd>
      </button>
    </div>
  );
}
