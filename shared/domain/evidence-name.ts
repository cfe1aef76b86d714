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

/** Room for the buyer's part of a name, in UTF-8 bytes: Linux allows 255 for the whole file name. */
const buyerPartBytes = 150;

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
const keptJoiners = /[\u200c\u200d]/;
const forbidden = /[<>:"/\\|?*]/g;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?$/i;

/**
 * A buyer ID as part of a file name and as a folder name that Windows, macOS and Linux all accept. The order
 * matters: normalise, drop control and direction marks, replace forbidden signs, cut by bytes at a whole
 * grapheme, trim dots and blanks, and check reserved device names last. Applying it twice changes nothing.
 */
export function safeNamePart(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(invisible, (sign) => (keptJoiners.test(sign) ? sign : ''))
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ');
  const trimmed = trimEnds(cutToBytes(trimEnds(clean), buyerPartBytes));
  const named = trimmed === '' ? '_' : trimmed;
  return reserved.test(named) ? named.replace(/^[^.]*/, '$&_') : named;
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

function cutToBytes(text: string, limit: number): string {
  if (utf8Length(text) <= limit) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    bytes += utf8Length(segment);
    if (bytes > limit) break;
    kept += segment;
  }
  return kept;
}

/** Two names that a case-insensitive file system takes for one have the same key. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}

/** The n-th folder name tried for a buyer when an earlier one belongs to another buyer (`A` beside `a`). */
export function folderCandidate(buyerId: string, attempt: number): string {
  const base = safeNamePart(buyerId);
  return attempt === 1 ? base : `${cutToBytes(base, buyerPartBytes - 6)}~${attempt}`;
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
