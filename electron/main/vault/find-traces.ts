import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import type { ObjectKeys } from '../lock/object-keys';
import { openObjectStore } from './object-store';
import { tableContents } from './store-blocks';
import { linksFolder } from './store-links';
import { vaultNames } from './vault-folder';
import type { TracePlace, TraceReport } from '#shared/vault/cleaning';

type Places = {
  readonly dataFolder: string;
  readonly vaultFolder: string;
  readonly otherVaults: readonly string[];
  /** The second vault, null when there is none. */
  readonly backup: string | null;
  /** Sealed originals are looked into too, where their key is at hand. */
  readonly keys: ObjectKeys;
};

/** How a text can stand in a file: as UTF-8, as Chromium stores texts and keys, and escaped in JSON. */
function shapesOf(word: string): readonly Buffer[] {
  const utf16 = Buffer.from(word, 'utf16le');
  const escaped = JSON.stringify(word).slice(1, -1);
  return [Buffer.from(word, 'utf8'), utf16, Buffer.from(utf16).swap16(), Buffer.from(escaped, 'utf8')];
}

/**
 * Looks through every file of profile and vault for these words, also inside our own packed snapshots and the packed
 * blocks of the browser's store. What is packed otherwise (archives, workbooks) or drawn in a picture cannot be found this
 * way; the screen says so. Reads only; words are never logged.
 */
export async function findTraces(words: readonly string[], places: Places): Promise<TraceReport> {
  const shapes = words.filter((word) => word.length >= 4).flatMap(shapesOf);
  const found: Partial<Record<TracePlace, number>> = {};
  let [files, bytes] = [0, 0];
  const { dataFolder, vaultFolder, otherVaults, backup } = places;
  const roots = [dataFolder, vaultFolder, ...otherVaults, ...(backup === null ? [] : [backup])];
  for (const root of roots) {
    const plain = await sealedIn(root, places.keys);
    for await (const file of walk(root)) {
      const place = placeOf(file, root, places);
      files += 1;
      const read = await holds(file, shapes, plain.get(file) ?? unpacked(file)).catch(() => null);
      if (read === null) continue;
      bytes += read.bytes;
      if (read.found) found[place] = (found[place] ?? 0) + 1;
    }
  }
  return { found, files, bytes };
}

/** How to read the sealed originals of a vault, by file. */
async function sealedIn(
  root: string,
  keys: ObjectKeys,
): Promise<ReadonlyMap<string, () => AsyncIterable<Uint8Array>>> {
  const store = openObjectStore(path.join(root, vaultNames.objects), keys);
  const sealed = (await store.list()).filter(({ keyName }) => keyName !== null);
  return new Map(sealed.map((one) => [one.file, () => store.readStored(one)]));
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(file);
    else if (entry.isFile()) yield file;
  }
}

/** How to read a file that is packed in a way we know; undefined: as it lies. */
function unpacked(file: string): (() => AsyncIterable<Uint8Array>) | undefined {
  if (file.endsWith('.jsonl.gz')) return () => createReadStream(file).pipe(createGunzip());
  if (file.endsWith('.ldb')) return () => tableOf(file);
  return undefined;
}

/** A table file as it lies, for what was cut, and everything in it; a gap keeps neighbours from making a word. */
async function* tableOf(file: string): AsyncGenerator<Uint8Array> {
  const bytes = await readFile(file);
  yield bytes;
  for (const part of tableContents(bytes)) yield Buffer.concat([Buffer.alloc(1), part]);
}

async function holds(
  file: string,
  shapes: readonly Buffer[],
  open: () => AsyncIterable<Uint8Array> = () => createReadStream(file, { highWaterMark: 1024 * 1024 }),
): Promise<{ readonly found: boolean; readonly bytes: number }> {
  if (shapes.some((shape) => path.basename(file).includes(shape.toString('utf8')))) {
    return { found: true, bytes: 0 };
  }
  const overlap = Math.max(0, ...shapes.map(({ length }) => length - 1));
  let tail = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of open()) {
    const part = Buffer.concat([tail, chunk]);
    bytes += chunk.length;
    if (shapes.some((shape) => part.includes(shape))) return { found: true, bytes };
    tail = Buffer.from(part.subarray(Math.max(0, part.length - overlap)));
  }
  return { found: false, bytes };
}

const ofVault: Readonly<Record<string, TracePlace>> = {
  journal: 'vaultJournal',
  snapshots: 'vaultSnapshots',
  objects: 'vaultObjects',
};
const ofData: Readonly<Record<string, TracePlace>> = {
  rescued: 'rescued',
  'store-before-opening': 'rescued',
  // Other names of the database's own files.
  [linksFolder]: 'database',
  logs: 'logs',
  'crash-reports': 'crashReports',
};

function placeOf(file: string, root: string, { vaultFolder, otherVaults, backup }: Places): TracePlace {
  const [first = '', ...rest] = path.relative(root, file).split(path.sep);
  if (otherVaults.includes(root)) return 'otherVaults';
  if (root === backup) return 'backup';
  if (root === vaultFolder) return ofVault[first] ?? 'other';
  const known = ofData[first];
  if (known !== undefined) return known;
  const whole = [first, ...rest].join('/');
  if (whole.includes('.indexeddb.leveldb/')) return 'database';
  if (whole.includes('.indexeddb.blob/')) return 'databaseFiles';
  // Files of our own lie at the top; folders are the browser's.
  if (rest.length > 0) return 'browser';
  return /alarm|schedule|remind/.test(first) ? 'alarms' : 'other';
}
