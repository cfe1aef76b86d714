import { maxPixels } from '#shared/domain/file-check';
import { blockSide, cropOf, destroyArea, paintMark, paintTurned, turnedSize, type Mark } from './paint-marks';
import { decodeBitmap } from './decode-bitmap';
import { serve } from './serve';

export type MarkRequest = {
  readonly original: Blob;
  readonly turns: number;
  readonly marks: readonly Mark[];
  readonly type: 'image/jpeg' | 'image/png';
};

/**
 * Makes the marked copy from the original's pixels alone: nothing of its EXIF (place, time, phone) comes along. Pixels
 * under a blur are destroyed before anything is drawn over them.
 */
serve(async ({ original, turns, marks, type }: MarkRequest): Promise<Blob> => {
  const bitmap = await decodeBitmap(original);
  try {
    if (bitmap.width * bitmap.height > maxPixels) throw new Error('too large');
    const picture = turnedSize(bitmap, turns);
    const crop = cropOf(marks, picture);
    const canvas = new OffscreenCanvas(crop.width, crop.height);
    const pen = canvas.getContext('2d', { alpha: type === 'image/png' });
    if (pen === null) throw new Error('no canvas');
    if (type === 'image/jpeg') {
      pen.fillStyle = '#ffffff';
      pen.fillRect(0, 0, crop.width, crop.height);
    }
    pen.translate(-crop.x, -crop.y);
    paintTurned(pen, bitmap, bitmap, turns);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    for (const mark of marks) {
      if (mark.kind !== 'blur') continue;
      const area = { ...mark.area, x: mark.area.x - crop.x, y: mark.area.y - crop.y };
      destroyArea(pen, area, crop, blockSide(mark.area, picture));
    }
    pen.translate(-crop.x, -crop.y);
    for (const mark of marks) paintMark(pen, mark, picture);
    return await canvas.convertToBlob({ type, quality: 0.92 });
  } finally {
    bitmap.close();
  }
});
