import type { EvidenceKind } from './evidence';

/** Why a dropped file is not taken in. Each has a sentence in the text files (`reject.<reason>`). */
export type RejectReason = 'empty' | 'unreadable' | 'executable' | 'unsupported' | 'storageFull' | 'failed';

/** What the bytes of a file turned out to be. `ext` and `mime` come from the bytes, null when they tell nothing. */
export type DetectedType = { readonly ext: string; readonly mime: string } | null;

export type FileVerdict =
  | { readonly ok: true; readonly kind: EvidenceKind; readonly mime: string; readonly ext: string }
  | { readonly ok: false; readonly reason: RejectReason };

const executableExts = new Set(
  'exe dll com scr bat cmd ps1 vbs vbe js mjs jse wsf wsh hta msi msix lnk jar apk app dmg pkg deb rpm sh elf so macho wasm reg cpl crx swf class'.split(
    ' ',
  ),
);
const executableMimes = /x-msdownload|x-elf|mach-binary|x-executable|java-vm|x-shockwave|wasm|x-deb|x-rpm|apple-diskimage|android\.package|x-ms-shortcut|x-google-chrome-extension|x-installer/;

const documentExts = new Set('pdf doc docx xls xlsx ppt pptx wps et rtf odt ods csv txt eml zip rar 7z'.split(' '));
const imageExts = new Set('jpg jpeg png webp gif avif bmp heic heif tif tiff jxl'.split(' '));
const videoExts = new Set('mp4 mov m4v webm mkv avi 3gp mpg mpeg ts flv wmv'.split(' '));
const audioExts = new Set('mp3 m4a aac wav amr ogg opus flac'.split(' '));

/** Files that systems leave in folders and nobody means to drop. */
const junk = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i;
export function isSystemJunk(name: string): boolean {
  return junk.test(name);
}

/** The extension of a name, lower case, without the dot; empty when there is none or it is no plain word. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * Decides from the bytes, and only then from the name, whether a file is taken in and as what (R17, R18). A
 * damaged picture (unknown bytes, picture name) is kept: it may still be proof, and it is shown as a placeholder.
 * @param head the first bytes of the file, at least 16 where the file has them
 */
export function judgeFile(name: string, size: number, head: Uint8Array, detected: DetectedType): FileVerdict {
  if (size === 0) return { ok: false, reason: 'empty' };
  const nameExt = extensionOf(name);
  if (isExecutable(head, detected) || executableExts.has(nameExt)) return { ok: false, reason: 'executable' };
  const byBytes = detected === null ? null : kindOf(detected.ext, detected.mime);
  if (detected !== null && byBytes !== null) {
    return { ok: true, kind: byBytes, mime: detected.mime, ext: archiveExt(detected.ext, nameExt) };
  }
  const byName = kindOf(nameExt, '');
  if (byName === null) return { ok: false, reason: 'unsupported' };
  return { ok: true, kind: byName, mime: 'application/octet-stream', ext: nameExt };
}

function isExecutable(head: Uint8Array, detected: DetectedType): boolean {
  if (detected !== null && (executableExts.has(detected.ext) || executableMimes.test(detected.mime))) return true;
  const startsWith = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  return startsWith(0x4d, 0x5a) || startsWith(0x7f, 0x45, 0x4c, 0x46) || startsWith(0x23, 0x21);
}

/** Office files are zips inside; the name says which, so it is kept when the bytes only say "a container". */
function archiveExt(detectedExt: string, nameExt: string): string {
  const containers = new Set(['zip', 'cfb']);
  if (containers.has(detectedExt) && documentExts.has(nameExt)) return nameExt;
  return detectedExt === 'cfb' ? 'doc' : detectedExt;
}

function kindOf(ext: string, mime: string): EvidenceKind | null {
  if (mime === 'image/svg+xml' || mime.startsWith('text/html')) return null;
  if (imageExts.has(ext) || mime.startsWith('image/')) return 'photo';
  if (videoExts.has(ext) || mime.startsWith('video/')) return 'video';
  if (audioExts.has(ext) || mime.startsWith('audio/')) return 'audio';
  if (documentExts.has(ext) || ext === 'cfb' || mime === 'application/pdf') return 'document';
  return null;
}
