import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import {
  findPersonProblems,
  personLimits,
  type PersonInput,
  type PersonProblem,
} from '#shared/domain/person';
import { personRoles, roleOf } from '#shared/knowledge/people-roles';
import { getPerson, savePerson } from '../../data/people-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import type { PersonId, ShopId } from '#shared/domain/ids';
import './people.css';

const empty: PersonInput = {
  role: 'supplier',
  name: '',
  phone: '',
  wechat: '',
  company: '',
  courier: '',
  shopId: null,
  note: '',
};

/** Adds somebody to the contact book (`personId` null) or changes an entry. */
export function PersonDialog({
  personId,
  onClose,
}: {
  readonly personId: PersonId | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const stored = useLive(
    async () => ({ person: personId === null ? undefined : await getPerson(personId) }),
    [personId],
  );
  return (
    <Modal
      open
      centered
      width={560}
      title={t(personId === null ? 'people.add' : 'people.change')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {stored === undefined ? null : (
        <PersonForm
          id={personId}
          start={stored.person === undefined ? empty : { ...empty, ...stored.person }}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function PersonForm({
  id: personId,
  start,
  onClose,
}: {
  readonly id: PersonId | null;
  readonly start: PersonInput;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const draft = useDraft<PersonInput>(`person:${personId ?? 'new'}`, start, now, report);
  const shops = useLive(listShops, []) ?? [];
  const [tried, setTried] = useState(false);
  const value = draft.value;
  if (value === undefined) return null;
  const problems = findPersonProblems(value);
  const problemOf = (name: PersonProblem): string | undefined =>
    tried && problems.includes(name) ? t(`people.problem.${name}`) : undefined;
  const save = (): void => {
    setTried(true);
    if (problems.length > 0) return;
    savePerson(value, now(), personId ?? undefined)
      .then(() => draft.clear())
      .then(
        () => {
          tell('people.saved');
          onClose();
        },
        (error: unknown) => {
          report(error, save);
        },
      );
  };
  const line = (
    field: 'name' | 'phone' | 'wechat' | 'company' | 'courier',
    problem?: string,
    focus = false,
  ) => (
    <Field label={t(`people.column.${field}`)} problem={problem}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          autoFocus={focus}
          maxLength={personLimits.line}
          value={value[field]}
          status={problem === undefined ? '' : 'error'}
          onChange={(event) => {
            draft.change({ [field]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event)) return;
        // Enter in a select picks; in the note it breaks the line.
        if (event.ctrlKey || event.metaKey) save();
        else if (event.target instanceof HTMLTextAreaElement) return;
        else if (event.target instanceof HTMLInputElement && event.target.role !== 'combobox') save();
        else return;
        event.preventDefault();
      }}
    >
      <div className="form-grid">
        {line('name', problemOf('name'), true)}
        <Field label={t('people.column.role')}>
          {({ id }) => (
            <Select
              id={id}
              value={value.role}
              options={personRoles.map((one) => ({
                value: one.id,
                label: wordsIn(one.title, i18n.language),
              }))}
              onChange={(role: string) => {
                draft.change({ role });
              }}
            />
          )}
        </Field>
        {line('phone', problemOf('phone'))}
        {line('wechat')}
        {line('company')}
        {line('courier')}
        {shops.length < 2 ? null : (
          <Field label={t('people.shop')}>
            {({ id }) => (
              <Select
                id={id}
                value={value.shopId ?? ''}
                options={[
                  { value: '' as ShopId | '', label: t('people.allShops') },
                  ...shops.map((one) => ({ value: one.id as ShopId | '', label: one.name })),
                ]}
                onChange={(shopId: ShopId | '') => {
                  draft.change({ shopId: shopId === '' ? null : shopId });
                }}
              />
            )}
          </Field>
        )}
        {(roleOf(value.role).details ?? []).map((detail) => (
          <Field
            key={detail}
            label={t(`people.column.${detail}`)}
            hint={t(`people.detailHint.${detail}`)}
            wide
          >
            {({ id, describedBy }) => (
              <Input.TextArea
                id={id}
                aria-describedby={describedBy}
                className="area detail"
                maxLength={personLimits.note}
                value={value.details?.[detail] ?? ''}
                onChange={(event) => {
                  draft.change({ details: { ...value.details, [detail]: event.target.value } });
                }}
              />
            )}
          </Field>
        ))}
        <Field label={t('people.column.note')} problem={problemOf('long')} wide>
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              maxLength={personLimits.note}
              value={value.note}
              onChange={(event) => {
                draft.change({ note: event.target.value });
              }}
            />
          )}
        </Field>
      </div>
      <div className="person-buttons">
        {draft.restored ? <span className="ink-2">{t('common.draftRestored')}</span> : null}
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="btn primary">
          {t('common.save')} <kbd>↵</kbd>
        </button>
      </div>
    </form>
  );
}
