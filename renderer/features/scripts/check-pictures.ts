import { viewability, type RejectReason } from '#shared/domain/file-check';
import { scriptPictureLimits, type ScriptPicture } from '#shared/domain/script';
import { checkInWorker } from '../../workers/check';
import type { Sha256 } from '#shared/domain/ids';

/** Why a file cannot go with a message. */
export type PictureProblem = RejectReason | 'notPicture' | 'tooLarge' | 'tooMany';

export type CheckedPictures = {
  readonly pictures: readonly ScriptPicture[];
  readonly bytes: ReadonlyMap<Sha256, Blob>;
  readonly problems: readonly { readonly name: string; readonly problem: PictureProblem }[];
};

/**
 * Looks at files that are to go with a message, by their bytes as evidence is: pictures of kinds that chats take, not
 * too large, none twice. Markup that draws (SVG) is none, whatever its name says.
 */
export async function checkPictures(
  files: readonly File[],
  already: readonly ScriptPicture[],
): Promise<CheckedPictures> {
  const pictures = [...already];
  const bytes = new Map<Sha256, Blob>();
  const problems: { name: string; problem: PictureProblem }[] = [];
  for (const file of files) {
    const refuse = (problem: PictureProblem): void => {
      problems.push({ name: file.name, problem });
    };
    if (pictures.length >= scriptPictureLimits.count) {
      refuse('tooMany');
      continue;
    }
    if (file.size > scriptPictureLimits.bytes) {
      refuse('tooLarge');
      continue;
    }
    const answer = await checkInWorker(file, file.name);
    if (!answer.ok) {
      refuse(answer.reason);
      continue;
    }
    const { sha256, mime, width, height } = answer;
    const how = viewability(answer);
    if (how === 'tooLarge' || (width ?? 0) * (height ?? 0) > scriptPictureLimits.pixels) {
      refuse('tooLarge');
      continue;
    }
    if (how !== 'picture' || width === null || height === null) {
      refuse('notPicture');
      continue;
    }
    if (pictures.some((one) => one.sha256 === sha256)) continue;
    pictures.push({ sha256, name: file.name.slice(0, 120), mime, width, height });
    bytes.set(sha256, new Blob([file], { type: mime }));
  }
  return { pictures, bytes, problems };
}
