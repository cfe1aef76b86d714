import { useTranslation } from 'react-i18next';
import { dueOf, listTaskInbox, requesterOf } from '../../data/task-inbox';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { countdownWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import './tasks.css';

const shownMost = 5;

/** On Today: the tasks others gave and those in between, soonest first, overdue marked (R72, R106). */
export function TaskPanel({ onAll }: { readonly onAll: () => void }) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const lines = useLive(() => listTaskInbox(i18n.language), [i18n.language]);
  if (lines === undefined) return null;
  const open = lines.filter((line) => line.from === 'case' || line.task.doneAt === null);
  return (
    <section className="card side-card" aria-label={t('tasks.title')}>
      <h2>
        {open.length === 0 ? t('tasks.title') : `${t('tasks.title')} ${open.length}`}
        <span className="grow" />
        <button type="button" className="btn small" onClick={onAll}>
          {t(open.length === 0 ? 'tasks.add' : 'tasks.all')} <kbd>T</kbd>
        </button>
      </h2>
      {open.length === 0 ? null : (
        <ul className="task-short">
          {open.slice(0, shownMost).map((line) => {
            const due = dueOf(line);
            const words = due === 0 ? null : countdownWords(t, due, present, 'ours');
            const text = line.from === 'task' ? line.task.text : line.text;
            const name = requesterOf(line);
            return (
              <li key={line.from === 'task' ? line.task.id : line.item.id}>
                <span className="ellipsis" title={text}>
                  {name === '' ? '' : <span className="ink-3">{name} · </span>}
                  {text === '' ? t('tasks.noWords') : text}
                </span>
                {words === null ? null : <CountdownChip state={words.state} text={words.text} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
