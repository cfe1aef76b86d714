import { mkdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDownloads } from '../../../electron/main/files/downloads';
import { createWatchFolder, type WatchFolder } from '../../../electron/main/files/watch-folder';
import { openLedger } from '../../../electron/main/files/watch-ledger';
import { tempFolder } from './temp-folder';
import type { SettleWatched, WatchedFile, WatchStatus } from '#shared/ipc/watch';

let data: string;
let photos: string;
let folder: WatchFolder;
let told: WatchStatus[] = [];
const clock = { now: () => 1000, elapsed: () => performance.now() };
const downloads = createDownloads(clock);

async function open(): Promise<WatchFolder> {
  const ledger = await openLedger(data, () => undefined);
  return createWatchFolder({
    ledger,
    downloads,
    chooseFolder: () => Promise.resolve(photos),
    changed: (status) => {
      told.push(status);
    },
    clock,
    log: () => undefined,
    pauses: { stable: 150, poll: 30, look: 100, again: 60 },
  });
}

beforeEach(async () => {
  told = [];
  data = tempFolder();
  photos = join(tempFolder(), '手机');
  await mkdir(photos, { recursive: true });
  folder = await open();
});
afterEach(async () => {
  await folder.close();
});

async function next(): Promise<WatchedFile> {
  return vi.waitFor(
    async () => {
      const one = await folder.next();
      if (one === null) throw new Error('nothing yet');
      return one;
    },
    { timeout: 8000, interval: 30 },
  );
}
function settle(one: WatchedFile, outcome: SettleWatched['outcome'] = 'taken'): void {
  folder.settle({ id: one.id, size: one.size, modifiedAt: one.modifiedAt, outcome });
}
async function bytesOf({ url }: WatchedFile): Promise<string> {
  const body = downloads.take(url.replace('/download/', ''));
  return body === null ? 'gone' : new Response(body as never).text();
}
const put = async (name: string, text: string): Promise<void> => {
  await mkdir(join(photos, name, '..'), { recursive: true });
  await writeFile(join(photos, name), text);
};

describe('R19 the watch folder', () => {
  test('gives each new file once, whole, with the folders it lies in, and leaves it untouched', async () => {
    await put('old.jpg', 'old');
    expect(await folder.choose()).toMatchObject({ state: 'watching', before: 1, on: true });
    await put('.hidden.jpg', 'x');
    await put('a.jpg.part', 'x');
    await put('小鱼爱吃猫/a.jpg', 'one');
    const one = await next();
    expect(one).toMatchObject({ name: 'a.jpg', folder: '手机/小鱼爱吃猫', size: 3 });
    expect(await bytesOf(one)).toBe('one');
    // An address is good once.
    expect(await bytesOf(one)).toBe('gone');
    const before = await stat(join(photos, '小鱼爱吃猫/a.jpg'));
    settle(one);
    expect(folder.status()).toMatchObject({ taken: 1, last: { name: 'a.jpg', at: 1000 }, waiting: 0 });
    await rename(join(photos, 'a.jpg.part'), join(photos, 'b.jpg'));
    const two = await next();
    expect(two.name).toBe('b.jpg');
    settle(two);
    expect((await stat(join(photos, '小鱼爱吃猫/a.jpg'))).mtimeMs).toBe(before.mtimeMs);
    expect(await readFile(join(photos, 'old.jpg'), 'utf8')).toBe('old');
  });

  test('remembers over a restart: what came meanwhile is taken, what was taken is not', async () => {
    await folder.choose();
    await put('a.jpg', 'one');
    settle(await next());
    await folder.close();
    await put('b.jpg', 'two');
    folder = await open();
    await folder.start();
    const one = await next();
    expect(one.name).toBe('b.jpg');
    // The window could not keep it (disk full): it is offered again after the next start.
    settle(one, 'failed');
    await folder.close();
    folder = await open();
    await folder.start();
    expect((await next()).name).toBe('b.jpg');
  });

  test('a file that rested and then grew is told to be more of the same, also after a restart', async () => {
    await folder.choose();
    await put('video.mp4', 'first ');
    const part = await next();
    expect(part).toMatchObject({ size: 6, grownFrom: null });
    settle(part);
    await folder.close();
    await put('video.mp4', 'first second');
    folder = await open();
    await folder.start();
    const whole = await next();
    expect(whole).toMatchObject({ size: 12, grownFrom: 6 });
    settle(whole);
    // Shorter than before: something else.
    await put('video.mp4', 'new');
    expect(await next()).toMatchObject({ size: 3, grownFrom: null });
  });

  test('what could not be kept is offered again by itself until it is, and said meanwhile', async () => {
    await folder.choose();
    await put('a.jpg', 'one');
    const first = await next();
    settle(first, 'failed');
    expect(folder.status()).toMatchObject({ held: 1, taken: 0 });
    const second = await next();
    expect([second.name, second.id === first.id]).toEqual(['a.jpg', false]);
    settle(second, 'failed');
    settle(await next());
    expect(folder.status()).toMatchObject({ held: 0, taken: 1, waiting: 0 });
    expect(await folder.next()).toBeNull();
  });

  test('another file in its place, and a link out of the folder, are not given out as what was offered', async () => {
    await folder.choose();
    await put('a.jpg', 'one');
    await put('b.jpg', 'two');
    const offered = await next();
    const other = offered.name === 'a.jpg' ? 'b.jpg' : 'a.jpg';
    const place = join(photos, offered.name);
    // As large as before, and of another time.
    await writeFile(place, '...');
    await utimes(place, 1, 1);
    await expect(bytesOf(offered)).rejects.toThrow('changed');
    const secret = join(data, 'secret.txt');
    await writeFile(secret, 'key');
    await utimes(secret, 1, 1);
    const again = await next();
    expect(again).toMatchObject({ name: offered.name, modifiedAt: 1000 });
    await rm(place);
    await symlink(secret, place);
    await expect(bytesOf(again)).rejects.toThrow();
    // What is gone holds nothing up.
    expect((await next()).name).toBe(other);
  });

  test('what is written into a file while it waits is offered once it has been taken as it was', async () => {
    await folder.choose();
    await put('a.jpg', 'one');
    const first = await next();
    await put('a.jpg', 'one and more');
    // What is told of later has come, so what was told of the first file has come too.
    await put('b.jpg', 'two');
    await vi.waitFor(
      () => {
        expect(folder.status().waiting).toBe(2);
      },
      { timeout: 8000 },
    );
    settle(first);
    const other = await next();
    expect(other.name).toBe('b.jpg');
    settle(other);
    const second = await next();
    expect(await bytesOf(second)).toBe('one and more');
    settle(second);
    expect(folder.status()).toMatchObject({ taken: 3, waiting: 0 });
  });

  test('a file that could not be kept and has gone since is held no longer', async () => {
    await folder.choose();
    await put('a.jpg', 'one');
    settle(await next(), 'failed');
    await rm(join(photos, 'a.jpg'));
    await vi.waitFor(
      () => {
        expect(told.at(-1)).toMatchObject({ held: 0 });
      },
      { timeout: 8000 },
    );
  });

  test('an unplugged folder is said and goes on when it is back', async () => {
    await folder.choose();
    await rename(photos, `${photos}-away`);
    await vi.waitFor(
      () => {
        expect(folder.status().state).toBe('missing');
      },
      { timeout: 8000 },
    );
    await writeFile(`${photos}-away/c.jpg`, 'three');
    await rename(`${photos}-away`, photos);
    expect((await next()).name).toBe('c.jpg');
    expect(folder.status().state).toBe('watching');
  });

  test('off is off; what lay there before comes only when asked for', async () => {
    await put('old.jpg', 'old');
    await folder.choose();
    await folder.turn(false);
    await put('a.jpg', 'one');
    expect(folder.status()).toMatchObject({ state: 'off', on: false });
    expect(await folder.next()).toBeNull();
    await folder.turn(true);
    expect((await next()).name).toBe('a.jpg');
    await rm(join(photos, 'a.jpg'));
    await folder.takeBefore();
    expect((await next()).name).toBe('old.jpg');
  });
});
