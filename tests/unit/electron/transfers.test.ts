import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { appProtocol } from '../../../electron/main/app-protocol';
import type { Disk } from '../../../electron/main/files/disk';
import { createDownloads } from '../../../electron/main/files/downloads';
import { createTransfers, type TransferTarget } from '../../../electron/main/files/transfers';
import type { AppErrorData } from '../../../shared/errors';
import { systemError, watchedDisk } from './faulty-disk';
import { tempFolder } from './temp-folder';

function setup() {
  const time = { elapsed: 0 };
  const transfers = createTransfers({ now: () => 0, elapsed: () => time.elapsed });
  const answer = appProtocol(new Map(), transfers, createDownloads({ now: () => 0, elapsed: () => 0 }));
  const put = (url: string, body: Uint8Array | ReadableStream<Uint8Array> | null): Promise<Response> => {
    const init = body instanceof ReadableStream ? { body, duplex: 'half' } : { body };
    return answer(new Request(`app://liudi${url}`, { method: 'PUT', ...init } as RequestInit));
  };
  return { time, transfers, put };
}

function expecting(bytes: Uint8Array): TransferTarget['options'] {
  return {
    expected: { size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
  };
}

async function errorCode(response: Response): Promise<string> {
  return ((await response.json()) as AppErrorData).code;
}

describe('an upload', () => {
  test('R22 streams bytes to their file and tells what stands there', async () => {
    const { transfers, put } = setup();
    const bytes = randomBytes(3_000_000);
    const target = path.join(tempFolder(), 'a.jpg');
    const { url } = transfers.open({ path: target, options: expecting(bytes) }, 1000);
    const response = await put(url, bytes);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      size: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });

  test('of an empty file works', async () => {
    const { transfers, put } = setup();
    const target = path.join(tempFolder(), 'empty');
    const { url } = transfers.open({ path: target, options: expecting(new Uint8Array()) }, 1000);
    expect((await put(url, null)).status).toBe(201);
    expect(readFileSync(target)).toHaveLength(0);
  });

  test('without an expectation takes any bytes', async () => {
    const { transfers, put } = setup();
    const target = path.join(tempFolder(), 'saved.csv');
    const { url } = transfers.open({ path: target, options: {} }, 1000);
    expect((await put(url, Buffer.from('a,b'))).status).toBe(201);
    expect(readFileSync(target, 'utf8')).toBe('a,b');
  });

  test('address works once, even after a failure and while the first runs', async () => {
    const { transfers, put } = setup();
    const target = path.join(tempFolder(), 'a');
    const { url } = transfers.open({ path: target, options: expecting(Buffer.from('right')) }, 1000);
    const [first, second] = await Promise.all([
      put(url, Buffer.from('wrong')),
      put(url, Buffer.from('right')),
    ]);
    expect(first.status).toBe(422);
    expect(await errorCode(first)).toBe('hashMismatch');
    expect(second.status).toBe(404);
    expect((await put(url, Buffer.from('right'))).status).toBe(404);
    expect(existsSync(target)).toBe(false);
  });

  test('with other bytes leaves nothing in the folder', async () => {
    const { transfers, put } = setup();
    const folder = tempFolder();
    const { url } = transfers.open(
      { path: path.join(folder, 'a'), options: expecting(Buffer.from('right')) },
      1000,
    );
    await put(url, Buffer.from('other'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('address expires, and its owner is told', async () => {
    const { time, transfers, put } = setup();
    const ends: unknown[] = [];
    const target = {
      path: path.join(tempFolder(), 'a'),
      options: {},
      settled: (end: unknown) => ends.push(end),
    };
    const { url } = transfers.open(target, 1000);
    time.elapsed = 1000;
    expect((await put(url, Buffer.from('late'))).status).toBe(404);
    expect(ends).toHaveLength(1);
    expect(existsSync(target.path)).toBe(false);
  });

  test('address cannot be guessed', () => {
    const { transfers } = setup();
    const target = { path: '/nowhere', options: {} };
    const urls = Array.from({ length: 100 }, () => transfers.open(target, 1000).url);
    expect(new Set(urls).size).toBe(100);
    expect(urls.every((url) => /^\/upload\/[0-9a-f]{48}$/.test(url))).toBe(true);
  });

  test('that breaks off leaves nothing in the folder', async () => {
    const { transfers, put } = setup();
    const folder = tempFolder();
    const { url } = transfers.open({ path: path.join(folder, 'a'), options: {} }, 1000);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent < 3) controller.enqueue(Buffer.from('part'));
        else controller.error(new Error('window closed'));
      },
    });
    const response = await put(url, body);
    expect(response.status).toBe(400);
    expect(await errorCode(response)).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('under way when the app quits is broken off, and leaves nothing in the folder', async () => {
    const { transfers, put } = setup();
    const folder = tempFolder();
    const { url } = transfers.open({ path: path.join(folder, 'a'), options: {} }, 1000);
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from('part'));
      },
    });
    const response = put(url, silent);
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 4000 });
    await transfers.stop();
    expect(readdirSync(folder)).toEqual([]);
    expect((await response).status).toBe(400);
  });

  test('onto a full disk is answered with 507 storageFull', async () => {
    const { transfers, put } = setup();
    const folder = tempFolder();
    const disk: Disk = watchedDisk((step) => {
      if (step === 'write') throw systemError('ENOSPC');
    });
    const { url } = transfers.open({ path: path.join(folder, 'a'), options: { disk } }, 1000);
    const response = await put(url, Buffer.from('x'));
    expect(response.status).toBe(507);
    expect(await response.json()).toMatchObject({ code: 'storageFull', retry: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps the sender waiting while the disk is slow', async () => {
    const { transfers, put } = setup();
    let pulled = 0;
    let writable: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      writable = resolve;
    });
    const base = watchedDisk(() => undefined);
    const disk: Disk = {
      ...base,
      open: async (file, flags, mode) => {
        const opened = await base.open(file, flags, mode);
        if (flags === 'r') return opened;
        const write = (async (buffer: Uint8Array, offset: number, length: number) => {
          await gate;
          return opened.write(buffer, offset, length);
        }) as typeof opened.write;
        return { write, sync: () => opened.sync(), close: () => opened.close() };
      },
    };
    const { url } = transfers.open({ path: path.join(tempFolder(), 'a'), options: { disk } }, 1000);
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          pulled += 1;
          if (pulled > 100) controller.close();
          else controller.enqueue(Buffer.alloc(65_536));
        },
      },
      { highWaterMark: 1 },
    );
    const response = put(url, body);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pulled).toBeLessThan(8);
    writable();
    expect((await response).status).toBe(201);
    expect(pulled).toBe(101);
  });
});
