import { describe, expect, test } from 'vitest';
import { isSystemJunk, viewability } from '#shared/domain/file-check';
import { checkFile } from '../../../renderer/workers/check-file';
import { bytes, ftyp, gifHead, jpegHead, pngHead, zipWith } from './file-bytes';

const judge = async (name: string, content: Uint8Array<ArrayBuffer>): Promise<string> => {
  const answer = await checkFile(new Blob([content]), name);
  return answer.ok ? `${answer.kind} ${answer.mime} .${answer.ext}` : answer.reason;
};

const animation = [0, 0, 0, 8, 0x61, 0x63, 0x54, 0x4c, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
const utf16 = (text: string): number[] => [
  0xff,
  0xfe,
  ...Array.from(text, (sign) => [sign.charCodeAt(0), 0]).flat(),
];

describe('R17 R18 what a file is, from its bytes', () => {
  test.each([
    // Pictures and videos as phones and chats send them.
    ['IMG_0001.JPG', bytes([jpegHead(400, 300)], 400), 'photo image/jpeg .jpg'],
    ['mmexport1732.jpg', bytes([pngHead(40, 30)], 200), 'photo image/png .png'],
    ['noname', bytes([jpegHead(400, 300)], 400), 'photo image/jpeg .jpg'],
    ['x.gif', bytes(gifHead(4, 3), 100), 'photo image/gif .gif'],
    // An animated PNG is called as everybody calls it: platforms refuse the other ending.
    [
      'x.png',
      bytes([pngHead(4, 3).slice(0, -8), animation, pngHead(4, 3).slice(-8)], 200),
      'photo image/apng .png',
    ],
    ['x.webp', bytes(['RIFF', [92, 0, 0, 0], 'WEBPVP8 '], 100), 'photo image/webp .webp'],
    ['x.bmp', bytes(['BM'], 100), 'photo image/bmp .bmp'],
    ['IMG_1.HEIC', bytes(ftyp('heic', 'mif1', 'heic'), 100), 'photo image/heic .heic'],
    ['IMG_1.HEIC', bytes(ftyp('mif1', 'mif1', 'heic'), 100), 'photo image/heif .heic'],
    ['x.avif', bytes(ftyp('avif', 'mif1'), 100), 'photo image/avif .avif'],
    ['v.mp4', bytes(ftyp('isom', 'isom', 'mp41'), 100), 'video video/mp4 .mp4'],
    ['IMG_2.MOV', bytes(ftyp('qt  '), 100), 'video video/quicktime .mov'],
    ['r.mp3', bytes(['ID3', [4, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0]], 400), 'audio audio/mpeg .mp3'],
    ['r.wav', bytes(['RIFF', [92, 0, 0, 0], 'WAVEfmt '], 100), 'audio audio/wav .wav'],
    // Documents. What a container holds, only its name tells.
    ['a.pdf', bytes(['%PDF-1.7\n'], 100), 'document application/pdf .pdf'],
    ['a.zip', bytes(zipWith('photo.jpg'), 100), 'document application/zip .zip'],
    ['a.docx', bytes(zipWith('word/x.xml'), 100), 'document application/zip .docx'],
    [
      'a.xls',
      bytes([[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], 600),
      'document application/x-cfb .xls',
    ],
    ['a.csv', bytes(['<b>,2,3\n']), 'document application/octet-stream .csv'],
    ['mail.eml', bytes(['<?xml version="1.0"?><x/>']), 'document application/octet-stream .eml'],
    // Damaged: kept as bytes, never decoded.
    ['IMG_9.jpg', bytes([[1, 2, 3, 4, 5, 6, 7, 8]], 300), 'photo application/octet-stream .jpg'],
    ['IMG_9.jpg', bytes(['this was a photo once'], 300), 'photo application/octet-stream .jpg'],
    ['v.mp4', bytes([], 300), 'video application/octet-stream .mp4'],
    ['IMG_9.jpg', bytes([[0xff, 0xfb, 0x90, 0x64]], 300), 'photo application/octet-stream .jpg'],
    ['r.mp3', bytes([[0xff, 0xfb, 0x90, 0x64]], 300), 'audio audio/mpeg .mp3'],
    ['chat.txt', bytes([utf16('你好')]), 'document application/octet-stream .txt'],
    // The name says program, the bytes say picture: it gets a picture's name.
    ['p.jpg_400x400.com', bytes([jpegHead(400, 300)], 400), 'photo image/jpeg .jpg'],
    // A picture that is also an archive at its end is a picture, and is named as one.
    ['gifar.jar', bytes([...gifHead(4, 3), ...zipWith('META-INF/MANIFEST.MF')], 200), 'photo image/gif .gif'],
  ])('%s is taken in as %s', async (name, content, expected) => {
    expect(await judge(name, content)).toBe(expected);
  });

  test.each([
    ['empty.jpg', bytes([]), 'empty'],
    // Programs by their bytes, whatever they are called.
    ['photo.png', bytes(['MZ', [0x90, 0, 3]], 300), 'executable'],
    ['photo.png', bytes([[0x7f], 'ELF', [2, 1, 1]], 300), 'executable'],
    ['photo.png', bytes([[0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1]], 300), 'executable'],
    ['photo.png', bytes([[0xfe, 0xed, 0xfa, 0xce]], 300), 'executable'],
    ['photo.png', bytes([[0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2]], 300), 'executable'],
    ['photo.png', bytes([[0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52]], 300), 'executable'],
    ['photo.png', bytes(['#!/bin/sh\nrm -rf ~\n']), 'executable'],
    ['photo.png', bytes([[0xef, 0xbb, 0xbf], '#!/bin/sh\n']), 'executable'],
    ['photo.png', bytes([[0], 'asm', [1, 0, 0, 0]], 300), 'executable'],
    ['photo.png', bytes([[0x4c, 0, 0, 0, 1, 0x14, 2, 0]], 300), 'executable'],
    ['note.txt', bytes(['MZ', [0x90, 0, 3]], 300), 'executable'],
    ['a.zip', bytes(zipWith('META-INF/MANIFEST.MF'), 200), 'executable'],
    // Programs by name, where the bytes tell nothing.
    ['run.bat', bytes(['@echo off\r\nformat c:\r\n']), 'executable'],
    ['photo.jpg.lnk', bytes(['x'], 300), 'executable'],
    ['link.url', bytes(['[InternetShortcut]\r\n']), 'executable'],
    // Markup that would run with the app's rights if it were shown.
    ['x.svg', bytes(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'unsupported'],
    ['x.png', bytes(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'markup'],
    ['x.png', bytes(['<?xml version="1.0"?><svg/>']), 'markup'],
    ['x.jpg', bytes(['\n <!DOCTYPE html><html></html>']), 'markup'],
    ['x.jpg', bytes([[0xef, 0xbb, 0xbf], '<html></html>']), 'markup'],
    ['x.jpg', bytes([utf16('<script>alert(1)</script>')]), 'markup'],
    ['page.html', bytes(['<html></html>']), 'unsupported'],
    // A container under a picture's name.
    ['photo.jpg', bytes(zipWith('a.txt'), 100), 'mismatch'],
    ['setup.png', bytes([[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], 600), 'mismatch'],
    ['setup.msi', bytes([[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], 600), 'executable'],
    ['photo.jpg', bytes(['SQLite format 3', [0]], 200), 'mismatch'],
    ['noname', bytes(['hello']), 'unsupported'],
    ['code.ts', bytes(['export {}']), 'unsupported'],
  ])('%s is refused as %s', async (name, content, expected) => {
    expect(await judge(name, content)).toBe(expected);
  });

  test('R22 the hash is that of the bytes as they came', async () => {
    const content = bytes([jpegHead(400, 300)], 400);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex');
    expect(await checkFile(new Blob([content]), 'x.jpg')).toMatchObject({
      sha256: digest,
      width: 400,
      height: 300,
    });
  });

  test('a file that cannot be read is refused, not thrown about', async () => {
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await checkFile(gone, 'x.jpg')).toEqual({ ok: false, reason: 'unreadable' });
  });

  test('a file too large to be read at once is hashed in pieces, to the same hash', async () => {
    const piece = new Uint8Array(1024 * 1024).map((_, index) => (index * 31) & 255);
    const pieces = Array.from({ length: 66 }, () => piece);
    pieces.unshift(bytes(ftyp('isom', 'mp41'), 64) as never);
    const video = new Blob(pieces);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', await video.arrayBuffer())).toString(
      'hex',
    );
    video.arrayBuffer = () => Promise.reject(new Error('read whole'));
    expect(await checkFile(video, 'v.mp4')).toMatchObject({ ok: true, sha256: digest, mime: 'video/mp4' });
  }, 30_000);
});

describe('what may be put on screen', () => {
  test.each([
    ['photo', 'image/jpeg', 4000, 3000, 'picture'],
    ['chat', 'image/png', 10_000, 10_000, 'picture'],
    ['photo', 'image/png', 10_001, 10_000, 'tooLarge'],
    ['photo', 'image/png', null, null, 'damaged'],
    ['photo', 'image/heic', 4000, 3000, 'converted'],
    ['photo', 'image/tiff', 4000, 3000, 'none'],
    ['photo', 'image/svg+xml', 10, 10, 'none'],
    ['photo', 'application/octet-stream', null, null, 'damaged'],
    ['document', 'application/octet-stream', null, null, 'none'],
    ['document', 'application/pdf', null, null, 'none'],
    ['document', 'text/html', null, null, 'none'],
    ['video', 'video/mp4', null, null, 'video'],
    ['audio', 'audio/mpeg', null, null, 'audio'],
  ] as const)('%s %s of %s by %s: %s', (kind, mime, width, height, expected) => {
    expect(viewability({ kind, mime, width, height })).toBe(expected);
  });
});

test.each([
  ['.DS_Store', true],
  ['Thumbs.db', true],
  ['desktop.ini', true],
  ['._IMG_1.jpg', true],
  ['IMG_1.jpg', false],
  ['.hidden.jpg', false],
])('%s is left behind by a system: %s', (name, junk) => {
  expect(isSystemJunk(name)).toBe(junk);
});
