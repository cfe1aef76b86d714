import { nameKey, utf8Length } from '#shared/domain/evidence-name';

/** Longest file name in UTF-8 bytes on Linux; Windows and macOS allow at least as much. */
const nameBytes = 255;

const dangerous = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029<>:"/\\|?*]/gu;
const joiners = /[\u200c\u200d]/;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?$/i;

/**
 * Makes a name from the window safe as one file or folder name on Windows, macOS and Linux: no separators, no
 * control or direction marks, no device names, no dots or blanks at the ends, at most 255 bytes with the ending
 * kept. Never empty. Applying it twice changes nothing.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(dangerous, (sign) => (joiners.test(sign) ? sign : '_'))
    .replace(/\s+/g, ' ');
  const cut = trimEnds(cutKeepingEnding(trimEnds(clean)));
  const named = cut === '' ? '_' : cut;
  return reserved.test(named) ? `_${named}` : named;
}

/** Whether a name from the window may be used exactly as it is. */
export function isSafeFileName(name: string): boolean {
  return safeFileName(name) === name;
}

/** `name`, `name (2)`, `name (3)` …: the n-th name to try when the earlier ones are taken. */
export function numberedName(name: string, attempt: number): string {
  return attempt === 1 ? name : `${name} (${attempt})`;
}

/** Names that would be one file on a disk that does not tell upper from lower case. */
export function sameFileKey(folder: string, name: string): string {
  return `${nameKey(folder)}/${nameKey(name)}`;
}

function trimEnds(text: string): string {
  return text.replaceAll(/^[\s.\u200c\u200d]+|[\s.\u200c\u200d]+$/g, '');
}

function cutKeepingEnding(name: string): string {
  if (utf8Length(name) <= nameBytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && utf8Length(name.slice(dot)) <= 20 ? name.slice(dot) : '';
  const room = nameBytes - utf8Length(ending);
  let kept = '';
  let bytes = 0;
  for (const sign of ending === '' ? name : name.slice(0, dot)) {
    bytes += utf8Length(sign);
    if (bytes > room) break;
    kept += sign;
  }
  return `${trimEnds(kept)}${ending}`;
}
