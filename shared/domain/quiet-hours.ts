import type { AlarmKind } from './reminder';

/** When alarms keep still. Minutes of the Shanghai day; `from` after `to` runs over midnight, equal ones mean never. */
export type QuietHours = { readonly on: boolean; readonly from: number; readonly to: number };

/** A pause the seller asked for. Epoch ms; it holds only between the two, so a clock set back ends it. */
export type Pause = { readonly from: number; readonly until: number };

/** Everything that can hold an alarm back. */
export type Hush = { readonly quiet: QuietHours; readonly pause: Pause | null };

/** What of an alarm decides whether it may be held back. `endsAt`: when its deadline is over, epoch ms. */
export type Holdable = { readonly kind: AlarmKind; readonly endsAt: number | null };

export const defaultQuietHours: QuietHours = { on: false, from: 23 * 60, to: 7 * 60 + 30 };
export const noHush: Hush = { quiet: defaultQuietHours, pause: null };

const minute = 60_000;
const day = 24 * 60 * minute;
/** Shanghai is eight hours ahead, without daylight saving since 1991. Plain sums: this runs for every alarm at every tick. */
const ahead = 8 * 60 * minute;

/** Minutes since midnight in Shanghai. */
export function minuteOfDay(at: number): number {
  return Math.floor((((at + ahead) % day) + day) / minute) % (24 * 60);
}

/** When the quiet hours that `at` lies in are over (epoch ms); null when it lies in none. */
export function quietEnd(at: number, { on, from, to }: QuietHours): number | null {
  if (!on || from === to) return null;
  const present = minuteOfDay(at);
  const inside = from < to ? present >= from && present < to : present >= from || present < to;
  if (!inside) return null;
  const left = (to - present + 24 * 60) % (24 * 60);
  return Math.floor(at / minute) * minute + left * minute;
}

/** When the pause that `at` lies in is over; null when it lies in none. */
export function pauseEnd(at: number, pause: Pause | null): number | null {
  return pause !== null && at >= pause.from && at < pause.until ? pause.until : null;
}

/**
 * The first instant from `at` on when an alarm may ring (epoch ms). A deadline that would be over before the
 * silence is rings through it: to sleep is good, to lose the money is not.
 */
export function ringsFrom(alarm: Holdable, at: number, hush: Hush): number {
  let moment = at;
  // A pause may end inside quiet hours and quiet hours inside a pause; more than twice each cannot be.
  for (let step = 0; step < 4; step += 1) {
    const end = Math.max(quietEnd(moment, hush.quiet) ?? 0, pauseEnd(moment, hush.pause) ?? 0);
    if (end === 0 || (alarm.endsAt !== null && alarm.kind === 'deadline' && alarm.endsAt <= end))
      return moment;
    moment = end;
  }
  return moment;
}

/** A time of day as sellers write it: 1410 → `23:30`. */
export function clockWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes of the day of `23:30`, `7点半`, `21`, `24:00`; null when it is no time of day. */
export function readClock(text: string): number | null {
  const match = /^\s*(\d{1,2})\s*(?:[:：点时]\s*(\d{1,2}|半)?\s*分?)?\s*$/.exec(text.normalize('NFKC'));
  if (match === null) return null;
  const minutes = match[2] === '半' ? 30 : Number(match[2] ?? 0);
  const hours = Number(match[1]);
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  return (hours % 24) * 60 + minutes;
}
