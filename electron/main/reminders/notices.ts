import { nativeText } from '../native-text';
import type { Language } from '../preferences';
import type { Ringing } from './alarm-core';

/** One native notification. `opens` is what a click leads to; null for a group: then the Today screen. */
export type Notice = {
  readonly title: string;
  readonly body: string;
  readonly opens: { readonly caseId: string; readonly reminderId: string } | null;
};

/** More than this many at once become one notification: a wall of them hides each. */
const singleNotices = 3;
const titlesShown = 3;

/**
 * What the seller sees for reminders that ring now: missed ones always as one group, the others each on its own
 * up to three, else as one group.
 */
export function noticesFor(ringing: readonly Ringing[], language: Language): readonly Notice[] {
  const text = nativeText(language);
  const missed = ringing.filter(({ record }) => record.missed);
  const due = ringing.filter(({ record }) => !record.missed);
  const missedNotices = missed.length === 0 ? [] : [group(missed, text.missedTitle, language)];
  if (due.length > singleNotices) return [...missedNotices, group(due, text.dueTitle, language)];
  return [
    ...missedNotices,
    ...due.map(({ entry }) => ({ title: entry.title, body: entry.body, opens: target(entry) })),
  ];
}

function group(ringing: readonly Ringing[], title: (count: number) => string, language: Language): Notice {
  const titles = ringing.slice(0, titlesShown).map(({ entry }) => entry.title);
  const rest = ringing.length - titles.length;
  const lines = rest === 0 ? titles : [...titles, nativeText(language).more(rest)];
  const only = ringing.length === 1 ? ringing[0] : undefined;
  return {
    title: title(ringing.length),
    body: lines.join('\n'),
    opens: only === undefined ? null : target(only.entry),
  };
}

function target({ caseId, reminderId }: { readonly caseId: string; readonly reminderId: string }) {
  return { caseId, reminderId };
}

/**
 * Notification servers on Linux read the body as markup (freedesktop "body-markup"), and Electron hands it over
 * as it is: without this a buyer's `<b>` would vanish and `<a>` become a link.
 */
export function escapeMarkup(body: string): string {
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
