import { Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { personRoles } from '#shared/knowledge/people-roles';
import { listPeople } from '../../data/people-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { findPeople, indexPeople } from './find-people';
import { PeopleFiles } from './people-files';
import { PeopleList } from './people-list';

/** The contact book: found by any part of it, also by pinyin initials. */
export function PeopleTab() {
  const { t, i18n } = useTranslation();
  const people = useLive(listPeople, []);
  const showOverlay = useScreen((state) => state.showOverlay);
  const [text, setText] = useState('');
  const [role, setRole] = useState('');
  const index = useMemo(() => indexPeople(people ?? [], i18n.language), [people, i18n.language]);
  const shown = useMemo(() => findPeople(index, text, role), [index, text, role]);
  if (people === undefined) return null;
  return (
    <>
      <div className="people-bar">
        <Input
          className="people-search"
          data-hotkey="list-search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          allowClear
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Select
          aria-label={t('people.column.role')}
          value={role}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('people.allRoles') },
            ...personRoles.map((one) => ({ value: one.id, label: wordsIn(one.title, i18n.language) })),
          ]}
          onChange={setRole}
        />
        <span className="ink-3 people-keys">
          <kbd>Enter</kbd> {t('common.edit')} · <kbd>C</kbd> {t('people.copyPhone')} · <kbd>Del</kbd>{' '}
          {t('common.delete')}
        </span>
        <span className="grow" />
        <PeopleFiles people={people} />
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            showOverlay({ kind: 'person', personId: null });
          }}
        >
          {t('people.add')}
        </button>
      </div>
      {shown.length === 0 ? (
        <div className="empty">
          <h2>{t(people.length === 0 ? 'people.emptyTitle' : 'people.noneFound')}</h2>
          {people.length === 0 ? <p>{t('people.emptyText')}</p> : null}
        </div>
      ) : (
        <PeopleList people={shown} />
      )}
    </>
  );
}
