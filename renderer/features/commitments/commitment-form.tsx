import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentDefaults, commitmentKinds, commitmentTriggers } from '#shared/domain/commitment';
import { isoMinute } from '#shared/domain/shanghai-time';
import { addCommitment } from '../../data/commitment-repository';
import { listDeadlines } from '../../data/deadline-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';
import {
  emptyCommitment,
  readCommitment,
  withKind,
  type CommitmentDraft,
  type CommitmentFault,
} from './commitment-draft';
import type { CaseId } from '#shared/domain/ids';

/** A new promise: what, how much, to where, and when it falls due. Enter saves, what is typed survives a crash. */
export function CommitmentForm({
  caseId,
  present,
  onClose,
}: {
  readonly caseId: CaseId;
  readonly present: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const draft = useDraft<CommitmentDraft>(`case:${caseId}:commitment`, emptyCommitment, now, report);
  const closing = useLive(
    async () =>
      (await listDeadlines(caseId)).find(({ onMiss }) => onMiss === 'deemed_received')?.dueAt ?? null,
    [caseId],
  );
  if (draft.value === undefined) return null;
  const { value } = draft;
  const read = readCommitment(value, present);
  const fault = tried && 'fault' in read ? read.fault : null;
  const problem = (...faults: CommitmentFault[]): string | undefined =>
    fault !== null && faults.includes(fault) ? t(`commitments.problem.${fault}`) : undefined;
  const save = (): void => {
    setTried(true);
    const result = readCommitment(value, now());
    if ('fault' in result) return;
    addCommitment(caseId, result.input, now())
      .then(draft.clear)
      .then(() => {
        tell('commitments.saved');
        onClose();
      })
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  const { money } = commitmentDefaults[value.kind];
  const onEvent = value.trigger !== 'date' && value.trigger !== 'nextOrder';
  const line = (
    name: 'amount' | 'account' | 'text' | 'within',
    label: string,
    ...faults: CommitmentFault[]
  ) => (
    <Field label={label} problem={problem(...faults)} wide={name === 'text'}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={value[name]}
          status={problem(...faults) === undefined ? '' : 'error'}
          placeholder={name === 'account' || name === 'text' ? t(`commitments.placeholder.${name}`) : ''}
          onChange={(event) => {
            draft.change({ [name]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <form
      className="commitment-form"
      aria-label={t('commitments.add')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComposing(event)) {
          // Enter in an open list chooses from it.
          if (event.target.getAttribute('role') !== 'combobox') save();
        }
      }}
    >
      <div className="form-grid">
        <Field label={t('commitments.what')} hint={t(`commitments.hint.${value.kind}`)} wide>
          {({ id, describedBy }) => (
            <Select
              id={id}
              aria-describedby={describedBy}
              value={value.kind}
              options={commitmentKinds.map((kind) => ({ value: kind, label: t(`commitments.kind.${kind}`) }))}
              onChange={(kind: CommitmentDraft['kind']) => {
                draft.change(withKind(value, kind));
              }}
            />
          )}
        </Field>
        {money || value.amount !== '' || value.kind === 'other'
          ? line('amount', t('commitments.amount'), 'amount')
          : null}
        {money ? line('account', t('commitments.account')) : null}
        <Field label={t('commitments.trigger')}>
          {({ id }) => (
            <Select
              id={id}
              value={value.trigger}
              options={commitmentTriggers.map((one) => ({ value: one, label: t(`commitments.when.${one}`) }))}
              onChange={(trigger: CommitmentDraft['trigger']) => {
                draft.change({ trigger });
              }}
            />
          )}
        </Field>
        {onEvent && commitmentDefaults[value.kind].endsWithTrigger !== true
          ? line('within', t('commitments.within'), 'within')
          : null}
        {value.trigger === 'nextOrder' ? null : (
          <Field
            label={t(onEvent ? 'commitments.lookFrom' : 'commitments.due')}
            hint={onEvent ? t('commitments.lookHint') : undefined}
            problem={problem('date', 'time')}
            wide
          >
            {({ id, describedBy }) => (
              <>
                <WhenInput
                  id={id}
                  describedBy={describedBy}
                  value={value.at}
                  direction="future"
                  now={present}
                  onChange={(at) => {
                    draft.change({ at });
                  }}
                />
                {typeof closing === 'number' && closing > present ? (
                  <button
                    type="button"
                    className="when-choice commitment-closing"
                    onClick={() => {
                      draft.change({ at: isoMinute(closing) });
                    }}
                  >
                    {t('commitments.tradeCloses', { when: momentWords(t, closing, present) })}
                  </button>
                ) : null}
              </>
            )}
          </Field>
        )}
        {line('text', t('commitments.text'), 'text')}
      </div>
      <div className="commitment-actions">
        <button type="button" className="btn small primary" onClick={save}>
          {t('common.save')}
        </button>
        <button type="button" className="btn small" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
