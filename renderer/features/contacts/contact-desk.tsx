import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReason, reasonLength } from '#shared/domain/gate-check';
import { readLadder, recordUnreachable, type LadderView } from '../../data/contact-repository';
import { listPeople } from '../../data/people-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { MaskedText } from '../../ui/masked-text';
import { ContactForm, emptyContact, type ContactDraft } from './contact-form';
import { LadderRungs } from './ladder-rungs';
import { UnreachableActions } from './unreachable-actions';
import type { Case } from '#shared/domain/case';
import './contacts.css';

/** Reaching the buyer, rung by rung: what to try next, the attempts, and the record when none succeeded (R7, R86). */
export function ContactDesk({ item, present }: { readonly item: Case; readonly present: number }) {
  const view = useLive(() => readLadder(item, present), [item, present]);
  const people = useLive(listPeople, []);
  const draft = useDraft<ContactDraft>(`case:${item.id}:contact`, emptyContact, now, report);
  if (view === undefined || people === undefined) return null;
  return (
    <div className="contact-desk">
      <LadderRungs
        climb={view.climb}
        present={present}
        onPick={(channel) => {
          draft.change({ channel, person: '' });
        }}
      />
      <ContactForm item={item} view={view} people={people} draft={draft} present={present} />
      <Attempts view={view} present={present} />
      {view.contacts.some(({ personId }) => personId === undefined) ? (
        <>
          <Unreachable item={item} view={view} present={present} />
          <UnreachableActions item={item} view={view} />
        </>
      ) : null}
    </div>
  );
}

const shown = 8;

function Attempts({ view, present }: { readonly view: LadderView; readonly present: number }) {
  const { t } = useTranslation();
  if (view.contacts.length === 0) return null;
  return (
    <ul className="walk-tries" aria-label={t('playbook.tries')}>
      {view.contacts.slice(0, shown).map((one) => (
        <li key={one.id}>
          <span className="ink-3">{momentWords(t, one.at, present)}</span>{' '}
          {one.personId === undefined ? '' : `${one.who} · `}
          {t(`playbook.channel.${one.channel}`)} · {t(`playbook.result.${one.result}`)}{' '}
          <MaskedText text={[one.phone ?? '', one.note].filter((text) => text !== '').join(' · ')} />
        </li>
      ))}
      {view.contacts.length > shown ? (
        <li className="ink-3">{t('contacts.earlier', { count: view.contacts.length - shown })}</li>
      ) : null}
    </ul>
  );
}

/** Says that the buyer cannot be reached; before the end of the ladder it wants a reason. */
function Unreachable({
  item,
  view,
  present,
}: {
  readonly item: Case;
  readonly view: LadderView;
  readonly present: number;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const { exhausted, reached } = view.climb;
  if (reached || item.status === 'closed') return null;
  if (view.unreachableAt !== null) {
    return (
      <p className="contact-unreachable" role="status">
        {t('contacts.unreachableSince', { when: momentWords(t, view.unreachableAt, present) })}
      </p>
    );
  }
  const save = (): void => {
    if (!exhausted && !isReason(reason)) {
      setAsking(true);
      return;
    }
    recordUnreachable(item, reason, now()).then(
      () => {
        tell('contacts.unreachableSaved');
      },
      (error: unknown) => {
        report(error);
      },
    );
  };
  return (
    <div className="contact-give-up">
      <button type="button" className={exhausted ? 'btn primary' : 'btn small'} onClick={save}>
        {t('contacts.unreachable')}
      </button>
      {asking && !exhausted ? (
        <Input
          autoFocus
          aria-label={t('contacts.whyNow')}
          placeholder={t('contacts.whyNowHint', { count: reasonLength })}
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      ) : null}
      {exhausted ? null : <span className="ink-3">{t('contacts.notAllTried')}</span>}
    </div>
  );
}
