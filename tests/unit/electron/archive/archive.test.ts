import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { realArchives, type RealArchives } from '../../../helpers/real-archives';
import { tempFolder } from '../temp-folder';
import { caseRow, forge, type Forged, line, makeArchive, photos, sha256 } from './make-archive';

// Writes are fsynced, and passphrases are meant to take their time.
vi.setConfig({ testTimeout: 60_000 });

const rowsOf = (rows: string): Forged => ({ rows });
let root: string;
let real: RealArchives;
let file: string;

beforeEach(() => {
  root = tempFolder();
  real = realArchives(root);
  file = path.join(root, 'shop.liudi');
});

const opened: string[] = [];
afterEach(async () => {
  for (const id of opened.splice(0)) await real.service.end(id);
});

async function read(stream: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  if (stream === null) throw new Error('nothing there');
  return Buffer.from(await new Response(stream as never).arrayBuffer());
}

async function check(passphrase: string | null = null) {
  const pick = await real.service.choose('pick');
  if (pick === null) throw new Error('closed');
  opened.push(pick.jobId);
  return { pick, facts: await real.service.check(pick.jobId, passphrase) };
}

/** The same bits with one turned round, somewhere in the middle. */
async function flip(at: (bytes: Buffer) => number): Promise<void> {
  const bytes = await readFile(file);
  const index = at(bytes);
  bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
  await writeFile(file, bytes);
}

describe('an archive carries the whole shop away and back', () => {
  it('holds every row and original, read back from the disk', async () => {
    const report = await makeArchive(real);
    expect(report).toMatchObject({ fileName: 'shop.liudi', files: 2, missing: 0, encrypted: false });
    expect(report.size).toBe((await readFile(file)).length);
    expect(real.progress.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['packing', 'verifying']));
    const { pick, facts } = await check();
    expect(facts).toMatchObject({ schema: 4, counts: { cases: 1, blobs: 2 }, files: 2, missing: [] });
    const rows = await read(real.downloads.take(facts.rowsUrl.replace('/download/', '')));
    expect(JSON.parse(rows.toString('utf8').split('\n')[0] ?? '')).toMatchObject({
      table: 'cases',
      row: caseRow,
    });
    for (const bytes of photos) {
      const target = real.service.readObject(pick.jobId, sha256(bytes));
      expect(await read(real.downloads.take(target?.url.replace('/download/', '') ?? ''))).toEqual(bytes);
    }
    expect(real.service.readObject(pick.jobId, 'f'.repeat(64))).toBeNull();
    await real.service.end(pick.jobId);
    expect(readdirSync(real.workFolder)).toEqual([]);
  });

  it('takes originals from the vault where it has them, and from the window where they were altered there', async () => {
    const objects = path.join(root, 'Liudi', 'Vault', 'objects');
    for (const [index, bytes] of photos.entries()) {
      const hash = sha256(bytes);
      await mkdir(path.join(objects, hash.slice(0, 2)), { recursive: true });
      await writeFile(
        path.join(objects, hash.slice(0, 2), hash),
        index === 0 ? bytes : Buffer.from('altered'),
      );
    }
    const ticket = await real.service.begin({ purpose: 'archive', suggestedName: 'x', passphrase: null });
    const offered = photos.map((bytes) => ({ sha256: sha256(bytes), size: bytes.length }));
    const { uploads } = await real.service.offer(ticket?.jobId ?? '', offered);
    expect(uploads.map((one) => one.sha256)).toEqual([sha256(photos[1] ?? '')]);
    await real.service.end(ticket?.jobId ?? '');
    await makeArchive(real);
    await expect(check()).resolves.toMatchObject({ facts: { files: 2 } });
  });

  it('leaves the old archive when the new one cannot be finished, and no half of it', async () => {
    await makeArchive(real);
    const before = await readFile(file);
    const ticket = await real.service.begin({ purpose: 'archive', suggestedName: 'x', passphrase: null });
    const finish = real.service.finish(ticket?.jobId ?? '', {
      kind: 'archive',
      storeId: '01KAJ000000000000000000001',
      schema: 4,
      counts: {},
      objects: [{ sha256: 'a'.repeat(64), size: 3 }],
      missing: [],
    });
    await expect(finish).rejects.toMatchObject({ code: 'writeFailed' });
    expect(await readFile(file)).toEqual(before);
    expect(readdirSync(root).filter((name) => name.endsWith('.liudi-part'))).toEqual([]);
  });

  it('says before it starts that the disk has no room', async () => {
    real.free = 1000;
    await expect(makeArchive(real)).rejects.toMatchObject({ code: 'storageFull' });
    expect(existsSync(file)).toBe(false);
  });

  it('can be cancelled while it is packed', async () => {
    const before = readdirSync(root);
    const running = makeArchive(real, 'long passphrase');
    const stopped = expect(running).rejects.toMatchObject({
      code: expect.stringMatching(/cancelled|notFound/),
    });
    while (real.progress.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await real.service.end(real.progress[0]?.jobId ?? '');
    await stopped;
    expect(readdirSync(root)).toEqual(before);
  });

  it('copies made before a restore lie apart, and only the newest three stay', async () => {
    for (let round = 0; round < 5; round += 1) await makeArchive(real, null, 'safety');
    expect(readdirSync(real.safetyFolder)).toHaveLength(3);
    const pick = await real.service.choose('safety');
    if (pick !== null) opened.push(pick.jobId);
    const latest = await real.service.latestSafety();
    expect(pick?.fileName).toBe(latest?.fileName);
    // Times cross to the window as whole milliseconds.
    expect(latest?.at).toBe(Math.round(latest?.at ?? 0.5));
    expect(pick?.fileName).toBe(readdirSync(real.safetyFolder).sort().at(-1));
  });
});

describe('an encrypted archive', () => {
  it('opens with its passphrase only', async () => {
    await makeArchive(real, '开心的小鱼 2026');
    expect((await readFile(file)).toString('latin1')).not.toContain('rows.jsonl');
    const pick = await real.service.choose('pick');
    expect(pick).toMatchObject({ encrypted: true });
    const id = pick?.jobId ?? '';
    opened.push(id);
    await expect(real.service.check(id, null)).rejects.toMatchObject({ code: 'archivePassphrase' });
    await expect(real.service.check(id, '开心的小鱼 2027')).rejects.toMatchObject({
      code: 'archivePassphrase',
    });
    await expect(real.service.check(id, '开心的小鱼 2026')).resolves.toMatchObject({ files: 2 });
  });

  it('cut off or with one bit turned, it is called damaged', async () => {
    await makeArchive(real, 'correct horse');
    const whole = await readFile(file);
    await truncate(file, whole.length - 100);
    await expect(check('correct horse')).rejects.toMatchObject({ code: 'archiveDamaged' });
    await writeFile(file, whole);
    await flip((bytes) => bytes.length - 5000);
    await expect(check('correct horse')).rejects.toMatchObject({ code: 'archiveDamaged' });
  });

  // Runs where the public tool is installed (Debian: apt install age) or named by LIUDI_AGE.
  const age = process.env['LIUDI_AGE'] ?? '/usr/bin/age';
  const canRun = existsSync(age) && existsSync('/usr/bin/script');
  it.runIf(canRun)('opens with the public age tool, and the zip in it with any unzip', async () => {
    await makeArchive(real, 'correct horse');
    const plain = path.join(root, 'plain.zip');
    const run = promisify(execFile);
    const child = run('/usr/bin/script', ['-qec', `${age} -d -o ${plain} ${file}`, '/dev/null']);
    child.child.stdin?.write('correct horse\n');
    await child;
    real.answers.open = plain;
    await expect(check()).resolves.toMatchObject({ facts: { files: 2 } });
  });
});

describe('hostile archives are refused before anything of them is used', () => {
  const hash = sha256(photos[0] ?? '');
  const forged: readonly (readonly [string, Forged, string])[] = [
    [
      'a name that leaves the folder',
      { extra: [{ name: '../../evil.txt', bytes: Buffer.from('x') }] },
      'archiveUnsafe',
    ],
    ['an absolute name', { extra: [{ name: '/etc/cron.d/evil', bytes: Buffer.from('x') }] }, 'archiveUnsafe'],
    ['a drive letter', { extra: [{ name: 'C:/evil.exe', bytes: Buffer.from('x') }] }, 'archiveUnsafe'],
    ['a part nobody named', { extra: [{ name: 'setup.exe', bytes: Buffer.from('x') }] }, 'archiveUnsafe'],
    [
      'a folder',
      { extra: [{ name: 'objects/aa/', bytes: Buffer.alloc(0), options: { directory: true } }] },
      'archiveUnsafe',
    ],
    [
      'a link',
      {
        extra: [
          {
            name: `objects/aa/aa${'0'.repeat(62)}`,
            bytes: Buffer.from('/etc/passwd'),
            options: { unixMode: 0o120777 },
          },
        ],
      },
      'archiveUnsafe',
    ],
    [
      'an original twice',
      {
        extra: [
          {
            name: `objects/${hash.slice(0, 2)}/${hash.slice(0, 2)}${'0'.repeat(62)}`,
            bytes: Buffer.from('x'),
          },
        ],
        swap: [`${hash.slice(0, 2)}${'0'.repeat(62)}`, hash],
      },
      'archiveUnsafe',
    ],
    [
      'an original that unpacks to a thousand times its size',
      {
        extra: [
          { name: `objects/aa/aa${'0'.repeat(62)}`, bytes: Buffer.alloc(5_000_000), options: { level: 9 } },
        ],
      },
      'archiveUnsafe',
    ],
    ['rows that unpack to a thousand times their size', { rows: ' '.repeat(40_000_000) }, 'archiveUnsafe'],
    [
      'a line longer than any of ours',
      { rows: `${line('settings', 'a', { key: 'a', value: 1 })}${'x'.repeat(17_000_000)}` },
      'archiveUnsafe',
    ],
    ['an original with other bytes', { swap: ['first photo', 'First photo'] }, 'archiveDamaged'],
    ['an original missing', { leaveOut: [`objects/${hash.slice(0, 2)}/${hash}`] }, 'archiveDamaged'],
    ['no manifest', { leaveOut: ['manifest.json'] }, 'archiveForeign'],
    ['no rows', { leaveOut: ['rows.jsonl'] }, 'archiveDamaged'],
    ['a manifest of a later format', { manifest: { version: 2 } }, 'archiveNewer'],
    ['other counts than told', { manifest: { counts: { cases: 7, blobs: 2 } } }, 'archiveDamaged'],
    [
      'a manifest that reaches for the prototype',
      { manifestText: '{"__proto__":{"polluted":1}}' },
      'archiveUnsafe',
    ],
    [
      'a row that reaches for the prototype',
      rowsOf('{"table":"settings","key":"a","row":{"__proto__":{"x":1}}}\n'),
      'archiveUnsafe',
    ],
    [
      'a row deep inside that does',
      rowsOf(line('settings', 'a', { key: 'a', value: { constructor: { prototype: 1 } } })),
      'archiveUnsafe',
    ],
    ['evidence named as a path', rowsOf(line('evidence', 'x', { fileName: '../../x.jpg' })), 'archiveUnsafe'],
    ['a case whose id is no id', rowsOf(line('cases', 'x', { ...caseRow, id: '<img>' })), 'archiveUnsafe'],
    ['a line that is no JSON', rowsOf('{"table":\n'), 'archiveUnsafe'],
    ['a line torn off', rowsOf('{"table":"settings","key":"a","row":{"key":"a"}}'), 'archiveDamaged'],
  ];

  it.each(forged)('%s', async (_name, how, code) => {
    await forge(file, how);
    await expect(check()).rejects.toMatchObject({ code });
    expect(existsSync(path.join(root, '..', 'evil.txt'))).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('the forger makes good archives when told nothing', async () => {
    await forge(file);
    await expect(check()).resolves.toMatchObject({ facts: { files: 2 } });
  });

  it.each([0.1, 0.5, 0.9, 0.999])('cut off at %s of its length', async (part) => {
    await makeArchive(real);
    await truncate(file, Math.floor((await readFile(file)).length * part));
    await expect(check()).rejects.toMatchObject({ code: 'archiveDamaged' });
  });

  it('one bit turned anywhere is noticed', async () => {
    await makeArchive(real);
    const whole = await readFile(file);
    for (let at = 0; at < whole.length; at += 4999) {
      await writeFile(file, whole);
      await flip(() => at);
      await expect(check().then(({ facts }) => facts)).rejects.toMatchObject({
        code: expect.stringMatching(/^archive/),
      });
    }
  });

  it('a file that is something else altogether', async () => {
    await writeFile(file, 'buyer,order\n1,2\n');
    await expect(check()).rejects.toMatchObject({ code: 'archiveForeign' });
    await writeFile(file, '');
    await expect(check()).rejects.toMatchObject({ code: 'archiveForeign' });
  });
});
