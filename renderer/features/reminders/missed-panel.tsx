import { useTranslation } from 'react-i18next';
import { getCases } from '../../data/case-repository';
import { readPromises } from '../../data/commitment-repository';
import { dismissRound, listRoundsNotDone } from '../../data/patrol-repository';
import { dismissReminder, listFiredReminders } from '../../data/reminder-repository';
import { useRuleTitles } from '../../data/use-rule-titles';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { taskWords } from '../../text/commitment-words';
import { momentWords } from '../../text/time-words';
import './reminders.css';
import type { CaseId } from '#shared/domain/ids';
import type { Reminder } from '#shared/domain/reminder';

const lateMs = 5 * 60_000;

/** How it rang: in time, missed by a closed app, or late because of sleep, quiet hours or a pause. */
function rangKey({ missed, firedAt, dueAt }: Reminder): string {
  if (missed === true) return 'reminders.missedAt';
  return firedAt !== null && firedAt - dueAt > lateMs ? 'reminders.lateAt' : 'reminders.rangAt';
}

/**
 * Reminders that have rung and were not attended to, those missed while the app was off among them. The list is
 * the truth; the system's notification is only a copy of it.
 */
export function RungPanel({ onOpen }: { readonly onOpen: (id: CaseId) => void }) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const titleOf = useRuleTitles();
  const rung = useLive(async () => {
    const fired = await listFiredReminders();
    const cases = new Map(
      (await getCases([...new Set(fired.map((one) => one.caseId))])).map((one) => [one.id, one]),
    );
    const promises = await readPromises(fired);
    return fired.flatMap((reminder) => {
      const item = cases.get(reminder.caseId);
      const promise = promises.get(reminder.commitmentId ?? '');
      return item === undefined ? [] : [{ reminder, item, promise }];
    });
  }, []);
  const rounds = useLive(listRoundsNotDone, []);
  const walkRound = useScreen((state) => state.walkRound);
  return (
    <section className="card side-card" aria-label={t('reminders.rung')}>
      <h2>
        {t('reminders.rung')}{' '}
        <span className="ink-3">
          {rung === undefined || rounds === undefined ? '' : rung.length + rounds.length}
        </span>
      </h2>
      {rung?.length === 0 && rounds?.length === 0 ? (
        <p className="ink-3 side-note">{t('reminders.none')}</p>
      ) : null}
      <ul className="rung">
        {rounds?.map(({ kind, at }) => (
          <li key={kind}>
            <button type="button" className="rung-open" onClick={walkRound}>
              <span className="bold ellipsis">{t(`patrol.ring.${kind}`)}</span>
              <span className="ellipsis">{t('patrol.roundAt', { when: momentWords(t, at, present) })}</span>
              <span className="ink-3">{t('patrol.notDone')}</span>
            </button>
            <button
              type="button"
              className="btn small"
              aria-label={t('reminders.seenOf', { buyerId: t(`patrol.ring.${kind}`) })}
              onClick={() => {
                dismissRound(kind).catch((error: unknown) => {
                  report(error);
                });
              }}
            >
              {t('reminders.seen')}
            </button>
          </li>
        ))}
        {rung?.slice(0, 30).map(({ reminder, item, promise }) => {
          return (
            <li key={reminder.id}>
              <button
                type="button"
                className="rung-open"
                onClick={() => {
                  onOpen(item.id);
                }}
              >
                <bdi className="bold ellipsis">{item.buyerId}</bdi>
                <span className="ellipsis">
                  {(promise === undefined ? undefined : taskWords(t, promise)) ??
                    titleOf(reminder.ruleId, i18n.language) ??
                    (reminder.text === '' ? t('today.followUp') : reminder.text)}
                </span>
                <span className={rangKey(reminder) === 'reminders.rangAt' ? 'ink-3' : 'rung-late'}>
                  {t(rangKey(reminder), {
                    when: momentWords(t, reminder.dueAt, present),
                  })}
                </span>
              </button>
              <button
                type="button"
                className="btn small"
                aria-label={t('reminders.seenOf', { buyerId: item.buyerId })}
                onClick={() => {
                  dismissReminder(reminder.id).catch((error: unknown) => {
                    report(error);
                  });
                }}
              >
                {t('reminders.seen')}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="ink-3 side-note">{t('reminders.onlyWhileRunning')}</p>
    </section>
  );
}
