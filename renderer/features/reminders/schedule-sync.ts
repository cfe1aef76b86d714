import i18next from 'i18next';
import { occurrenceId } from '#shared/domain/reminder';
import { getCases } from '../../data/case-repository';
import { watch } from '../../data/live';
import { listPendingReminders, markFired } from '../../data/reminder-repository';
import { readRuleTitles, titleIn } from '../../data/use-rule-titles';
import { now } from '../../platform/clock';
import { ask, listen } from '../../platform/desktop';
import { momentWords } from '../../text/time-words';
import { startTelling } from './tell-main';
import type { ScheduleEntry } from '#shared/ipc/contract';

/** Main keeps this many alarms; the rest follows as these ring. */
const scheduleLimit = 5000;

/** All alarms still to ring as main takes them, in the seller's language. */
async function readSchedule(language: 'zh' | 'en'): Promise<ScheduleEntry[]> {
  const reminders = (await listPendingReminders()).slice(0, scheduleLimit);
  const cases = new Map(
    (await getCases([...new Set(reminders.map((one) => one.caseId))])).map((one) => [one.id, one]),
  );
  const titles = await readRuleTitles();
  return reminders.map((reminder) => {
    const item = cases.get(reminder.caseId);
    const what =
      titleIn(titles, reminder.ruleId, language) ??
      (reminder.text === '' ? i18next.t('today.followUp') : reminder.text);
    const platform = item === undefined ? '' : i18next.t(`domain.platform.${item.platform}`);
    const endsAt = reminder.kind === 'deadline' ? reminder.dueAt + reminder.leadMs : null;
    const ends =
      endsAt === null
        ? ''
        : i18next.t('reminders.endsAt', { when: momentWords(i18next.t, endsAt, reminder.dueAt) });
    return {
      occurrence: occurrenceId(reminder),
      reminderId: reminder.id,
      caseId: reminder.caseId,
      dueAt: reminder.dueAt,
      kind: reminder.kind,
      endsAt,
      title: what.slice(0, 300),
      body: [platform, item?.buyerId ?? '', item?.caseNo ?? '', ends]
        .filter((part) => part !== '')
        .join(' · '),
    };
  });
}

/** Brings what main has rung into the database, then tells main that it is known here. */
async function takeFired(): Promise<void> {
  const fired = await ask('listFired');
  if (fired.length === 0) return;
  await markFired(fired, now());
  await ask(
    'acknowledgeFired',
    fired.map((one) => one.occurrence),
  );
}

/**
 * Hands main the whole schedule whenever it changes, and takes in what main has rung. The renderer owns the data,
 * main owns the clock. Returns how to stop.
 */
export function startReminders(
  language: 'zh-CN' | 'en',
  onClicked: (caseId: string) => void,
  onError: (error: unknown) => void,
): () => void {
  // One after the other: an older schedule must never overtake a newer one.
  let line: Promise<unknown> = takeFired().catch(onError);
  const enqueue = (job: () => Promise<unknown>): void => {
    line = line.then(job).catch(onError);
  };
  const stops = [
    watch(
      () => readSchedule(language === 'en' ? 'en' : 'zh'),
      (entries) => {
        enqueue(() => ask('setSchedule', entries));
      },
      onError,
    ),
    startTelling(onError),
    listen('reminderFired', () => {
      enqueue(takeFired);
    }),
    listen('reminderClicked', ({ caseId }) => {
      onClicked(caseId);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
