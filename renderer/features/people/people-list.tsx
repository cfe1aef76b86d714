import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { personName, type Person } from '#shared/domain/person';
import { roleOf } from '#shared/knowledge/people-roles';
import { listContactsWith } from '../../data/contact-repository';
import { countWaitingFor, deletePerson } from '../../data/people-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { MaskedText } from '../../ui/masked-text';
import { isComposing } from '../../ui/is-composing';
import { PersonDetails } from './person-details';

/** More rows than this are found by typing. */
const shownMax = 300;

function copy(text: string): void {
  if (text === '') return;
  navigator.clipboard.writeText(text).then(() => tell('people.copied'), report);
}

/** The rows of the contact book. Arrow keys or J and K move, Enter changes, C copies the number, Delete puts away. */
export function PeopleList({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const [chosen, setChosen] = useState<string | null>(null);
  const position = Math.max(
    0,
    people.findIndex(({ id }) => id === chosen),
  );
  const selected = people[position];
  const remove = (person: Person): void => {
    const beside = people[position + 1] ?? people[position - 1];
    deletePerson(person.id, now()).then(() => {
      setChosen(beside?.id ?? null);
    }, report);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (selected === undefined || event.ctrlKey || event.metaKey || event.altKey || isComposing(event))
      return;
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step !== undefined)
      setChosen(people[Math.min(people.length - 1, Math.max(0, position + step))]?.id ?? null);
    else if (event.key === 'Enter') showOverlay({ kind: 'person', personId: selected.id });
    else if (event.key === 'c') copy(selected.phone || selected.wechat);
    else if (event.key === 'Delete') remove(selected);
    else return;
    event.preventDefault();
  };
  return (
    <div className="people-two">
      <div
        className="people-rows card"
        role="listbox"
        aria-label={t('people.tab.people')}
        aria-activedescendant={selected === undefined ? undefined : `person-${selected.id}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {people.slice(0, shownMax).map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            selected={person === selected}
            onSelect={() => {
              setChosen(person.id);
            }}
          />
        ))}
        {people.length > shownMax ? (
          <p className="ink-3 people-more">{t('people.more', { count: people.length - shownMax })}</p>
        ) : null}
      </div>
      {selected === undefined ? null : (
        <PersonCard
          key={selected.id}
          person={selected}
          onEdit={() => {
            showOverlay({ kind: 'person', personId: selected.id });
          }}
          onRemove={() => {
            remove(selected);
          }}
        />
      )}
    </div>
  );
}

function PersonRow({
  person,
  selected,
  onSelect,
}: {
  readonly person: Person;
  readonly selected: boolean;
  readonly onSelect: () => void;
}) {
  const { i18n } = useTranslation();
  return (
    <div
      id={`person-${person.id}`}
      role="option"
      aria-selected={selected}
      className={selected ? 'people-row on' : 'people-row'}
      onClick={onSelect}
      onKeyDown={undefined}
    >
      <span className="chip wait">{wordsIn(roleOf(person.role).title, i18n.language)}</span>
      <bdi className="bold ellipsis" title={personName(person)}>
        {personName(person)}
      </bdi>
      <span className="ellipsis ink-2" title={person.company}>
        {[person.name === '' ? '' : person.company, person.courier].filter((one) => one !== '').join(' · ')}
      </span>
    </div>
  );
}

const shownTries = 6;

function PersonCard({
  person,
  onEdit,
  onRemove,
}: {
  readonly person: Person;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const openCase = useScreen((state) => state.openCase);
  const tries = useLive(() => listContactsWith(person.id), [person.id]) ?? [];
  const waiting = useLive(() => countWaitingFor(person.id), [person.id]) ?? 0;
  const facts = (['phone', 'wechat', 'company', 'courier', 'note'] as const).filter(
    (field) => person[field] !== '',
  );
  return (
    <aside className="people-card card" aria-label={personName(person)}>
      <h2>
        <bdi>{personName(person)}</bdi>
        <span className="chip wait">{wordsIn(roleOf(person.role).title, i18n.language)}</span>
      </h2>
      <div className="key-values">
        {facts.flatMap((field) => [
          <span key={`${field} name`}>{t(`people.column.${field}`)}</span>,
          <span key={field}>
            <MaskedText text={person[field]} />{' '}
            {field === 'phone' || field === 'wechat' ? (
              <button
                type="button"
                className="btn small plain"
                onClick={() => {
                  copy(person[field]);
                }}
              >
                {t('common.copy')}
              </button>
            ) : null}
          </span>,
        ])}
        <PersonDetails person={person} />
      </div>
      {waiting > 0 ? <p className="ink-2">{t('people.waitingCases', { count: waiting })}</p> : null}
      <h3>{t('people.history')}</h3>
      {tries.length === 0 ? <p className="ink-3">{t('people.noHistory')}</p> : null}
      <ul className="people-tries">
        {tries.slice(0, shownTries).map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => {
                openCase(one.caseId);
              }}
            >
              <span className="ink-3">{momentWords(t, one.at, present)}</span>{' '}
              {t(`playbook.channel.${one.channel}`)} · {t(`playbook.result.${one.result}`)}{' '}
              <span className="ink-2">{one.note}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="person-buttons">
        <button type="button" className="btn small" onClick={onEdit}>
          {t('common.edit')}
        </button>
        <button type="button" className="btn small plain" title={t('trash.deleteHint')} onClick={onRemove}>
          {t('common.delete')}
        </button>
      </div>
    </aside>
  );
}
