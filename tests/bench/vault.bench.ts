import { execFileSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { offerObject, offerRebuild } from '../../electron/main/vault/rebuild-source';
import { scanVault } from '../../electron/main/vault/scan-vault';
import { roundPause } from '../../renderer/data/outbox/drainer';
import { limits, sendAll } from '../../renderer/data/outbox/drain';
import { readLines } from '../../renderer/data/read-lines';
import { objectTable, type AppendRequest, type ObjectRow } from '#shared/vault/exchange';
import { markTable } from '#shared/vault/journal';
import { type BenchRow, makeRow } from './bench-row';
import { openDesk, type VaultDesk } from './vault-desk';
import { noSeal } from '../helpers/no-seal';

const photoBytes = 3 * 1024 * 1024;
const storeId = '01KAJ8Z0000000000000000000';
type Entry = AppendRequest['entries'][number];
type Photo = { readonly file: string; readonly sha256: string; readonly size: number };

/**
 * `npm run bench -- vault [--megabytes N] [--runs N] [--folder DIR]`: photos to the vault beside `cp` and `sha256sum`, and back
 * beside reading the same bytes. Main's side is the real one; the window's IndexedDB is not in it.
 */
export async function run(args: readonly string[]): Promise<readonly BenchRow[]> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { megabytes: { type: 'string' }, runs: { type: 'string' }, folder: { type: 'string' } },
  });
  const photos = Math.max(1, Math.round((Number(values.megabytes ?? 200) * 1024 * 1024) / photoBytes));
  const root = await mkdtemp(
    path.join(typeof values.folder === 'string' ? values.folder : tmpdir(), 'liudi-bench-'),
  );
  try {
    const made = await makePhotos(path.join(root, 'photos'), photos);
    const [mirror, copy, rebuild, read]: number[][] = [[], [], [], []];
    for (let turn = 0; turn < Number(values.runs ?? 3); turn += 1) {
      const [vault, plain] = [path.join(root, `v${turn}`, 'Vault'), path.join(root, `plain${turn}`)];
      copy?.push(await timed(() => copyAndHash(made, plain)));
      mirror?.push(await timed(() => mirrorAll(openDesk(vault), made)));
      read?.push(await timed(() => readAll(vault)));
      rebuild?.push(await timed(() => rebuildAll(openDesk(vault))));
      for (const folder of [path.dirname(vault), plain]) await rm(folder, { recursive: true });
    }
    const size = `${Math.round((photos * photoBytes) / 1024 ** 2)} MB`;
    return [
      makeRow({
        name: `mirror ${size} (${photos} photos)`,
        ours: mirror ?? [],
        peer: { name: 'cp + sync + sha256sum', runs: copy ?? [] },
        budget: 2,
      }),
      makeRow({
        name: `rebuild ${size}, main's side`,
        ours: rebuild ?? [],
        peer: { name: 'cat + sha256sum', runs: read ?? [] },
        budget: 3,
      }),
    ];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function makePhotos(folder: string, count: number): Promise<readonly Photo[]> {
  await mkdir(folder);
  const photos: Photo[] = [];
  const bytes = Buffer.alloc(photoBytes);
  for (let index = 0; index < count; index += 1) {
    randomFillSync(bytes);
    const file = path.join(folder, `${index}.jpg`);
    await writeFile(file, bytes);
    photos.push({ file, sha256: createHash('sha256').update(bytes).digest('hex'), size: photoBytes });
  }
  execFileSync('sync');
  return photos;
}

/** What a careful seller would do by hand. */
function copyAndHash(photos: readonly Photo[], to: string): void {
  execFileSync('mkdir', [to]);
  execFileSync('cp', [...photos.map(({ file }) => file), to]);
  execFileSync('sync', ['-f', to]);
  const names = photos.map(({ file }) => path.join(to, path.basename(file)));
  execFileSync('sha256sum', names, { maxBuffer: 64 * 1024 * 1024 });
}

/** The drainer's rounds: offer, files, lines, and the rest it leaves to the seller. */
async function mirrorAll({ vault }: VaultDesk, photos: readonly Photo[]): Promise<void> {
  const files = new Map(photos.map(({ sha256, file }) => [sha256, file]));
  const read = (sha256: string): Promise<Blob> => openAsBlob(files.get(sha256) ?? '');
  let seq = 0;
  const entry = (table: string, key: string, row: unknown): Entry => ({
    seq: (seq += 1),
    time: 0,
    table,
    key,
    op: 'put',
    row: JSON.stringify(row),
  });
  const mark = (baseline: string): Entry => entry(markTable, 'baseline', { baseline, storeId });
  await vault.append({ storeId, entries: [mark('begun'), mark('done')] });
  for (let from = 0; from < photos.length; from += limits.files) {
    const begun = performance.now();
    const batch = photos.slice(from, from + limits.files);
    const objects = batch.map(({ sha256, size }) => ({ sha256, size }));
    const { uploads } = await vault.offer({ storeId, acked: 0, objects });
    const lost = await sendAll(uploads, new AbortController().signal, read);
    if (lost.size > 0 || uploads.length !== batch.length) throw new Error('a photo did not arrive');
    const rows = objects.map((one) => entry(objectTable, one.sha256, { ...one, mime: 'image/jpeg' }));
    await vault.append({ storeId, entries: rows });
    await new Promise((resolve) => setTimeout(resolve, roundPause(performance.now() - begun)));
  }
  await vault.close();
}

function readAll(vault: string): void {
  execFileSync('sh', ['-c', 'find "$0" -type f -exec cat {} + | sha256sum', vault]);
}

/** Everything a rebuild asks of main, each file hashed as the window does before it is taken. */
async function rebuildAll({ vault, downloads }: VaultDesk): Promise<void> {
  const sources = {
    root: vault.folder,
    backup: null,
    downloads,
    unseal: noSeal.unseal,
    keys: noSeal.objects,
  };
  const { offer } = await offerRebuild(sources, { known: null, anyShop: false });
  const body = async (url: string): Promise<ReadableStream<Uint8Array>> => {
    const stream = (await fetch(url)).body;
    if (stream === null) throw new Error('nothing to read');
    return stream;
  };
  const objects: ObjectRow[] = [];
  for await (const line of readLines(await body(offer.rowsUrl))) {
    const { table, row } = JSON.parse(line) as { readonly table: string; readonly row: ObjectRow };
    if (table === objectTable) objects.push(row);
  }
  for (const { sha256 } of objects) {
    const target = await offerObject(sources, sha256, 'vault');
    const hash = createHash('sha256');
    for await (const chunk of await body(target?.url ?? '')) hash.update(chunk);
    if (hash.digest('hex') !== sha256) throw new Error('a photo did not come back');
  }
  if ((await scanVault(vault.folder)).lastSeq !== offer.lastSeq) throw new Error('rows did not come back');
}
