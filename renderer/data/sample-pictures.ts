import { checkInWorker } from '../workers/check';
import type { SamplePicture } from '#shared/knowledge/sample-case';
import type { CheckedFile } from './evidence-repository';

const width = 960;
const height = 720;

type Pen = OffscreenCanvasRenderingContext2D;

/** Each look is a few plain shapes on a coloured ground: enough to tell the pictures apart at thumbnail size. */
const looks: Readonly<Record<SamplePicture['look'], (pen: Pen) => void>> = {
  dress: (pen) => {
    ground(pen, '#d9d3c6', '#b9b09c');
    fill(pen, '#8fa3bd', [400, 120, 560, 120, 600, 260, 700, 620, 260, 620, 360, 260]);
    fill(pen, '#7c92b0', [400, 120, 330, 300, 380, 320, 420, 200]);
    fill(pen, '#7c92b0', [560, 120, 630, 300, 580, 320, 540, 200]);
  },
  seam: (pen) => {
    ground(pen, '#c6ced9', '#8d9cb3');
    fill(pen, '#7c92b0', [0, 260, 960, 180, 960, 560, 0, 640]);
    stroke(pen, '#f3ead6', 6, [300, 420, 380, 400, 420, 440, 500, 390, 560, 430, 660, 380]);
    stroke(pen, '#5b6b82', 3, [280, 440, 680, 360]);
  },
  vase: (pen) => {
    ground(pen, '#d8d4cc', '#a8a294');
    fill(pen, '#9cc3bd', [380, 560, 460, 300, 520, 340, 500, 560]);
    fill(pen, '#86b1ab', [560, 580, 640, 420, 740, 520, 700, 600]);
    fill(pen, '#b5d4cf', [220, 580, 300, 480, 360, 590]);
  },
  box: (pen) => {
    ground(pen, '#dcd7cd', '#b4ab99');
    fill(pen, '#c69c6d', [240, 300, 720, 300, 680, 600, 280, 600]);
    fill(pen, '#b58a5b', [240, 300, 160, 220, 460, 220, 480, 300]);
    fill(pen, '#f4f2ec', [360, 340, 600, 340, 580, 480, 380, 480]);
  },
  chat: (pen) => {
    ground(pen, '#efeeec', '#e6e4df');
    for (const [index, mine] of [false, true, false, false].entries()) {
      fill(pen, mine ? '#bfe3a8' : '#ffffff', bubble(mine ? 420 : 140, 120 + index * 130, 400, 84));
    }
  },
  scale: (pen) => {
    ground(pen, '#cfcabd', '#a39b8a');
    fill(pen, '#3c4149', [200, 440, 760, 440, 800, 620, 160, 620]);
    fill(pen, '#c69c6d', [320, 220, 640, 220, 640, 440, 320, 440]);
    fill(pen, '#9fd6a8', [400, 500, 560, 500, 560, 570, 400, 570]);
  },
};

function ground(pen: Pen, from: string, to: string): void {
  const gradient = pen.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, from);
  gradient.addColorStop(1, to);
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, width, height);
}

function trace(pen: Pen, points: readonly number[]): void {
  pen.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2)
    pen.lineTo(points[index] ?? 0, points[index + 1] ?? 0);
}

function fill(pen: Pen, color: string, points: readonly number[]): void {
  trace(pen, points);
  pen.closePath();
  pen.fillStyle = color;
  pen.fill();
}

function stroke(pen: Pen, color: string, thickness: number, points: readonly number[]): void {
  trace(pen, points);
  pen.strokeStyle = color;
  pen.lineWidth = thickness;
  pen.stroke();
}

function bubble(x: number, y: number, wide: number, high: number): readonly number[] {
  return [x, y, x + wide, y, x + wide, y + high, x, y + high];
}

async function draw(picture: SamplePicture): Promise<CheckedFile | null> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  looks[picture.look](pen);
  pen.fillStyle = 'rgb(0 0 0 / 55%)';
  pen.fillRect(0, 0, width, 72);
  pen.fillStyle = '#ffffff';
  pen.font = '32px "PingFang SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif';
  pen.fillText(`示例 · ${picture.caption}`, 32, 47);
  const type = picture.name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const blob = await canvas.convertToBlob({ type, quality: 0.86 });
  const checked = await checkInWorker(blob, picture.name);
  if (!checked.ok) return null;
  const { ok: _ok, ...facts } = checked;
  return { ...facts, blob, originalName: picture.name, kind: picture.kind, source: 'picker' };
}

/**
 * Draws the sample's pictures and checks them like any other file. Leaves out what cannot be drawn: without a
 * canvas there are none, and the sample is still a sample.
 */
export async function drawSamplePictures(
  pictures: readonly SamplePicture[],
): Promise<ReadonlyMap<SamplePicture, CheckedFile>> {
  const drawn = new Map<SamplePicture, CheckedFile>();
  if (typeof OffscreenCanvas === 'undefined') return drawn;
  for (const picture of pictures) {
    const file = await draw(picture);
    if (file !== null) drawn.set(picture, file);
  }
  return drawn;
}
