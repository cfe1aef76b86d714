/**
 * When a picture was taken, as the camera wrote it. `local` is the camera's own clock (`YYYY-MM-DDTHH:mm:ss`), `offset`
 * its distance from UTC (`+08:00`) where it wrote one: without it nobody knows which instant was meant.
 */
export type TakenTime = { readonly local: string; readonly offset: string | null };

const stamp = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/;
const offsetForm = /^(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads EXIF's `YYYY:MM:DD HH:mm:ss` and `+HH:mm`. Null for cameras whose clock was never set, and for nonsense. */
export function readTakenTime(text: unknown, offsetText: unknown): TakenTime | null {
  const parts = typeof text === 'string' ? stamp.exec(text) : null;
  if (parts === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${local}Z`);
  // `Date` would take 30 February for 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== local) return null;
  if (Number(year) < 1990) return null;
  const offset = typeof offsetText === 'string' ? offsetText.trim() : '';
  return { local, offset: offsetForm.test(offset) ? (offset === 'Z' ? '+00:00' : offset) : null };
}

/** As it is shown: `2026-11-19 12:30:05 (UTC+08:00)`; without an offset nothing is claimed. */
export function takenWords({ local, offset }: TakenTime): string {
  return `${local.replace('T', ' ')}${offset === null ? '' : ` (UTC${offset})`}`;
}
