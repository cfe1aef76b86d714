import { countdown } from '#shared/deadlines/countdown';
import { type AlarmKind, alarmKinds } from '#shared/domain/reminder';
import type { ReminderSettings, ScheduleEntry } from '#shared/ipc/contract';
import { nativeText } from '../native-text';
import type { Language } from '../preferences';
import type { Ringing } from './alarm-core';

/** One native notification. `opens` is what a click leads to; null for a group: then the Today screen. */
export type Notice = {
  readonly title: string;
  readonly body: string;
  /** Whose sound it rings with; null when that is switched off. */
  readonly sound: AlarmKind | null;
  readonly opens: { readonly caseId: string | null; readonly reminderId: string } | null;
};

/** What the words depend on besides the alarm. */
export type NoticeFacts = {
  readonly now: number;
  readonly language: Language;
  /** With the app locked no personal data leaves it: no buyer, no typed words. */
  readonly locked: boolean;
  readonly sounds: ReminderSettings['sounds'];
};

/** More than this many at once become one notification: a wall of them hides each. */
const singleNotices = 3;
const titlesShown = 3;
const minute = 60_000;

/**
 * The words of one alarm, and the only place that composes them: what to do (verb first), how long is left at this
 * moment, whose case it is.
 */
export function noticeText(
  entry: ScheduleEntry,
  { now, language, locked }: Omit<NoticeFacts, 'sounds'>,
): { readonly title: string; readonly body: string } {
  const text = nativeText(language);
  // The title of a deadline is its rule's, that of a round ours; the others may hold what the seller typed.
  const isTyped = entry.kind === 'followUp' || entry.kind === 'commitment';
  const title = locked && isTyped ? text.lockedFollowUp : entry.title;
  const parts = [distanceWords(entry, now, language), locked ? '' : entry.body];
  return { title, body: parts.filter((part) => part !== '').join(' · ') };
}

function distanceWords({ kind, dueAt, endsAt }: ScheduleEntry, now: number, language: Language): string {
  const text = nativeText(language);
  if (kind === 'patrol') return text.notDone;
  const words = (at: number) => {
    const { days, hours, minutes } = countdown(at, now);
    return text.distance(days, hours, minutes);
  };
  if (kind === 'deadline' && endsAt !== null) return (endsAt > now ? text.left : text.over)(words(endsAt));
  return now - dueAt < minute ? text.dueNow : text.late(words(dueAt));
}

/**
 * What the seller sees for reminders that ring now: missed ones always as one group, the others each on its own
 * up to three, else as one group. A patrol round is neither missed nor due: it stands on its own while it can still
 * be walked, and is only listed after that.
 */
export function noticesFor(ringing: readonly Ringing[], facts: NoticeFacts): readonly Notice[] {
  const text = nativeText(facts.language);
  const rounds = ringing.filter(
    ({ entry }) => entry.kind === 'patrol' && (entry.endsAt ?? Infinity) > facts.now,
  );
  const timed = ringing.filter(({ entry }) => entry.kind !== 'patrol');
  const missed = timed.filter(({ record }) => record.missed);
  const due = timed.filter(({ record }) => !record.missed);
  const one = (each: Ringing): Notice => ({
    ...noticeText(each.entry, facts),
    sound: soundOf([each], facts),
    opens: target(each.entry),
  });
  return [
    ...(missed.length === 0 ? [] : [group(missed, text.missedTitle, facts)]),
    ...(due.length > singleNotices ? [group(due, text.dueTitle, facts)] : due.map(one)),
    ...rounds.map(one),
  ];
}

function group(ringing: readonly Ringing[], title: (count: number) => string, facts: NoticeFacts): Notice {
  const text = nativeText(facts.language);
  const titles = ringing.slice(0, titlesShown).map(({ entry }) => noticeText(entry, facts).title);
  const rest = ringing.length - titles.length;
  const lines = rest === 0 ? titles : [...titles, text.more(rest)];
  const only = ringing.length === 1 ? ringing[0] : undefined;
  return {
    title: title(ringing.length),
    body: facts.locked ? text.lockedGroup : lines.join('\n'),
    sound: soundOf(ringing, facts),
    opens: only === undefined ? null : target(only.entry),
  };
}

/** One sound at a time: that of a deadline drowns the others, in the order of {@link alarmKinds}. */
function soundOf(ringing: readonly Ringing[], { sounds }: NoticeFacts): AlarmKind | null {
  const kinds = alarmKinds.filter((kind) => sounds[kind]);
  return kinds.find((kind) => ringing.some(({ entry }) => entry.kind === kind)) ?? null;
}

function target({ caseId, reminderId }: ScheduleEntry) {
  return { caseId, reminderId };
}

/**
 * Notification servers on Linux read the body as markup (freedesktop "body-markup"), and Electron hands it over
 * as it is: without this a buyer's `<b>` would vanish and `<a>` become a link.
 */
export function escapeMarkup(body: string): string {
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
