import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Chunks } from '../../../electron/main/files/atomic-write';
import { realDisk } from '../../../electron/main/files/disk';
import { createExports } from '../../../electron/main/files/export-tree';
import { createTransfers } from '../../../electron/main/files/transfers';
import type { AppError } from '../../../shared/errors';
import type { ExportRequest } from '../../../shared/ipc/contract';
import { systemError, watchedDisk } from './faulty-disk';
import { tempFolder } from './temp-folder';

type ExportFile = ExportRequest['files'][number] & { readonly text: string };

function file(folder: string, name: string, text = `bytes of ${name}`): ExportFile {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { folder, name, size: Buffer.byteLength(text), sha256, text };
}

function request(files: readonly ExportFile[], rootName = '售后问题图片汇集'): ExportRequest {
  return {
    rootName,
    files: files.map(({ text: _text, ...rest }) => rest),
    manifest: '{"files":[]}',
  };
}

function setup(parts: { readonly free?: number | null; readonly disk?: typeof realDisk } = {}) {
  const parent = tempFolder();
  const choice: { folder: string | null } = { folder: parent };
  const transfers = createTransfers({ now: () => 0, elapsed: () => 0 });
  const exports = createExports({
    transfers,
    disk: parts.disk ?? realDisk,
    chooseFolder: () => Promise.resolve(choice.folder),
    freeBytes: () => Promise.resolve(parts.free === undefined ? null : parts.free),
  });
  const receive = (url: string, chunks: Chunks) => transfers.receive(url.slice('/upload/'.length), chunks);
  const upload = (url: string, text: string) => receive(url, [Buffer.from(text)]);
  const begin = async (files: readonly ExportFile[], rootName?: string) => {
    const ticket = await exports.begin(request(files, rootName));
    if (ticket === null) throw new Error('dialog closed');
    return ticket;
  };
  return { parent, choice, exports, receive, upload, begin };
}

const twoBuyers = [file('张三', '张三_20261121_照片_01.jpg'), file('李四', '李四_20261121_照片_01.jpg')];

function url(ticket: { readonly uploads: readonly { readonly url: string }[] }, index: number): string {
  return ticket.uploads[index]?.url ?? '';
}

describe('an export', () => {
  test('R22 makes a folder per buyer in one new folder, with the manifest last', async () => {
    const { parent, exports, upload, begin } = setup();
    const ticket = await begin(twoBuyers);
    const root = path.join(parent, '售后问题图片汇集');
    for (const [index, { text }] of twoBuyers.entries()) await upload(url(ticket, index), text);
    expect(existsSync(path.join(root, 'manifest.json'))).toBe(false);
    expect(await exports.finish(ticket.exportId)).toEqual({ folderName: '售后问题图片汇集', written: 2 });
    expect(readFileSync(path.join(root, 'manifest.json'), 'utf8')).toBe('{"files":[]}');
    for (const { folder, name, text } of twoBuyers) {
      expect(readFileSync(path.join(root, folder, name), 'utf8')).toBe(text);
    }
    expect(readdirSync(root).toSorted()).toEqual(['manifest.json', '张三', '李四']);
  });

  test('a file without a folder lies in the new folder itself, and never takes a folder’s or the manifest’s name', async () => {
    const { parent, exports, upload, begin } = setup();
    const files = [file('', '验证.html'), file('originals', 'a.jpg'), file('', 'Manifest.json')];
    const ticket = await begin(files, '举证包');
    for (const [index, { text }] of files.entries()) await upload(url(ticket, index), text);
    await exports.finish(ticket.exportId);
    const root = path.join(parent, '举证包');
    expect(readdirSync(root).toSorted()).toEqual([
      'Manifest.json',
      '_manifest.json',
      'originals',
      '验证.html',
    ]);
    expect(readFileSync(path.join(root, '验证.html'), 'utf8')).toBe(files[0]?.text);
    const clash = [file('', 'Originals'), file('originals', 'a.jpg')];
    await expect(exports.begin(request(clash))).rejects.toMatchObject({ code: 'invalidInput' });
    expect(readdirSync(parent)).toEqual(['举证包']);
  });

  test('never mixes with what is there: the second export gets a number', async () => {
    const { parent, begin } = setup();
    writeFileSync(path.join(parent, '售后问题图片汇集'), 'a file of that name');
    await begin(twoBuyers);
    await begin(twoBuyers);
    expect(readdirSync(parent).toSorted()).toEqual([
      '售后问题图片汇集',
      '售后问题图片汇集 (2)',
      '售后问题图片汇集 (3)',
    ]);
  });

  test('is nothing when the seller closes the dialog', async () => {
    const { parent, choice, exports } = setup();
    choice.folder = null;
    expect(await exports.begin(request(twoBuyers))).toBeNull();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('cleans the name of its own folder', async () => {
    const { parent, begin } = setup();
    await begin([], '../../outside');
    expect(readdirSync(parent)).toEqual(['_.._outside']);
  });

  test.each([
    ['a folder going up', file('..', 'x.jpg')],
    ['a name going up', file('张三', '../../x.jpg')],
    ['a path as a folder', file('a/b', 'x.jpg')],
    ['a Windows path', file('张三', '..\\x.jpg')],
    ['an absolute folder', file('/etc', 'x.jpg')],
    ['a drive', file('C:', 'x.jpg')],
    ['a stream', file('张三', 'x.jpg:hidden')],
    ['a device', file('CON', 'x.jpg')],
    ['a device with an ending', file('张三', 'nul.jpg')],
    ['a NUL', file('张三', 'x\u0000.jpg')],
    ['a direction mark', file('张三', 'x\u202Egpj.exe')],
    ['a dot at the end', file('张三.', 'x.jpg')],
    ['a name of dots', file('张三', '..')],
  ])('refuses %s, before anything is written', async (_what, bad) => {
    const { parent, exports } = setup();
    await expect(exports.begin(request([...twoBuyers, bad]))).rejects.toMatchObject({
      code: 'invalidInput',
      detail: { index: 2 },
    });
    expect(readdirSync(parent)).toEqual([]);
  });

  test.each([
    ['the same name twice', [file('a', 'x.jpg'), file('a', 'x.jpg')]],
    ['names differing in case only', [file('a', 'x.jpg'), file('a', 'X.JPG')]],
    ['folders differing in case only', [file('A', 'x.jpg'), file('a', 'y.jpg')]],
  ])('refuses %s: one would replace the other', async (_what, files) => {
    const { parent, exports } = setup();
    await expect(exports.begin(request(files))).rejects.toMatchObject({ code: 'invalidInput' });
    expect(readdirSync(parent)).toEqual([]);
  });

  test('does not finish while files are missing, wrong or gone again', async () => {
    const { parent, exports, upload, begin } = setup();
    const files = [...twoBuyers, file('王五', 'c.jpg')];
    const ticket = await begin(files);
    await upload(url(ticket, 0), files[0]?.text ?? '');
    await expect(upload(url(ticket, 1), 'other bytes')).rejects.toMatchObject({ code: 'hashMismatch' });
    await upload(url(ticket, 2), files[2]?.text ?? '');
    rmSync(path.join(parent, '售后问题图片汇集', '王五', 'c.jpg'));
    await expect(exports.finish(ticket.exportId)).rejects.toMatchObject({
      code: 'writeFailed',
      detail: { missing: 2 },
    });
    expect(existsSync(path.join(parent, '售后问题图片汇集', 'manifest.json'))).toBe(false);
  });

  test('called off removes what it wrote and nothing else', async () => {
    const { parent, exports, upload, begin } = setup();
    mkdirSync(path.join(parent, 'holiday photos'));
    const ticket = await begin(twoBuyers);
    const root = path.join(parent, '售后问题图片汇集');
    await upload(url(ticket, 0), twoBuyers[0]?.text ?? '');
    writeFileSync(path.join(root, '李四', 'the seller put this here.txt'), 'mine');
    await exports.cancel(ticket.exportId);
    expect(readdirSync(parent).toSorted()).toEqual(['holiday photos', '售后问题图片汇集']);
    expect(readdirSync(root)).toEqual(['李四']);
    expect(readdirSync(path.join(root, '李四'))).toEqual(['the seller put this here.txt']);
    await expect(upload(url(ticket, 1), twoBuyers[1]?.text ?? '')).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(exports.finish(ticket.exportId)).rejects.toMatchObject({ code: 'notFound' });
    await exports.cancel(ticket.exportId);
  });

  test('called off leaves no trace, also of an upload under way', async () => {
    const { parent, exports, begin, receive } = setup();
    const ticket = await begin(twoBuyers);
    const silent: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    };
    const running = receive(url(ticket, 0), silent).catch((error: unknown) => (error as AppError).code);
    const root = path.join(parent, '售后问题图片汇集');
    await vi.waitFor(() => expect(readdirSync(path.join(root, '张三'))).toHaveLength(1), { timeout: 4000 });
    await exports.cancel(ticket.exportId);
    expect(await running).toBe('cancelled');
    expect(readdirSync(parent)).toEqual([]);
  });

  test('is refused before it starts when the disk is too small', async () => {
    const { parent, exports } = setup({ free: 50 * 1024 * 1024 });
    await expect(exports.begin(request(twoBuyers))).rejects.toMatchObject({ code: 'storageFull' });
    expect(readdirSync(parent)).toEqual([]);
  });

  test('that cannot make its folders leaves none behind', async () => {
    let made = 0;
    const disk = watchedDisk(() => undefined, {
      makeFolder: async (folder) => {
        made += 1;
        if (made === 3) throw systemError('ENOSPC');
        await realDisk.makeFolder(folder);
      },
    });
    const { parent, exports } = setup({ disk });
    await expect(exports.begin(request(twoBuyers))).rejects.toMatchObject({ code: 'storageFull' });
    expect(readdirSync(parent)).toEqual([]);
  });

  test('works for a buyer called manifest.json', async () => {
    const { parent, exports, upload, begin } = setup();
    const buyer = file('manifest.json', 'a.jpg');
    const ticket = await begin([buyer]);
    await upload(url(ticket, 0), buyer.text);
    await exports.finish(ticket.exportId);
    expect(readdirSync(path.join(parent, '售后问题图片汇集')).toSorted()).toEqual([
      '_manifest.json',
      'manifest.json',
    ]);
  });
});
