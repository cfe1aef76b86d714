import { Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '#shared/domain/person';
import { getCase } from '../../data/case-repository';
import { listPeople } from '../../data/people-repository';
import { listTaskInbox, requesterOf, type InboxLine } from '../../data/task-inbox';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { TaskForm } from './task-form';
import { TaskRow } from './task-row';
import './tasks.css';
import type { CaseId } from '#shared/domain/ids';

const shows = ['open', 'done'] as const;
/** How many done ones are drawn; the rest stays in the database. */
const doneMost = 100;

const isDone = (line: InboxLine): boolean => line.from === 'task' && line.task.doneAt !== null;

/** Requesters, each once, with how many open tasks each has. */
function requesters(lines: readonly InboxLine[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(requesterOf(line), (counts.get(requesterOf(line)) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a.localeCompare(b, 'zh-CN'));
}

/** The inbox of tasks: what others asked for and what is to be done in between, by requester, soonest first (R72, R106). */
export function TaskDialog({
  caseId,
  onOpen,
  onClose,
}: {
  /** A case new tasks are about; null without one. */
  readonly caseId: CaseId | null;
  readonly onOpen: (id: CaseId) => void;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const [who, setWho] = useState<string | null>(null);
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const lines = useLive(() => listTaskInbox(i18n.language), [i18n.language]);
  const people = useLive(listPeople, []);
  const item = useLive(async () => (caseId === null ? null : ((await getCase(caseId)) ?? null)), [caseId]);
  if (lines === undefined || people === undefined || item === undefined) return null;
  const side = lines.filter((line) => isDone(line) === (show === 'done'));
  const names = requesters(side);
  const shown = side
    .filter((line) => who === null || requesterOf(line) === who)
    .slice(0, show === 'done' ? doneMost : undefined);
  const known = [...new Set([...lines.map(requesterOf), ...people.map(personName)])].filter(
    (name) => name !== '',
  );
  return (
    <Modal open footer={null} width={880} title={t('tasks.title')} onCancel={onClose}>
      <TaskForm item={item} known={known} present={present} />
      <div className="task-bar">
        <Segmented
          aria-label={t('tasks.show')}
          value={show}
          options={shows.map((value) => ({
            value,
            label: `${t(`tasks.shows.${value}`)} ${lines.filter((line) => isDone(line) === (value === 'done')).length}`,
          }))}
          onChange={setShow}
        />
        <Select
          allowClear
          className="task-who"
          aria-label={t('tasks.filter')}
          placeholder={t('tasks.filter')}
          value={who}
          options={names.map(([value, count]) => ({
            value: value as string | null,
            label: `${value === '' ? t('tasks.own') : value} ${count}`,
          }))}
          onChange={(value) => {
            setWho(value ?? null);
          }}
        />
      </div>
      {shown.length === 0 ? (
        <p className="ink-3 task-none">{t(show === 'open' ? 'tasks.none' : 'tasks.noneDone')}</p>
      ) : (
        <ul className="task-list" aria-label={t(`tasks.shows.${show}`)}>
          {shown.map((line) => (
            <TaskRow
              key={line.from === 'task' ? line.task.id : line.item.id}
              line={line}
              present={present}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
    </Modal>
  );
}
