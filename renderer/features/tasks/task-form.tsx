import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { parseWhen } from '#shared/domain/parse-when';
import { taskKinds, type TaskKind } from '#shared/domain/desk-task';
import { toAppError } from '#shared/errors';
import { addTask } from '../../data/task-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';
import type { Case } from '#shared/domain/case';

/** An order number that cannot be kept, in words. */
function orderProblem(text: string): { readonly key: string } | null {
  try {
    normalizeOrderNo(text);
    return null;
  } catch (error) {
    return { key: `error.${toAppError(error).code}` };
  }
}

/** A new task: what, who asked, which kind, until when, about which order (R72, R106). Enter keeps it. */
export function TaskForm({
  item,
  known,
  present,
}: {
  /** The case it is about. */
  readonly item: Case | null;
  /** Who asked before, and who is in the contact book. */
  readonly known: readonly string[];
  readonly present: number;
}) {
  const { t } = useTranslation();
  const empty = { text: '', requester: '', due: '', orderNo: item?.orderNo ?? '' };
  const [draft, setDraft] = useState(empty);
  const [kind, setKind] = useState<TaskKind>('adHoc');
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof empty>): void => {
    setDraft({ ...draft, ...part });
  };
  const dueAt = draft.due.trim() === '' ? 0 : parseWhen(draft.due, present, 'future');
  const wrongOrder = orderProblem(draft.orderNo);
  const asksWho = kind !== 'adHoc' && draft.requester.trim() === '';
  const save = (): void => {
    setTried(true);
    if (draft.text.trim() === '' || asksWho || dueAt === null || wrongOrder !== null) return;
    const { text, requester, orderNo } = draft;
    addTask({ text, requester, orderNo, kind, dueAt, caseId: item?.id ?? null }, now()).then(() => {
      setDraft({ ...empty, requester });
      setTried(false);
    }, report);
  };
  return (
    <div
      className="task-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof HTMLInputElement))
          return;
        if (event.target.getAttribute('role') !== 'combobox') save();
      }}
    >
      <Field
        label={t('tasks.what')}
        problem={tried && draft.text.trim() === '' ? t('tasks.whatMissing') : undefined}
        wide
      >
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            autoFocus
            maxLength={500}
            placeholder={t('tasks.whatHint')}
            value={draft.text}
            onChange={(event) => {
              change({ text: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label={t('tasks.kind')}>
        {({ id }) => (
          <Select
            id={id}
            value={kind}
            options={taskKinds.map((value) => ({ value, label: t(`tasks.kinds.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Field>
      <Field
        label={t('tasks.requester')}
        problem={tried && asksWho ? t('tasks.requesterMissing') : undefined}
      >
        {({ id, describedBy }) => (
          <>
            <Input
              id={id}
              aria-describedby={describedBy}
              list={`${id}-known`}
              maxLength={60}
              value={draft.requester}
              onChange={(event) => {
                change({ requester: event.target.value });
              }}
            />
            <datalist id={`${id}-known`}>
              {known.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={t('tasks.orderNo')} problem={wrongOrder === null ? undefined : t(wrongOrder.key)}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            className="mono"
            spellCheck={false}
            value={draft.orderNo}
            onChange={(event) => {
              change({ orderNo: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label={t('tasks.due')} wide>
        {({ id, describedBy }) => (
          <WhenInput
            id={id}
            describedBy={describedBy}
            value={draft.due}
            direction="future"
            now={present}
            onChange={(due) => {
              change({ due });
            }}
          />
        )}
      </Field>
      <button type="button" className="btn primary task-add" onClick={save}>
        {t(item === null ? 'tasks.add' : 'tasks.addTo', { caseNo: item?.caseNo })} <kbd>↵</kbd>
      </button>
    </div>
  );
}
