import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../electron/dev/build';
import { mirrored } from '../chaos/shop';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, showTab, skipSetup } from '../helpers/seller';
import { makeRow, type Bench, type BenchRow } from './bench-row';
import { drawLargePhotos, writePhotos } from './large-photos';
import { childrenMegabytes } from './process-memory';
import { watchWork, type Work } from './window-work';

const execute = promisify(execFile);

/** Rounds against the clock. One before them warms both sides up, one after them has the window's own work watched. */
const timedRounds = 3;
const blockBudgetMs = 50;
const memoryBudgetMb = 300;
/** A video that is long enough to be read in pieces. */
const shortVideoMb = 128;

/**
 * Taking evidence in, in the built app in a real browser, beside its peers on the same files: durable and hashed against
 * `cp` and `sha256sum`, thumbnails against `vipsthumbnail` in two processes, memory while photos and while a video of 2 GB
 * come in, and the longest piece of work of the window's main thread. That one is told in processor time: on a busy
 * machine a task also waits for its turn, which says nothing of it. `--photos N` (40) per round, `--video-mb N` (2048).
 */
export const run: Bench = async (args) => {
  const photos = readNumber(args, '--photos', 40);
  const videoMb = readNumber(args, '--video-mb', 2048);
  if (!(await build())) throw new Error('the app does not build');
  const folder = await mkdtemp(join(tmpdir(), 'liudi-bench-'));
  const app = await launchApp();
  try {
    return await measure(app, folder, photos, videoMb);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function measure(
  app: LiudiApp,
  folder: string,
  photos: number,
  videoMb: number,
): Promise<readonly BenchRow[]> {
  const { page } = app;
  await skipSetup(page);
  const drawn = await drawLargePhotos(page);
  const vips = await hasVips();
  if (!vips)
    console.error('\n*** vipsthumbnail is missing (Debian: libvips-tools): thumbnails have no peer ***\n');
  const takeIn = async (round: number, watch: Watch = (work) => work()): Promise<Taken> => {
    const source = join(folder, `round-${round}`);
    await writePhotos(drawn, source, round, photos);
    // What the round before left to be mirrored would slow both sides down, by chance one more than the other.
    await mirrored(page);
    await openNewCase(page, { buyerId: `买家${round}` });
    await showTab(page, '凭证');
    const copied = await timeCopy(source, join(folder, `copy-${round}`));
    const [stored, shrunk] = await watch(() => timeIntake(app, source, photos * (round + 1)));
    const vipsed = vips ? await timeVips(source) : Number.NaN;
    console.error(
      `round ${round}: ${photos} photos in ${stored.toFixed(0)} ms (copy ${copied.toFixed(0)}), thumbnails ${shrunk.toFixed(0)} ms (vips ${vipsed.toFixed(0)}), load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
    );
    return { stored, copied, shrunk, vipsed };
  };
  // Watching costs time: it is done in rounds that are not timed.
  const photoGrowth: number[] = [];
  await takeIn(0, async (work) => {
    const [result, growth] = await growthDuring(work);
    photoGrowth.push(growth);
    return result;
  });
  const timed: Taken[] = [];
  for (let round = 1; round <= timedRounds; round += 1) timed.push(await takeIn(round));
  const videoGrowth = await growthOfVideo(app, folder, videoMb);
  const work: Work[] = [];
  await takeIn(timedRounds + 1, async (takingIn) => {
    const end = await watchWork(page);
    const result = await takingIn();
    work.push(...(await end()));
    return result;
  });
  const short = await prepareVideo(app, folder, shortVideoMb);
  const end = await watchWork(page);
  await takeVideo(app, short);
  work.push(...(await end()));
  const longest = (of: keyof Work): number => Math.max(0, ...work.map((one) => one[of]));
  console.error(
    `longest task of the window: ${longest('own').toFixed(0)} ms of its own, ${longest('wall').toFixed(0)} ms by the clock, load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
  );
  return [
    makeRow({
      name: `${photos} photos of 12 MP durable, hashed, named`,
      ours: timed.map(({ stored }) => stored),
      peer: { name: 'cp + sha256sum', runs: timed.map(({ copied }) => copied) },
      budget: 1.5,
    }),
    makeRow({
      name: `thumbnails of ${photos} photos`,
      ours: timed.map(({ shrunk }) => shrunk),
      peer: {
        name: vips ? 'vipsthumbnail, 2 processes' : 'vipsthumbnail MISSING',
        runs: timed.map(({ vipsed }) => vipsed),
      },
      budget: 1.5,
    }),
    makeRow({
      name: `memory growth, ${photos} photos and their thumbnails`,
      ours: photoGrowth,
      peer: { name: 'limit', runs: [memoryBudgetMb] },
      budget: 1,
      unit: 'MB',
    }),
    makeRow({
      name: `memory growth, video of ${videoMb} MB`,
      ours: [videoGrowth],
      peer: { name: 'limit', runs: [memoryBudgetMb] },
      budget: 1,
      unit: 'MB',
    }),
    makeRow({
      name: 'longest main-thread block, own work',
      ours: [longest('own')],
      peer: { name: 'limit', runs: [blockBudgetMs] },
      budget: 1,
    }),
  ];
}

/** What one round took, in ms. */
type Taken = Record<'stored' | 'copied' | 'shrunk' | 'vipsed', number>;
/** Looks on while files come in. */
type Watch = (work: () => Promise<[number, number]>) => Promise<[number, number]>;

function readNumber(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name);
  if (at === -1) return otherwise;
  const value = Number(args[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} takes a number of at least 1`);
  return value;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function timeCopy(source: string, target: string): Promise<number> {
  const names = (await readdir(source)).map((name) => join(target, name));
  return timed(async () => {
    await execute('cp', ['-r', source, target]);
    await execute('sha256sum', names);
  });
}

async function hasVips(): Promise<boolean> {
  return execute('vipsthumbnail', ['--vips-version']).then(
    () => true,
    () => false,
  );
}

/** Two processes, each over half of the files, one thread each, as our two workers. */
async function timeVips(source: string): Promise<number> {
  const files = (await readdir(source)).map((name) => join(source, name));
  const halves = [files.filter((_, at) => at % 2 === 0), files.filter((_, at) => at % 2 === 1)];
  const target = `${source}-vips`;
  await mkdir(target);
  const env = { ...process.env, VIPS_CONCURRENCY: '1' };
  return timed(() =>
    Promise.all(
      halves.map((half) =>
        execute('vipsthumbnail', ['-s', '320', '-o', join(target, '%s.webp[Q=80]'), ...half], { env }),
      ),
    ),
  );
}

/** Milliseconds from the drop until all are committed, and from there until all have a thumbnail. */
async function timeIntake({ page }: LiudiApp, source: string, total: number): Promise<[number, number]> {
  const counted = page.evaluate(countInStore, total);
  await dropPaths(page, [source]);
  return counted;
}

/** Runs in the page: waits for rows to be committed, as another connection to the database sees them. */
async function countInStore(total: number): Promise<[number, number]> {
  let begun = 0;
  addEventListener(
    'drop',
    () => {
      begun = performance.now();
    },
    { capture: true, once: true },
  );
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('liudi');
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(new Error('the database does not open'));
    });
  });
  const reach = async (table: string): Promise<number> => {
    for (;;) {
      const count = await new Promise<number>((resolve) => {
        const request = database.transaction(table).objectStore(table).count();
        request.addEventListener('success', () => {
          resolve(request.result);
        });
      });
      if (count >= total) return performance.now();
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  };
  const stored = await reach('evidence');
  const thumbs = await reach('thumbs');
  database.close();
  return [stored - begun, thumbs - stored];
}

/** The most that browser and main process grew, in MB, while a large video came in. */
async function growthOfVideo(app: LiudiApp, folder: string, megabytes: number): Promise<number> {
  const video = await prepareVideo(app, folder, megabytes);
  const [, growth] = await growthDuring(() => takeVideo(app, video));
  return growth;
}

/** A video on the disk and a case for it: opening a form is another matter than taking in. */
async function prepareVideo(app: LiudiApp, folder: string, megabytes: number): Promise<string> {
  const video = join(folder, `video-${megabytes}.mp4`);
  await writeVideo(video, megabytes);
  await openNewCase(app.page, { buyerId: `买家视频${megabytes}` });
  return video;
}

async function takeVideo({ page }: LiudiApp, video: string): Promise<void> {
  await dropPaths(page, [video]);
  await page.locator('.evidence-tile').first().waitFor({ timeout: 240_000 });
}

/** Does some work; tells as well by how many MB browser and main process grew at most. */
async function growthDuring<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = (await childrenMegabytes()) ?? Number.NaN;
  let most = before;
  const done = work();
  const isDone = done.then(() => true);
  const pause = (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 200, false));
  do most = Math.max(most, (await childrenMegabytes()) ?? Number.NaN);
  while (!(await Promise.race([isDone, pause()])));
  return [await done, most - before];
}

/** A file that begins like a video. What follows is a hole on the disk: reading it costs nothing, keeping it would. */
async function writeVideo(path: string, megabytes: number): Promise<void> {
  const file = await open(path, 'w');
  await file.write(Buffer.from('00000018667479706d70343200000000', 'hex'));
  await file.truncate(megabytes * 1024 * 1024);
  await file.close();
}
