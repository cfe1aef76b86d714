/** One entry of a calendar file. Times are epoch ms; the texts must hold no personal data. */
export type IcsEvent = {
  /** Stays the same from export to export, so that a calendar replaces instead of doubling. */
  readonly uid: string;
  readonly at: number;
  readonly summary: string;
  readonly description: string;
  /** Minutes before the time at which the calendar rings; null does not ring. */
  readonly alarmMinutes: number | null;
};

const maxOctets = 75;

/** Text values: backslash, semicolon and comma are escaped, line breaks become \n (RFC 5545 3.3.11). */
function escapeText(text: string): string {
  return text
    .replace(/\\/gu, '\\\\')
    .replace(/;/gu, '\\;')
    .replace(/,/gu, '\\,')
    .replace(/\r\n|\r|\n/gu, '\\n')
    .replace(/\p{Cc}/gu, '');
}

function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}

/** Folds a line at 75 octets without cutting a character in two; each further line begins with a space. */
function fold(line: string): string {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > maxOctets) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}

/** An instant in UTC: `20261123T073000Z`. */
function utcStamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
}

function eventLines(event: IcsEvent, stamp: number): readonly string[] {
  const alarm =
    event.alarmMinutes === null
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escapeText(event.summary)}`,
          `TRIGGER:-PT${Math.max(0, Math.round(event.alarmMinutes))}M`,
          'END:VALARM',
        ];
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utcStamp(stamp)}`,
    `DTSTART:${utcStamp(event.at)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    'TRANSP:TRANSPARENT',
    ...alarm,
    'END:VEVENT',
  ];
}

/** A calendar file (RFC 5545): UTC times, folded lines, CRLF. `stamp` is when it was made, epoch ms. */
export function writeIcs(events: readonly IcsEvent[], stamp: number, name: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Liudi//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
