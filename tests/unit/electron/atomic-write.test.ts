import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAtomically } from '../../../electron/main/files/atomic-write';
import { type Disk, type OpenFile, realDisk } from '../../../electron/main/files/disk';
import { systemError, watchedDisk } from './faulty-disk';
import { tempFolder } from './temp-folder';

const oldText = 'the old file, whole';
const newText = 'the new file, whole and longer than the old one';
const chunks = [Buffer.from(newText.slice(0, 10)), Buffer.from(newText.slice(10))];
const sha256 = createHash('sha256').update(newText).digest('hex');

function targetWithOldText(): string {
  const target = path.join(tempFolder(), 'state.json');
  writeFileSync(target, oldText);
  return target;
}

function onlyTargetIsThere(target: string): void {
  expect(readdirSync(path.dirname(target))).toEqual([path.basename(target)]);
}

describe('writeAtomically', () => {
  test('replaces the file and tells size and SHA-256 of the bytes', async () => {
    const target = targetWithOldText();
    const written = await writeAtomically(target, chunks);
    expect(written).toEqual({ size: Buffer.byteLength(newText), sha256 });
    expect(readFileSync(target, 'utf8')).toBe(newText);
    onlyTargetIsThere(target);
  });

  test('is on the disk before it gets its name, and the name is on the disk at the end', async () => {
    const steps: string[] = [];
    await writeAtomically(targetWithOldText(), chunks, { disk: watchedDisk((step) => steps.push(step)) });
    expect(steps).toEqual([
      'open',
      'write',
      'write',
      'sync',
      'close',
      'rename',
      'openFolder',
      'syncFolder',
      'closeFolder',
    ]);
  });

  test.each(Array.from({ length: 9 }, (_unused, index) => index))(
    'killed at step %i leaves the old file or the new one, never a part',
    async (lastStep) => {
      const target = targetWithOldText();
      let step = 0;
      const dead = () => {
        if (step >= lastStep) throw new Error('killed');
        step += 1;
      };
      await expect(writeAtomically(target, chunks, { disk: watchedDisk(dead) })).rejects.toThrow();
      const left = readFileSync(target, 'utf8');
      expect([oldText, newText]).toContain(left);
      expect(left).toBe(lastStep < 6 ? oldText : newText);
    },
  );

  test.each(['ENOSPC', 'EDQUOT'])('a disk full (%s) while writing keeps the old file', async (code) => {
    const target = targetWithOldText();
    let writes = 0;
    const disk = watchedDisk((step) => {
      if (step === 'write') writes += 1;
      if (writes === 2) throw systemError(code);
    });
    // Only the write fails: cleaning up must still work.
    const fullDisk: Disk = { ...disk, unlink: realDisk.unlink };
    await expect(writeAtomically(target, chunks, { disk: fullDisk })).rejects.toMatchObject({
      code: 'storageFull',
    });
    expect(readFileSync(target, 'utf8')).toBe(oldText);
    onlyTargetIsThere(target);
  });

  test('a disk full at the fsync keeps the old file', async () => {
    const target = targetWithOldText();
    const disk = watchedDisk((step) => {
      if (step === 'sync') throw systemError('ENOSPC');
    });
    await expect(writeAtomically(target, chunks, { disk })).rejects.toMatchObject({ code: 'storageFull' });
    expect(readFileSync(target, 'utf8')).toBe(oldText);
    onlyTargetIsThere(target);
  });

  test('goes on when the system takes only a few bytes at a time', async () => {
    const target = targetWithOldText();
    const disk: Disk = {
      ...realDisk,
      open: async (file, flags, mode) => {
        const opened = await realDisk.open(file, flags, mode);
        const write = ((buffer: Uint8Array, offset: number, length: number) =>
          opened.write(buffer, offset, Math.min(3, length))) as OpenFile['write'];
        return { write, sync: () => opened.sync(), close: () => opened.close() };
      },
    };
    await writeAtomically(target, chunks, { disk });
    expect(readFileSync(target, 'utf8')).toBe(newText);
  });

  test.each([
    { what: 'another hash', expected: { size: newText.length, sha256: 'a'.repeat(64) } },
    { what: 'fewer bytes', expected: { size: newText.length - 1, sha256 } },
    { what: 'more bytes', expected: { size: newText.length + 1, sha256 } },
  ])('refuses $what than expected and keeps the old file', async ({ expected }) => {
    const target = targetWithOldText();
    await expect(writeAtomically(target, chunks, { expected })).rejects.toMatchObject({
      code: 'hashMismatch',
    });
    expect(readFileSync(target, 'utf8')).toBe(oldText);
    onlyTargetIsThere(target);
  });

  test('stops reading a source that is longer than it said', async () => {
    let given = 0;
    function* endless() {
      while (true) {
        given += 1;
        yield Buffer.alloc(1000);
      }
    }
    const writing = writeAtomically(targetWithOldText(), endless(), { expected: { size: 1500, sha256 } });
    await expect(writing).rejects.toMatchObject({ code: 'hashMismatch' });
    expect(given).toBe(2);
  });

  test('a source that breaks off leaves nothing behind', async () => {
    const target = targetWithOldText();
    async function* broken() {
      yield Buffer.from('half');
      await Promise.resolve();
      throw new Error('connection lost');
    }
    await expect(writeAtomically(target, broken())).rejects.toMatchObject({ code: 'cancelled' });
    expect(readFileSync(target, 'utf8')).toBe(oldText);
    onlyTargetIsThere(target);
  });

  test('can be called off while it waits for a chunk that never comes', async () => {
    const target = targetWithOldText();
    const stop = new AbortController();
    const silent: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    };
    const writing = writeAtomically(target, silent, { signal: stop.signal });
    setTimeout(() => {
      stop.abort();
    }, 10);
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    onlyTargetIsThere(target);
  });

  test('called off before its first chunk writes nothing', async () => {
    const target = targetWithOldText();
    const silent: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    };
    const writing = writeAtomically(target, silent, { signal: AbortSignal.abort() });
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    onlyTargetIsThere(target);
  });

  test('asks for the next chunk only when the last one is written', async () => {
    const events: string[] = [];
    async function* source() {
      for (let index = 1; index <= 3; index += 1) {
        events.push(`chunk ${index}`);
        yield await Promise.resolve(Buffer.from('x'));
      }
    }
    const disk = watchedDisk((step) => {
      if (step === 'write') events.push('write');
    });
    await writeAtomically(targetWithOldText(), source(), { disk });
    expect(events).toEqual(['chunk 1', 'write', 'chunk 2', 'write', 'chunk 3', 'write']);
  });

  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'waits on Windows while a scanner holds the file (%s)',
    async (code) => {
      const target = targetWithOldText();
      let refusals = 3;
      const waits: number[] = [];
      const disk = watchedDisk(
        (step) => {
          if (step !== 'rename' || refusals === 0) return;
          refusals -= 1;
          throw systemError(code);
        },
        {
          platform: 'win32',
          wait: (ms) => {
            waits.push(ms);
            return Promise.resolve();
          },
        },
      );
      await writeAtomically(target, chunks, { disk });
      expect(readFileSync(target, 'utf8')).toBe(newText);
      expect(waits).toHaveLength(3);
    },
  );

  test('gives up on Windows after ten refusals, with the old file whole', async () => {
    const target = targetWithOldText();
    let tries = 0;
    const disk = watchedDisk(
      (step) => {
        if (step !== 'rename') return;
        tries += 1;
        throw systemError('EBUSY');
      },
      { platform: 'win32', wait: () => Promise.resolve() },
    );
    await expect(writeAtomically(target, chunks, { disk })).rejects.toMatchObject({ code: 'writeFailed' });
    expect(tries).toBe(10);
    expect(readFileSync(target, 'utf8')).toBe(oldText);
    onlyTargetIsThere(target);
  });
});
