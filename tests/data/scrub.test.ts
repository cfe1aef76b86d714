import { freshDatabase, noon, day } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { fileEvidence } from '../../renderer/data/evidence-repository';
import {
  dismissDamage,
  healOriginal,
  listDamages,
  noteHealed,
  readDamage,
  readSound,
} from '../../renderer/data/heal';
import { changeScrub, countToCheck, nextOriginals, readScrub } from '../../renderer/data/scrub-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import {
  recheckFiles,
  scrubOnce,
  startScrubNow,
  type ScrubTools,
} from '../../renderer/features/evidence/scrub';
import { useToasts } from '../../renderer/state/toast-store';
import { WorkerLost } from '../../renderer/workers/worker-pool';
import { checkedFile } from '../helpers/checked-file';
import { installFakeDesktop } from '../helpers/fake-desktop';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId, Sha256 } from '#shared/domain/ids';

freshDatabase();

const hashOf = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;
const tools = (part: Partial<ScrubTools> = {}): ScrubTools => ({
  hash: async (blob) => hashOf(await blob.text()),
  rest: () => Promise.resolve(true),
  now: () => noon,
  ...part,
});

async function fill(count: number): Promise<CaseId> {
  const { id } = await createCase(makeCaseInput(), noon);
  for (let at = 0; at < count; at += 1)
    await fileEvidence(id, checkedFile(`b${at}`, { sha256: hashOf(`b${at}`) }), noon);
  return id;
}
const damage = (text: string): Promise<unknown> =>
  database().blobs.put({ sha256: hashOf(text), blob: new Blob(['broken']) });
/** The vault of a test: gives these bytes for whatever it is asked. */
function vaultWith(bytes: string | null): void {
  installFakeDesktop({ readVaultObject: () => (bytes === null ? null : { url: 'https://vault.test/1' }) });
  globalThis.fetch = (() => Promise.resolve(new Response(bytes))) as typeof fetch;
}
const kinds = async (id: CaseId): Promise<string[]> => (await listEvents(id)).map(({ kind }) => kind);

describe('reading an original for a pack', () => {
  test('a flipped byte is found and mended from the vault, the damaged copy kept and named', async () => {
    const id = await fill(2);
    vaultWith('b1');
    expect(await (await readSound(hashOf('b0'), 'b0.jpg', noon)).blob.text()).toBe('b0');
    await damage('b1');
    const { blob, healed } = await readSound(hashOf('b1'), 'b1.jpg', noon);
    expect([await blob.text(), healed]).toEqual(['b1', true]);
    const [found] = await listDamages();
    expect(found === undefined ? null : await (await readDamage(found))?.text()).toBe('broken');
    expect((await kinds(id)).at(-1)).toBe('evidenceHealed');
  });

  test('one that nothing can bring back stops it, by name; altered or gone', async () => {
    const id = await fill(2);
    vaultWith(null);
    await damage('b0');
    await database().blobs.delete(hashOf('b1'));
    for (const name of ['b0', 'b1']) {
      await expect(readSound(hashOf(name), `${name}.jpg`, noon)).rejects.toMatchObject({
        code: 'originalDamaged',
        detail: { name: `${name}.jpg` },
      });
    }
    expect((await kinds(id)).filter((kind) => kind === 'evidenceDamaged')).toHaveLength(2);
  });
});

describe('the background check of originals', () => {
  test('reads every original once, notes the full run, and rests for a week', async () => {
    vaultWith(null);
    await fill(3);
    const read: string[] = [];
    const counting = tools({
      hash: async (blob) => {
        read.push(await blob.text());
        return hashOf(await blob.text());
      },
    });
    await scrubOnce(counting);
    expect(read.toSorted()).toEqual(['b0', 'b1', 'b2']);
    expect(await readScrub()).toMatchObject({
      lastRunAt: noon,
      lastChecked: 3,
      lastDamaged: 0,
      startedAt: null,
    });
    await scrubOnce(counting);
    expect(read).toHaveLength(3);
    await scrubOnce({ ...counting, now: () => noon + 8 * day });
    expect(read).toHaveLength(6);
  });

  test('a damaged original is healed from the vault, the damaged copy kept, the history told', async () => {
    const id = await fill(3);
    await damage('b1');
    vaultWith('b1');
    useToasts.setState({ toasts: [] });
    await scrubOnce(tools());
    expect(useToasts.getState().toasts).toMatchObject([
      { key: 'integrity.healed', values: { name: '小鱼爱吃猫_20261121_照片_02.jpg' } },
    ]);
    expect(await (await database().blobs.get(hashOf('b1')))?.blob.text()).toBe('b1');
    const [found] = await listDamages();
    expect(found).toMatchObject({
      sha256: hashOf('b1'),
      healed: true,
      fileNames: ['小鱼爱吃猫_20261121_照片_02.jpg'],
    });
    expect(found === undefined ? null : await (await readDamage(found))?.text()).toBe('broken');
    expect((await kinds(id)).at(-1)).toBe('evidenceHealed');
    expect(findBrokenLink(await listEvents(id))).toBeNull();
    expect(await readScrub()).toMatchObject({ lastDamaged: 1 });
    await dismissDamage(found?.id ?? '');
    expect(await listDamages()).toEqual([]);
    expect(await database().damages.count()).toBe(1);
  });

  test('one that the vault cannot help with stays as it is and on the list, told once', async () => {
    const id = await fill(1);
    await damage('b0');
    vaultWith('also broken');
    await scrubOnce(tools());
    await startScrubNow(noon);
    await scrubOnce(tools());
    expect(await (await database().blobs.get(hashOf('b0')))?.blob.text()).toBe('broken');
    expect((await kinds(id)).filter((kind) => kind === 'evidenceDamaged')).toHaveLength(1);
    const [found] = await listDamages();
    await dismissDamage(found?.id ?? '');
    expect(await listDamages()).toMatchObject([{ healed: false }]);
    vaultWith('b0');
    expect(await healOriginal(hashOf('b0'), noon)).not.toBeNull();
    expect(await database().damages.toArray()).toMatchObject([{ healed: true }]);
  });

  test('a check that was cut short goes on where it was; paused it does nothing', async () => {
    vaultWith(null);
    await fill(3);
    let left = 2;
    await scrubOnce(tools({ rest: () => Promise.resolve(left-- > 0) }));
    expect(await readScrub()).toMatchObject({ checked: 2, lastRunAt: null, startedAt: noon });
    await changeScrub({ paused: true });
    await scrubOnce(tools());
    expect(await readScrub()).toMatchObject({ checked: 2 });
    await changeScrub({ paused: false });
    await scrubOnce(tools());
    expect(await readScrub()).toMatchObject({ lastChecked: 3, lastRunAt: noon });
  });

  test('damaged copies that are kept beside the originals are not counted as originals, nor checked', async () => {
    const id = await fill(3);
    await damage('b1');
    vaultWith('b1');
    await scrubOnce(tools());
    // Another one was mended while the shop was rebuilt.
    await noteHealed([
      { sha256: hashOf('b2'), blob: null, damaged: { sha256: hashOf('torn'), blob: new Blob(['torn']) } },
    ]);
    expect(await database().blobs.count()).toBe(5);
    expect(await countToCheck()).toBe(3);
    await scrubOnce(tools({ now: () => noon + 8 * day }));
    expect(await readScrub()).toMatchObject({ lastChecked: 3, lastDamaged: 0 });
    // In small bites, none is missed and none comes twice.
    const order = await nextOriginals('', 50);
    expect([
      ...(await nextOriginals('', 1)),
      ...(await nextOriginals(order[0] ?? '', 1)),
      ...(await nextOriginals(order[1] ?? '', 1)),
      ...(await nextOriginals(order[2] ?? '', 1)),
    ]).toEqual(order);
    // Somebody hands the same bytes in: then they are an original like any other.
    await fileEvidence(id, checkedFile('broken', { sha256: hashOf('broken') }), noon);
    expect(await countToCheck()).toBe(4);
  });

  test('a worker that was given up is no damage', async () => {
    vaultWith(null);
    await fill(1);
    await scrubOnce(tools({ hash: () => Promise.reject(new WorkerLost('timeout')) }));
    expect(await listDamages()).toEqual([]);
  });
});

test('where files are gone, pictures that cannot be read are let go and a check begins, paused or not', async () => {
  await fill(2);
  // Stands for bytes the browser cannot read any more.
  const gone = {} as Blob;
  await database().thumbs.bulkPut([
    { sha256: hashOf('b0'), blob: gone },
    { sha256: hashOf('b1'), blob: new Blob(['small']) },
    { sha256: hashOf('no picture'), blob: null },
  ]);
  await changeScrub({ paused: true, lastRunAt: noon - 1 });
  await recheckFiles(noon);
  const left = await database().thumbs.toCollection().primaryKeys();
  expect(left.sort()).toEqual([hashOf('b1'), hashOf('no picture')].sort());
  vaultWith('b1');
  await damage('b1');
  await scrubOnce(tools());
  expect(await readScrub()).toMatchObject({ lastChecked: 2, lastDamaged: 1 });
  // What was brought back gets a new picture.
  expect(await database().thumbs.get(hashOf('b1'))).toBeUndefined();
});
