import type { EvidenceKind } from './evidence';

/** Why a dropped file is not taken in. Each has a sentence in the text files (`reject.<reason>`). */
export type RejectReason =
  | 'empty'
  | 'unreadable'
  | 'executable'
  | 'markup'
  | 'mismatch'
  | 'unsupported'
  | 'tooDeep'
  | 'storageFull'
  | 'failed';

/** What the bytes of a file turned out to be. `ext` and `mime` come from the bytes, null when they tell nothing. */
export type DetectedType = { readonly ext: string; readonly mime: string } | null;

export type FileVerdict =
  | { readonly ok: true; readonly kind: EvidenceKind; readonly mime: string; readonly ext: string }
  | { readonly ok: false; readonly reason: RejectReason };

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const executableExts = words(
  'exe dll com scr bat cmd ps1 vbs vbe js mjs jse wsf wsh hta msi msix lnk url jar apk app dmg pkg deb rpm sh command elf so macho wasm reg cpl crx xpi swf class',
);
const executableMimes =
  /x-msdownload|x-elf|mach-binary|x-executable|java-vm|java-archive|x-shockwave|wasm|x-deb|x-rpm|apple-diskimage|android\.package|x\.ms\.shortcut|x-google-chrome-extension|x-xpinstall|x\.apple\.alias/;

const documentExts = words('pdf doc docx xls xlsx ppt pptx wps et rtf odt ods csv txt eml zip rar 7z');
const imageExts = words('jpg jpeg jfif png webp gif avif bmp heic heif tif tiff jxl');
const videoExts = words('mp4 mov m4v webm mkv avi 3gp mpg mpeg flv wmv asf rm rmvb');
const audioExts = words('mp3 m4a aac wav amr ogg ogx opus flac');
const textExts = words('csv txt eml');

/** What everybody calls a file of this type: platforms and Windows do not know the other ending. */
const usualExts: Readonly<Record<string, string | undefined>> = { apng: 'png' };

/** Office files are one of these inside; the bytes alone do not say which, or whether it is a program. */
const containers = words('zip cfb');

/** Files that systems leave in folders and nobody means to drop. */
const junk = /^(?:\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.localized|\.nomedia|\._.*)$/i;
export function isSystemJunk(name: string): boolean {
  return junk.test(name);
}

/** The extension of a name, lower case, without the dot; empty when there is none or it is no plain word. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

const accept = (kind: EvidenceKind, mime: string, ext: string): FileVerdict => ({
  ok: true,
  kind,
  mime,
  ext,
});
const refuse = (reason: RejectReason): FileVerdict => ({ ok: false, reason });

/** Type of bytes that tell nothing. Such a file is never decoded or shown, only kept. */
export const unknownMime = 'application/octet-stream';

/**
 * Decides from the bytes, and only then from the name, whether a file is taken in and as what (R17, R18). A
 * damaged picture (unknown bytes, picture name) is kept: it may still be proof, and it is shown as a placeholder.
 * @param head the first bytes of the file, at least 512 where the file has them
 */
export function judgeFile(name: string, size: number, head: Uint8Array, found: DetectedType): FileVerdict {
  if (size === 0) return refuse('empty');
  if (isExecutable(head, found)) return refuse('executable');
  const nameExt = extensionOf(name);
  const detected = isGuess(head, found) && !audioExts.has(nameExt) ? null : found;
  if (detected !== null) {
    if (containers.has(detected.ext)) {
      if (documentExts.has(nameExt) && !textExts.has(nameExt))
        return accept('document', detected.mime, nameExt);
      return refuse(executableExts.has(nameExt) ? 'executable' : 'mismatch');
    }
    const kind = kindOf(detected.ext, detected.mime);
    if (kind !== null) return accept(kind, detected.mime, usualExts[detected.ext] ?? detected.ext);
  }
  if (executableExts.has(nameExt)) return refuse('executable');
  const byName = kindOf(nameExt, '');
  if (byName === null) return refuse('unsupported');
  // A text file may begin like anything; it is kept as bytes and never shown.
  if (textExts.has(nameExt)) return accept(byName, unknownMime, nameExt);
  if (isMarkup(head)) return refuse('markup');
  return detected === null ? accept(byName, unknownMime, nameExt) : refuse('mismatch');
}

/** Sound without a header is told by its first eleven bits, which damaged pictures and UTF-16 texts share. */
function isGuess(head: Uint8Array, found: DetectedType): boolean {
  const weak = found?.mime === 'audio/mpeg' || found?.mime === 'audio/aac';
  return weak && String.fromCharCode(...head.subarray(0, 3)) !== 'ID3';
}

const executableStarts: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // Windows program
  [0x7f, 0x45, 0x4c, 0x46], // Linux program
  [0x23, 0x21], // script with #!
  [0xfe, 0xed, 0xfa, 0xce], // macOS programs, both byte orders, 32 and 64 bit
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe], // macOS universal program, Java class
  [0x00, 0x61, 0x73, 0x6d], // WebAssembly
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // Windows shortcut
  [0x64, 0x65, 0x78, 0x0a], // Android program
];

function isExecutable(head: Uint8Array, detected: DetectedType): boolean {
  if (detected !== null && (executableExts.has(detected.ext) || executableMimes.test(detected.mime)))
    return true;
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return executableStarts.some((bytes) => bytes.every((byte, index) => head[start + index] === byte));
}

/** Whether bytes that claim to be a picture are really SVG, HTML or XML. Half of a UTF-16 text is zeros: they are skipped. */
function isMarkup(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 512).filter((byte) => byte !== 0));
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype|!--|\?xml|html|head|body|svg|script|iframe|a\b|div)/i.test(
    text,
  );
}

function kindOf(ext: string, mime: string): EvidenceKind | null {
  if (mime === 'image/svg+xml' || mime.startsWith('text/html')) return null;
  if (imageExts.has(ext) || mime.startsWith('image/')) return 'photo';
  if (videoExts.has(ext) || mime.startsWith('video/')) return 'video';
  if (audioExts.has(ext) || mime.startsWith('audio/')) return 'audio';
  if (documentExts.has(ext) || mime === 'application/pdf') return 'document';
  return null;
}

/** Pictures that Chromium shows, by their real type. */
const picture = /^image\/(?:jpeg|png|apng|webp|gif|avif|bmp)$/;

/** More is never decoded: a small file can unpack to gigabytes. */
export const maxPixels = 100_000_000;

/** Pictures that Chromium does not show and our own decoder turns into one it does. */
const convertible = /^image\/hei[cf](?:-sequence)?$/;

export type Viewability = 'picture' | 'converted' | 'tooLarge' | 'damaged' | 'video' | 'audio' | 'none';

/**
 * How a file may be put on screen: as a picture, through a preview made of it (`converted`), as video or sound, or not
 * at all. A picture whose header tells no size is
 * `damaged` and not decoded, because nobody knows how much memory it would take.
 */
export function viewability(file: {
  readonly kind: EvidenceKind;
  readonly mime: string;
  readonly width: number | null;
  readonly height: number | null;
}): Viewability {
  if (file.mime.startsWith('video/')) return 'video';
  if (file.mime.startsWith('audio/')) return 'audio';
  if (file.mime === unknownMime) return file.kind === 'document' ? 'none' : 'damaged';
  const how = picture.test(file.mime) ? 'picture' : convertible.test(file.mime) ? 'converted' : 'none';
  if (how === 'none') return 'none';
  if (file.width === null || file.height === null) return 'damaged';
  return file.width * file.height > maxPixels ? 'tooLarge' : how;
}
