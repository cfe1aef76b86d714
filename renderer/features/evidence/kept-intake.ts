import i18next from 'i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { isOriginalHere, putBackOriginal } from '../../data/kept-files';
import { ask, download } from '../../platform/desktop';
import { report, tell, warn } from '../../state/toast-store';
import { checkInWorker } from '../../workers/check';
import { thumbSide } from '../../workers/thumb';
import { intakeToInbox } from './intake';
import { forgetAllReceived, forgetReceived, receiveFile } from './receive-file';
import type { CheckAnswer } from '../../workers/check-file';
import type { KeptFile, KeptReport } from '#shared/vault/kept';
import type { Sha256 } from '#shared/domain/ids';

/** `known`: the shop has it, or it is no original. */
type Outcome = 'taken' | 'known' | 'failed';

/**
 * Looks through the copies that rescues kept for originals nothing else has, and brings them into the inbox, each once by
 * its hash. Broken off and repeated it comes to the same end. Whoever calls tells main when nothing is left to do.
 */
export async function takeKept(): Promise<KeptReport> {
  const files = await ask('listKept');
  if (files.length > 0) await forgetAllReceived();
  let [taken, left] = [0, 0];
  for (const one of files) {
    const outcome = await takeOne(one);
    if (outcome === 'taken') taken += 1;
    if (outcome === 'failed') left += 1;
  }
  return { files: taken, left };
}

let begun = false;

/** Goes on at a start where the last rescue was broken off, or had no room. Once per window; tells what came. */
export function startKeptIntake(): void {
  if (begun) return;
  begun = true;
  const goOn = async (): Promise<void> => {
    const { files, left } = await takeKept();
    if (left === 0) await ask('finishKept');
    if (files > 0) tell('rescue.keptCame', { count: files });
    if (left > 0) warn('rescue.keptLeft', { count: left });
  };
  goOn().catch(report);
}

async function takeOne(one: KeptFile): Promise<Outcome> {
  try {
    if (one.sha256 !== null && (await isOriginalHere(one.sha256 as Sha256))) return 'known';
    const bytes = await ask('readKept', one.id);
    if (bytes === null || (await isOriginalHere(bytes.sha256 as Sha256))) return 'known';
    return await takeBytes(one, bytes.url, bytes.sha256);
  } catch {
    return 'failed';
  } finally {
    await forgetReceived(named(one, ''));
  }
}

async function takeBytes(one: KeptFile, url: string, sha256: string): Promise<Outcome> {
  const stem = `${i18next.t('rescue.keptName')}_${sha256.slice(0, 8)}`;
  const received = await receiveFile(named(one, stem), await download(url));
  const answer = await judge(received, stem, one.sha256 !== null);
  if (!answer.ok) return answer.reason === 'unreadable' || answer.reason === 'failed' ? 'failed' : 'known';
  if (answer.sha256 !== sha256) return 'failed';
  if (one.sha256 === null && isLikeThumb(answer)) return 'known';
  const blob = answer.typed ?? received.slice(0, received.size, answer.mime);
  if (await putBackOriginal(answer.sha256, blob)) return 'known';
  const { lastModified } = received;
  const file = new File([received], `${stem}.${answer.ext}`, { lastModified });
  const folder = i18next.t('rescue.keptFolder', { at: isoMinute(one.keptAt) });
  const [id] = await intakeToInbox([{ file, source: 'kept', folder }], {
    waitsFor: null,
    hint: '',
    quiet: true,
    triedElsewhere: true,
  });
  return id === null || id === undefined ? 'failed' : 'taken';
}

const named = ({ id, size, modifiedAt }: KeptFile, name: string) => ({ id, size, modifiedAt, name });

/** What was an original once was taken in under some name; which one, nobody knows any more. */
const endings = ['', '.zip', '.doc', '.txt'];

async function judge(file: File, stem: string, wasOriginal: boolean): Promise<CheckAnswer> {
  let answer = await checkInWorker(file, stem);
  for (const ending of wasOriginal ? endings : []) {
    if (answer.ok) break;
    answer = await checkInWorker(file, `${stem}${ending}`);
  }
  return answer;
}

/**
 * Where the copy's books cannot be read, thumbnails are told by what they are: WebP, exactly as long as ours. An original
 * that is just like that stays in the copy.
 */
function isLikeThumb({ mime, width, height }: CheckAnswer & { readonly ok: true }): boolean {
  return mime === 'image/webp' && Math.max(width ?? 0, height ?? 0) === thumbSide;
}
