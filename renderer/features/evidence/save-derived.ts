import { AppError } from '#shared/errors';
import { fileDerived } from '../../data/evidence-derived-repository';
import { now } from '../../platform/clock';
import { checkInWorker } from '../../workers/check';
import { paintCopy } from '../../workers/mark';
import type { DerivedFrom, Evidence } from '#shared/domain/evidence';
import type { Mark } from '../../workers/paint-marks';

/** Photos stay photos; what was drawn or captured exactly stays exact. */
function copyType(mime: string): 'image/jpeg' | 'image/png' {
  return ['image/png', 'image/apng', 'image/gif', 'image/bmp'].includes(mime) ? 'image/png' : 'image/jpeg';
}

async function file(
  parent: Evidence,
  blob: Blob,
  kind: Evidence['kind'],
  from: Pick<DerivedFrom, 'how' | 'atMs'>,
): Promise<Evidence> {
  const checked = await checkInWorker(blob, `copy.${blob.type === 'image/png' ? 'png' : 'jpg'}`);
  if (!checked.ok) throw new AppError('unexpected', { message: checked.reason });
  const { ok: _ok, typed: _typed, ...facts } = checked;
  return fileDerived(
    parent.id,
    { ...facts, blob, kind, source: parent.source, originalName: parent.fileName },
    from,
    now(),
  );
}

/** Makes a copy of a picture with these marks and files it beside the original, which is not touched. */
export async function saveMarked(
  parent: Evidence,
  original: Blob,
  turns: number,
  marks: readonly Mark[],
): Promise<Evidence> {
  const copy = await paintCopy({ original, turns, marks, type: copyType(parent.mime) });
  return file(parent, copy, parent.kind, { how: 'marked', atMs: null });
}

function seeked(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      resolve();
    };
    const fail = (): void => {
      reject(new AppError('fileUnreadable'));
    };
    video.addEventListener('seeked', done, { once: true });
    video.addEventListener('error', fail, { once: true });
  });
}

/** Files the picture a video shows right now as a photo of its own, with its place in the video. */
export async function saveFrame(parent: Evidence, video: HTMLVideoElement): Promise<Evidence> {
  if (video.videoWidth === 0) throw new AppError('fileUnreadable');
  // Between two places the picture is still the old one and the time already the new one.
  if (video.seeking) await seeked(video);
  const atMs = Math.round(video.currentTime * 1000);
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const copy = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return file(parent, copy, 'photo', { how: 'frame', atMs });
}
