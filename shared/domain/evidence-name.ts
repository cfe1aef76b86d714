import type { EvidenceKind } from './evidence';

/** The word a kind has in file names. Fixed: names on disk do not change with the screen's language. */
const kindWords: Readonly<Record<EvidenceKind, string>> = {
  photo: '照片',
  video: '视频',
  chat: '聊天',
  weighing: '称重',
  packingList: '清单',
  document: '文档',
  audio: '录音',
};

/** Top folder of the exported archive (R22). */
export const archiveFolder = '售后问题图片汇集';

/**
 * Room for the buyer's part of a name. Linux allows 255 UTF-8 bytes for the whole file name. Windows wants the whole
 * path short, and the buyer's part stands in it twice (folder and file): 64 UTF-16 units leave 80 for the place the
 * seller picks. No platform's nick comes near either.
 */
const buyerPartBytes = 150;
const buyerPartUnits = 64;

/** Control, direction and format marks, halves of signs, private and unassigned ones (macOS refuses those). */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
/** Emoji are glued with these, and some scripts need them. */
const keptJoiners = /[\u200c\u200d]/;
const forbidden = /[<>:"/\\|?*]/g;
const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?$/i;

/**
 * A buyer ID as part of a file name and as a folder name that Windows, macOS and Linux all accept. The order
 * matters: drop control and direction marks, compose, replace forbidden signs, cut at a whole grapheme, trim dots and
 * blanks, and check reserved device names last. Applying it twice changes nothing.
 */
export function safeNamePart(text: string): string {
  const clean = text
    .replace(invisible, (sign) => (keptJoiners.test(sign) ? sign : ''))
    // After dropping marks, not before: a mark may have kept a letter and its accent apart.
    .normalize('NFC')
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ');
  const trimmed = trimmedCut(clean);
  const named = visible.test(trimmed) ? trimmed : '_';
  return reserved.test(named) ? trimmedCut(named.replace(/^[^.]*/, '$&_')) : named;
}

function trimmedCut(text: string): string {
  return trimEnds(cut(trimEnds(text), buyerPartBytes, buyerPartUnits));
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.\u200c\u200d]+|[\s.\u200c\u200d]+$/g, '');
}

/** UTF-8 length of a text in bytes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The longest beginning of whole graphemes that fits both limits; of whole signs when the first alone is too long. */
function cut(text: string, maxBytes: number, maxUnits: number): string {
  const fits = (part: string): boolean => part.length <= maxUnits && utf8Length(part) <= maxBytes;
  if (fits(text)) return text;
  const graphemes = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const whole = longest(graphemes, fits);
  return whole === '' ? longest(Array.from(text), fits) : whole;
}

function longest(parts: readonly string[], fits: (part: string) => boolean): string {
  let kept = '';
  for (const part of parts) {
    if (!fits(kept + part)) break;
    kept += part;
  }
  return kept;
}

/** Two names that a disk without upper and lower case, or one that overlooks invisible signs, takes for one have the same key. */
export function nameKey(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      // Lower case first as well: the capital ẞ only becomes SS by way of ß.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
  );
}

/** The n-th folder name tried for a buyer when an earlier one belongs to another buyer (`A` beside `a`). */
export function folderCandidate(buyerId: string, attempt: number): string {
  const base = safeNamePart(buyerId);
  if (attempt === 1) return base;
  const tail = `~${attempt}`;
  return `${trimEnds(cut(base, buyerPartBytes - tail.length, buyerPartUnits - tail.length))}${tail}`;
}

/**
 * Name of a piece of evidence in the archive: `{买家ID}_{日期}_{类型}_{序号}.ext` (R21).
 * @param folder the buyer's folder name, from {@link folderCandidate}
 * @param day Shanghai day, `YYYYMMDD`
 * @param sequence from 1 within buyer, day and kind
 * @param extension without dot; may be empty
 */
export function evidenceFileName(
  folder: string,
  day: string,
  kind: EvidenceKind,
  sequence: number,
  extension: string,
): string {
  const name = `${folder}_${day}_${kindWords[kind]}_${String(sequence).padStart(2, '0')}`;
  return extension === '' ? name : `${name}.${extension}`;
}
