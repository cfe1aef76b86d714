import { describe, expect, test } from 'vitest';
import { scriptPictureLimits, type ScriptPicture } from '#shared/domain/script';
import { checkPictures } from '../../../renderer/features/scripts/check-pictures';
import { bytes, ftyp, gifFrame, gifHead, jpegHead, pngHead } from '../evidence/file-bytes';

const file = (name: string, content: BlobPart): File => new File([content], name);
const problemOf = async (one: File): Promise<string | undefined> =>
  (await checkPictures([one], [])).problems[0]?.problem;

describe('pictures of a message are told by their bytes', () => {
  test.each([
    ['a.jpg', 'image/jpeg', bytes([jpegHead(400, 300)], 400)],
    ['尺码表.png', 'image/png', bytes([pngHead(40, 30)], 200)],
    ['wrong-name.jpg', 'image/png', bytes([pngHead(40, 30)], 200)],
    ['a.gif', 'image/gif', bytes([...gifHead(4, 3), gifFrame(4, 3)], 100)],
  ])('%s is taken as %s', async (name, mime, content) => {
    const { pictures, bytes: kept, problems } = await checkPictures([file(name, content)], []);
    expect(problems).toEqual([]);
    expect(pictures).toMatchObject([{ name, mime }]);
    expect([...kept.keys()]).toEqual(pictures.map(({ sha256 }) => sha256));
    expect([...kept.values()][0]?.type).toBe(mime);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  test.each([
    ['SVG', file('a.svg', svg)],
    ['SVG under another name', file('a.png', svg)],
    ['a page under another name', file('a.jpg', '<html><script>alert(1)</script>')],
    ['a program', file('a.png', bytes([[0x4d, 0x5a]], 200))],
    ['a video', file('a.mp4', bytes(ftyp('isom', 'isom', 'mp41'), 100))],
    ['a document', file('a.pdf', bytes(['%PDF-1.7\n'], 100))],
    ['what a browser cannot show', file('a.heic', bytes(ftyp('heic', 'mif1', 'heic'), 100))],
    ['a damaged picture', file('a.jpg', bytes(['??'], 300))],
    ['nothing', file('a.png', '')],
  ])('%s is refused, with a reason', async (_what, one) => {
    expect(await problemOf(one)).toBeTypeOf('string');
    expect((await checkPictures([one], [])).bytes.size).toBe(0);
  });

  test('too many bytes, too many pixels, too many pictures are refused; the same one comes once', async () => {
    const small = bytes([pngHead(40, 30)], 200);
    const large = new File([small, new Uint8Array(scriptPictureLimits.bytes)], 'a.png');
    expect(await problemOf(large)).toBe('tooLarge');
    expect(await problemOf(file('a.png', bytes([pngHead(30_000, 30_000)], 200)))).toBe('tooLarge');
    const one = file('a.png', bytes([pngHead(40, 30)], 200));
    expect((await checkPictures([one, one], [])).pictures).toHaveLength(1);
    const full = Array.from({ length: 6 }, (_one, at) => ({ sha256: `${at}` }) as unknown as ScriptPicture);
    expect((await checkPictures([one], full)).problems).toEqual([{ name: 'a.png', problem: 'tooMany' }]);
  });
});
