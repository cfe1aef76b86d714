import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { isLate, isSettled, taskTicks, type DeskTask, type TaskTick } from '#shared/domain/desk-task';
import { dueOf, requesterOf, type InboxLine } from '../../data/task-inbox';
import { removeTask, setTaskDone, tickTask } from '../../data/task-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { countdownWords, momentWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { PlatformMark } from '../../ui/platform-mark';
import type { CaseId } from '#shared/domain/ids';

type Props = { readonly line: InboxLine; readonly present: number; readonly onOpen: (id: CaseId) => void };

/** One task: what, who asked, until when, and what is ticked. One that is a case is ticked there. */
export function TaskRow({ line, present, onOpen }: Props) {
  const { t } = useTranslation();
  const { item } = line;
  const due = dueOf(line);
  const done = line.from === 'task' ? line.task.doneAt : null;
  const requester = requesterOf(line);
  const text = line.from === 'task' ? line.task.text : line.text;
  const kind = line.from === 'task' ? t(`tasks.kinds.${line.task.kind}`) : line.kind;
  return (
    <li className={done === null ? 'task-row' : 'task-row done'}>
      <div className="task-what">
        <b className="task-text">{text === '' ? t('tasks.noWords') : text}</b>
        <span className="ink-3">
          {[requester === '' ? t('tasks.own') : t('tasks.from', { name: requester }), kind]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {item === null ? (
          line.from === 'task' && line.task.orderNo !== '' ? (
            <span className="ink-3 mono">{line.task.orderNo}</span>
          ) : null
        ) : (
          <button
            type="button"
            className="btn small plain"
            onClick={() => {
              onOpen(item.id);
            }}
          >
            <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
            <bdi>{item.buyerId}</bdi> <span className="mono">{item.caseNo}</span>
          </button>
        )}
      </div>
      <div className="task-when">
        {done !== null ? (
          <span className="chip ok">{t('tasks.doneAt', { when: momentWords(t, done, present) })}</span>
        ) : due === 0 ? null : (
          <Due
            due={due}
            late={line.from === 'task' ? isLate(line.task, present) : due < present}
            present={present}
          />
        )}
      </div>
      {line.from === 'task' ? (
        <Ticks task={line.task} />
      ) : (
        <div className="task-ticks" title={t('tasks.tickedThere')}>
          {taskTicks.map((tick) => (
            <Checkbox key={tick} disabled checked={line.ticks[tick]}>
              {t(`tasks.ticks.${tick}`)}
            </Checkbox>
          ))}
        </div>
      )}
    </li>
  );
}

function Due({
  due,
  late,
  present,
}: {
  readonly due: number;
  readonly late: boolean;
  readonly present: number;
}) {
  const { t } = useTranslation();
  const { state, text } = countdownWords(t, due, present, 'ours');
  return (
    <span title={momentWords(t, due, present)}>
      <CountdownChip state={late ? 'late' : state} text={text} />
    </span>
  );
}

function Ticks({ task }: { readonly task: DeskTask }) {
  const { t } = useTranslation();
  const run = (job: Promise<unknown>): void => {
    job.catch((error: unknown) => {
      report(error);
    });
  };
  const set = (tick: TaskTick, how: 'done' | 'notNeeded' | 'open'): void => {
    run(tickTask(task.id, tick, how, now()));
  };
  return (
    <div className="task-ticks">
      {task.kind === 'adHoc' ? (
        <Checkbox
          checked={task.doneAt !== null}
          onChange={(event) => {
            run(setTaskDone(task.id, event.target.checked, now()));
          }}
        >
          {t('tasks.done')}
        </Checkbox>
      ) : (
        taskTicks.map((tick) => (
          <span key={tick}>
            <Checkbox
              checked={(task.ticks[tick] ?? 0) > 0}
              disabled={task.ticks[tick] === 0}
              onChange={(event) => {
                set(tick, event.target.checked ? 'done' : 'open');
              }}
            >
              {t(`tasks.ticks.${tick}`)}
            </Checkbox>
            {tick === 'replied' || (task.ticks[tick] ?? 0) > 0 ? null : (
              <button
                type="button"
                className="btn small plain"
                aria-pressed={task.ticks[tick] === 0}
                onClick={() => {
                  set(tick, task.ticks[tick] === 0 ? 'open' : 'notNeeded');
                }}
              >
                {t(task.ticks[tick] === 0 ? `tasks.needed` : 'tasks.notNeeded', {
                  what: t(`tasks.ticks.${tick}`),
                })}
              </button>
            )}
          </span>
        ))
      )}
      {task.kind !== 'adHoc' && task.doneAt === null && isSettled(task.ticks) ? (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            run(setTaskDone(task.id, true, now()));
          }}
        >
          {t('tasks.done')}
        </button>
      ) : null}
      <span className="grow" />
      <button
        type="button"
        className="btn small plain"
        aria-label={t('tasks.removeThis', { text: task.text })}
        onClick={() => {
          run(removeTask(task.id, now()));
        }}
      >
        {t('common.delete')}
      </button>
    </div>
  );
}
