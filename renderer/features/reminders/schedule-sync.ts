import i18next from 'i18next';
import { occurrenceId } from '#shared/domain/reminder';
import { getCases } from '../../data/case-repository';
import { watch } from '../../data/live';
import { readPromises } from '../../data/commitment-repository';
import { listRoundAlarms, markRoundsRung, patrolPlatforms, roundAlarmId } from '../../data/patrol-repository';
import { listPendingReminders, markFired } from '../../data/reminder-repository';
import { readRuleTitles, titleIn } from '../../data/use-rule-titles';
import { now } from '../../platform/clock';
import { ask, listen } from '../../platform/desktop';
import { taskWords } from '../../text/commitment-words';
import { dueWords } from '../../text/time-words';
import { startTelling } from './tell-main';
import type { ScheduleEntry } from '#shared/ipc/contract';
import { printable } from '#shared/domain/printable';

/** Main keeps this many alarms; the rest follows as these ring. */
const scheduleLimit = 5000;

/** The patrol rounds of the coming days: which platforms to look at, and no case (R60, R70). */
async function readRounds(): Promise<ScheduleEntry[]> {
  const present = now();
  const [rounds, shown] = await Promise.all([listRoundAlarms(present), patrolPlatforms()]);
  const places = shown.map((platform) => i18next.t(`domain.platform.${platform}`));
  return rounds.map(({ kind, at, endsAt }) => ({
    occurrence: `${roundAlarmId(kind)}@${at}`,
    reminderId: roundAlarmId(kind),
    caseId: null,
    dueAt: at,
    kind: 'patrol',
    endsAt,
    title: i18next.t(`patrol.ring.${kind}`),
    body: places.join(' · '),
  }));
}

/** All alarms still to ring as main takes them, in the seller's language. */
async function readSchedule(language: 'zh' | 'en'): Promise<ScheduleEntry[]> {
  const rounds = await readRounds();
  const reminders = (await listPendingReminders()).slice(0, scheduleLimit - rounds.length);
  const cases = new Map(
    (await getCases([...new Set(reminders.map((one) => one.caseId))])).map((one) => [one.id, one]),
  );
  const titles = await readRuleTitles();
  const promises = await readPromises(reminders);
  const alarms = reminders.map((reminder): ScheduleEntry => {
    const item = cases.get(reminder.caseId);
    const promise = promises.get(reminder.commitmentId ?? '');
    const what =
      (promise === undefined ? undefined : taskWords(i18next.t, promise)) ??
      titleIn(titles, reminder.ruleId, language) ??
      (reminder.text === '' ? i18next.t('today.followUp') : reminder.text);
    const platform = item === undefined ? '' : i18next.t(`domain.platform.${item.platform}`);
    const endsAt = reminder.kind === 'deadline' ? reminder.dueAt + reminder.leadMs : null;
    const ends =
      endsAt === null
        ? ''
        : i18next.t('reminders.endsAt', { when: dueWords(i18next.t, endsAt, reminder.dueAt) });
    return {
      occurrence: occurrenceId(reminder),
      reminderId: reminder.id,
      caseId: reminder.caseId,
      dueAt: reminder.dueAt,
      kind: reminder.kind,
      endsAt,
      title: printable(what).slice(0, 300),
      body: [platform, printable(item?.buyerId ?? ''), item?.caseNo ?? '', ends]
        .filter((part) => part !== '')
        .join(' · '),
    };
  });
  return [...rounds, ...alarms];
}

/** Hands the schedule over once more, for the moment before the page goes. */
export async function handScheduleOver(language: 'zh-CN' | 'en'): Promise<void> {
  await ask('setSchedule', await readSchedule(language === 'en' ? 'en' : 'zh'));
}

/** Brings what main has rung into the database, then tells main that it is known here. */
async function takeFired(): Promise<void> {
  const fired = await ask('listFired');
  if (fired.length === 0) return;
  await markFired(fired, now());
  await markRoundsRung(fired);
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
  onClicked: (caseId: string | null) => void,
  onError: (error: unknown) => void,
): () => void {
  // One after the other: an older schedule must never overtake a newer one.
  let line: Promise<unknown> = takeFired().catch(onError);
  const enqueue = (job: () => Promise<unknown>): void => {
    line = line.then(job).catch(onError);
  };
  const hand = (): (() => void) =>
    watch(
      () => readSchedule(language === 'en' ? 'en' : 'zh'),
      (entries) => {
        enqueue(() => ask('setSchedule', entries));
      },
      onError,
    );
  let stopHanding = hand();
  const stops = [
    () => {
      stopHanding();
    },
    // Which rounds lie ahead depends on the clock, so a clock that jumped means another schedule.
    listen('clockChanged', () => {
      stopHanding();
      stopHanding = hand();
    }),
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
