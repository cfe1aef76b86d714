/** A video that shows no frame within this is left without a poster. */
const limitMs = 6000;
const longSide = 320;

/** The first frames of many videos are black. */
const atSecond = 0.5;

/** A picture of a video's beginning, or null when this browser cannot play it. */
export async function makePoster(original: Blob): Promise<Blob | null> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(original);
  try {
    video.muted = true;
    video.preload = 'auto';
    video.src = url;
    await reached(video, 'loadeddata');
    video.currentTime = Math.min(atSecond, video.duration / 2 || 0);
    await reached(video, 'seeked');
    const scale = Math.min(1, longSide / Math.max(video.videoWidth, video.videoHeight));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(video.videoWidth * scale)),
      Math.max(1, Math.round(video.videoHeight * scale)),
    );
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  } catch {
    return null;
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}

function reached(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('too slow'));
    }, limitMs);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    video.addEventListener(event, done, { once: true });
    video.addEventListener(
      'error',
      () => {
        clearTimeout(timer);
        reject(new Error('not playable'));
      },
      { once: true },
    );
  });
}
