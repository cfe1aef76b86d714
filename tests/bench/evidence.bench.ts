import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../electron/dev/build';
import { dropPaths } from '../helpers/drop-paths';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { openNewCase, showTab, skipSetup } from '../helpers/seller';
import { makeRow, type Bench, type BenchRow } from './bench-row';
import { drawLargePhotos, writePhotos } from './large-photos';
import { childrenMegabytes } from './process-memory';
import { watchWork, type Work } from './window-work';

const execute = promisify(execFile);

/** The first run warms both sides up and is left out. */
const rounds = 4;
const blockBudgetMs = 50;
const memoryBudgetMb = 300;

/**
 * Taking evidence in, in the built app in a real browser, beside its peers on the same files: durable and hashed against
 * `cp` and `sha256sum`, thumbnails against `vipsthumbnail` in two processes, memory while a video of 2 GB comes in, and
 * the longest time the window did not answer. `--photos N` (40) per round, `--video-mb N` (2048).
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
  await page.evaluate(watchBlocks);
  const stored: number[] = [];
  const copied: number[] = [];
  const shrunk: number[] = [];
  const vipsed: number[] = [];
  const work: Work[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const source = join(folder, `round-${round}`);
    await writePhotos(drawn, source, round, photos);
    await openNewCase(page, { buyerId: `买家${round}` });
    await showTab(page, '凭证');
    const peer = await timeCopy(source, join(folder, `copy-${round}`));
    const [intake, thumbs, done] = await timeIntake(app, source, photos * (round + 1), round === 0);
    const peerThumbs = vips ? await timeVips(source) : Number.NaN;
    console.error(
      `round ${round}: ${photos} photos in ${intake.toFixed(0)} ms (copy ${peer.toFixed(0)}), thumbnails ${thumbs.toFixed(0)} ms (vips ${peerThumbs.toFixed(0)}), load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
    );
    // Watching costs time: it is done in the round that is not measured.
    if (round === 0) work.push(...done);
    if (round === 0) continue;
    stored.push(intake);
    shrunk.push(thumbs);
    copied.push(peer);
    vipsed.push(peerThumbs);
  }
  const growth = await measureMemory(app, folder, videoMb);
  const blocks = await page.evaluate(blocksWhileTakingIn);
  console.error(`blocks of the window: ${blocks.map((ms) => Math.round(ms)).join(' ')} ms`);
  return [
    makeRow({
      name: `${photos} photos of 12 MP durable, hashed, named`,
      ours: stored,
      peer: { name: 'cp + sha256sum', runs: copied },
      budget: 1.5,
    }),
    makeRow({
      name: `thumbnails of ${photos} photos`,
      ours: shrunk,
      peer: { name: vips ? 'vipsthumbnail, 2 processes' : 'vipsthumbnail MISSING', runs: vipsed },
      budget: 1.5,
    }),
    makeRow({
      name: `memory growth, video of ${videoMb} MB`,
      ours: [growth],
      peer: { name: 'limit', runs: [memoryBudgetMb] },
      budget: 1,
      unit: 'MB',
    }),
    makeRow({
      name: 'longest block of the window',
      ours: [Math.max(0, ...blocks)],
      peer: { name: 'limit', runs: [blockBudgetMs] },
      budget: 1,
    }),
    makeRow({
      name: 'of it the window itself worked',
      ours: [Math.max(0, ...work.map(({ own }) => own))],
      peer: { name: 'limit', runs: [blockBudgetMs] },
      budget: 1,
    }),
  ];
}

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
async function timeIntake(
  { page }: LiudiApp,
  source: string,
  total: number,
  watched: boolean,
): Promise<[number, number, readonly Work[]]> {
  const endWork = watched ? await watchWork(page) : () => Promise.resolve([]);
  const counted = page.evaluate(countInStore, total);
  await dropPaths(page, [source]);
  const [stored, thumbs] = await counted;
  return [stored, thumbs, await endWork()];
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
  performance.measure('taking in', { start: begun, end: thumbs });
  return [stored - begun, thumbs - stored];
}

/** Runs in the page: notes every time the window did not answer for 50 ms or more. */
function watchBlocks(): void {
  const blocks: PerformanceEntry[] = [];
  Object.assign(globalThis, { blocks });
  new PerformanceObserver((list) => {
    blocks.push(...list.getEntries());
  }).observe({ type: 'longtask' });
}

/** Runs in the page: those between a drop and its last thumbnail; opening a form is another matter. */
function blocksWhileTakingIn(): number[] {
  const { blocks } = globalThis as unknown as { readonly blocks: readonly PerformanceEntry[] };
  const spans = performance.getEntriesByName('taking in', 'measure');
  return blocks
    .filter(({ startTime }) =>
      spans.some((span) => startTime >= span.startTime && startTime <= span.startTime + span.duration),
    )
    .map(({ duration }) => duration);
}

/** The most that browser and main process grew, in MB, while a large video came in. */
async function measureMemory(app: LiudiApp, folder: string, megabytes: number): Promise<number> {
  const video = join(folder, 'video.mp4');
  await writeVideo(video, megabytes);
  await openNewCase(app.page, { buyerId: '买家视频' });
  const before = (await childrenMegabytes()) ?? Number.NaN;
  let most = before;
  await dropPaths(app.page, [video]);
  const stored = app.page.locator('.evidence-tile').first().waitFor({ timeout: 240_000 });
  const isStored = stored.then(() => true);
  const pause = (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 200, false));
  do most = Math.max(most, (await childrenMegabytes()) ?? Number.NaN);
  while (!(await Promise.race([isStored, pause()])));
  return most - before;
}

/** A file that begins like a video. What follows is a hole on the disk: reading it costs nothing, keeping it would. */
async function writeVideo(path: string, megabytes: number): Promise<void> {
  const file = await open(path, 'w');
  await file.write(Buffer.from('00000018667479706d70343200000000', 'hex'));
  await file.truncate(megabytes * 1024 * 1024);
  await file.close();
}
