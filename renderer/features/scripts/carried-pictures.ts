import { AppError } from '#shared/errors';
import { namedPictures, readKey, type CarriedPicture } from '#shared/domain/script-json';
import { scriptPictureLimits, type Script, type ScriptPicture } from '#shared/domain/script';
import { checkPictures } from './check-pictures';
import type { Sha256 } from '#shared/domain/ids';

/** Most bytes of pictures in one library file; with more an archive is the way. */
export const carriedBytes = 120_000_000;

/**
 * The pictures of a library as text for its file. Throws AppError `libraryTooLarge` when they are more than a file can
 * be read back with.
 */
export async function packPictures(
  scripts: readonly Script[],
  read: (picture: ScriptPicture) => Promise<Blob>,
): Promise<ReadonlyMap<Sha256, CarriedPicture>> {
  const packed = new Map<Sha256, CarriedPicture>();
  let size = 0;
  for (const picture of scripts.flatMap(({ pictures = [] }) => pictures)) {
    if (packed.has(picture.sha256)) continue;
    const blob = await read(picture);
    size += blob.size;
    if (size > carriedBytes) throw new AppError('libraryTooLarge');
    packed.set(picture.sha256, { mime: picture.mime, data: toBase64(await blob.arrayBuffer()) });
  }
  return packed;
}

/**
 * The pictures of one message of a file, each looked at as a new one is: what its bytes are, and that they are those the
 * file names. Undefined when the file says nothing of pictures; one whose bytes are missing or altered is left out,
 * unless the message here has it already.
 */
export async function unpackPictures(
  one: unknown,
  carried: unknown,
  old: Script | undefined,
  bytes: Map<Sha256, Blob>,
): Promise<readonly ScriptPicture[] | undefined> {
  const named = namedPictures(one);
  if (named === undefined) return undefined;
  const pictures: ScriptPicture[] = [];
  for (const { sha256, name } of named.slice(0, scriptPictureLimits.count)) {
    const here = old?.pictures?.find((picture) => picture.sha256 === sha256);
    const data = readKey(readKey(carried, sha256), 'data');
    const found =
      typeof data === 'string' ? await checkPictures([new File([fromBase64(data)], name)], []) : null;
    const [picture] = found?.pictures ?? [];
    if (found !== null && picture?.sha256 === sha256) {
      pictures.push(picture);
      for (const [key, blob] of found.bytes) bytes.set(key, blob);
    } else if (here !== undefined) pictures.push({ ...here, name: name || here.name });
  }
  return pictures;
}

const chunk = 0x8000;

function toBase64(buffer: ArrayBuffer): string {
  const view = new Uint8Array(buffer);
  let binary = '';
  for (let at = 0; at < view.length; at += chunk)
    binary += String.fromCharCode(...view.subarray(at, at + chunk));
  return btoa(binary);
}

/** Bytes of a text; none when it is not what it should be. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > scriptPictureLimits.bytes * 1.4) return new Uint8Array(0);
  try {
    const binary = atob(text);
    const view = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) view[at] = binary.charCodeAt(at);
    return view;
  } catch {
    return new Uint8Array(0);
  }
}
