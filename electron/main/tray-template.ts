import type { MenuItemConstructorOptions } from 'electron';
import { isoDay } from '#shared/domain/shanghai-time';
import { clockWords, minuteOfDay } from '#shared/domain/quiet-hours';
import { nativeText } from './native-text';
import type { Language } from './preferences';

/** What the tray shows; two equal ones are the same picture. */
export type TrayView = {
  readonly language: Language;
  /** How many rung reminders wait. */
  readonly waiting: number;
  /** What rings next and when, in words; empty when nothing does. */
  readonly next: string;
  /** Until when alarms are paused, in words; empty when they ring. */
  readonly pausedUntil: string;
};

export type TrayActions = {
  readonly open: () => void;
  readonly newCase: () => void;
  readonly pause: (pause: boolean) => void;
  readonly quit: () => void;
};

const titleLength = 30;

/** A day and minute as the tray has room for. */
export function shortMoment(at: number, now: number, language: Language): string {
  const time = clockWords(minuteOfDay(at));
  const day = isoDay(at);
  if (day === isoDay(now)) return nativeText(language).today(time);
  if (day === isoDay(now + 24 * 60 * 60 * 1000)) return nativeText(language).tomorrow(time);
  return `${day} ${time}`;
}

/** `15:00 催买家寄回`, cut where a menu would become a page. */
export function nextWords(title: string, at: number, now: number, language: Language): string {
  const letters = Array.from(title);
  const short = letters.length > titleLength ? `${letters.slice(0, titleLength).join('')}…` : title;
  return `${shortMoment(at, now, language)} ${short}`;
}

/** The line beside the icon. */
export function trayToolTip({ language, waiting, next, pausedUntil }: TrayView): string {
  const text = nativeText(language);
  const parts = [
    text.appName,
    ...(waiting === 0 ? [] : [text.waiting(waiting)]),
    ...(pausedUntil === '' ? [] : [text.paused(pausedUntil)]),
    ...(next === '' ? [] : [text.next(next)]),
  ];
  return parts.join('\n');
}

/** The tray's menu as data. */
export function trayTemplate(view: TrayView, actions: TrayActions): readonly MenuItemConstructorOptions[] {
  const text = nativeText(view.language);
  const line = { type: 'separator' } as const;
  const isPaused = view.pausedUntil !== '';
  return [
    {
      id: 'next',
      // On some desktops a single & makes the next letter a key.
      label: (view.next === '' ? text.nothingNext : text.next(view.next)).replaceAll('&', '&&'),
      enabled: false,
    },
    ...(view.waiting === 0
      ? []
      : [{ id: 'waiting', label: text.waiting(view.waiting), click: actions.open }]),
    line,
    { id: 'open', label: text.open, click: actions.open },
    { id: 'newCase', label: text.menu.newCase, click: actions.newCase },
    {
      id: 'pause',
      label: isPaused ? text.resume(view.pausedUntil) : text.pause,
      click: () => {
        actions.pause(!isPaused);
      },
    },
    line,
    { id: 'quit', label: text.menu.quit, click: actions.quit },
  ];
}
