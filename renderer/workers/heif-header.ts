import { readBoxes, readKind, type Box } from './boxes';
import { sizeOfAv1, sizeOfHevc } from './coded-size';
import type { PixelSize } from './pixel-size';

/**
 * What the boxes of a HEIC or AVIF say of its main picture: size as it is seen (turned and cropped), the largest picture
 * a decoder has to make for it, and whether its colours are those of Display P3, as phones write them.
 */
export type HeifHeader = {
  readonly seen: PixelSize;
  readonly largest: PixelSize;
  readonly displayP3: boolean;
};

/** A phone's largest photos are made of 200 tiles. */
const mostParts = 1000;
/** More than any header in an item's data takes, and nothing of the picture. */
const dataBytes = 64;

type Boxes = { readonly view: DataView; readonly meta: readonly Box[] };

/** Reads the header of a HEIC or AVIF from its first bytes; null when it does not lead to a picture with a size. */
export function readHeifHeader(head: Uint8Array): HeifHeader | null {
  try {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const found = readBoxes(view).find(({ kind }) => kind === 'meta');
    if (found === undefined) return null;
    const boxes = { view, meta: readBoxes(view, found.from + 4, found.to) };
    const main = mainItem(boxes);
    return main === null ? null : describe(boxes, main);
  } catch {
    // A box that promises more than there is.
    return null;
  }
}

function describe(boxes: Boxes, main: number): HeifHeader | null {
  const { view } = boxes;
  const properties = readProperties(boxes);
  const own = properties.get(main) ?? [];
  const seen = sizeSeen(view, own);
  if (seen === null) return null;
  const parts = [main, ...partsOf(boxes, main)];
  if (parts.length > mostParts) return null;
  const places = readPlaces(boxes);
  const sizes = parts.flatMap((item) => {
    const said = properties.get(item) ?? [];
    const start = places.get(item);
    const data = start === undefined ? null : sizeInData(bytesOf(view, start, start + dataBytes), said);
    return [data, ...said.map((box) => codedSize(view, box))];
  });
  const largest = sizes.reduce<PixelSize>(
    (most, size) => (size !== null && area(size) > area(most) ? size : most),
    seen,
  );
  const displayP3 = parts.some((item) => (properties.get(item) ?? []).some((box) => isDisplayP3(view, box)));
  return { seen, largest, displayP3 };
}

const area = ({ width, height }: PixelSize): number => width * height;

function mainItem({ view, meta }: Boxes): number | null {
  const box = meta.find(({ kind }) => kind === 'pitm');
  if (box === undefined) return null;
  return view.getUint8(box.from) === 0 ? view.getUint16(box.from + 4) : view.getUint32(box.from + 4);
}

/** The properties of each item, in the order in which they are applied. */
function readProperties({ view, meta }: Boxes): ReadonlyMap<number, readonly Box[]> {
  const found = new Map<number, Box[]>();
  const iprp = meta.find(({ kind }) => kind === 'iprp');
  if (iprp === undefined) return found;
  const inner = readBoxes(view, iprp.from, iprp.to);
  const ipco = inner.find(({ kind }) => kind === 'ipco');
  const all = ipco === undefined ? [] : readBoxes(view, ipco.from, ipco.to);
  for (const { kind, from, to } of inner) {
    if (kind !== 'ipma') continue;
    const wideItems = view.getUint8(from) > 0;
    const wideIndexes = (view.getUint8(from + 3) & 1) === 1;
    let at = from + 8;
    for (let left = view.getUint32(from + 4); left > 0 && at < to; left -= 1) {
      const item = wideItems ? view.getUint32(at) : view.getUint16(at);
      at += wideItems ? 4 : 2;
      const own = found.get(item) ?? [];
      found.set(item, own);
      for (let count = view.getUint8(at++); count > 0; count -= 1) {
        const index = wideIndexes ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f;
        at += wideIndexes ? 2 : 1;
        const box = all[index - 1];
        if (box !== undefined) own.push(box);
      }
    }
  }
  return found;
}

/** Size after cropping and turning; the mirror changes none. */
function sizeSeen(view: DataView, properties: readonly Box[]): PixelSize | null {
  let size: PixelSize | null = null;
  for (const { kind, from } of properties) {
    if (kind === 'ispe') size = { width: view.getUint32(from + 4), height: view.getUint32(from + 8) };
    if (size === null) continue;
    if (kind === 'irot' && (view.getUint8(from) & 1) === 1) size = { width: size.height, height: size.width };
    if (kind === 'clap') size = cropped(view, from, size);
  }
  return size === null || area(size) === 0 ? null : size;
}

function cropped(view: DataView, from: number, whole: PixelSize): PixelSize {
  const part = (at: number, most: number): number => {
    const length = Math.floor(view.getUint32(at) / view.getUint32(at + 4));
    return length >= 1 && length <= most ? length : most;
  };
  return { width: part(from, whole.width), height: part(from + 8, whole.height) };
}

/** The tiles a picture is put together from, and theirs. */
function partsOf({ view, meta }: Boxes, main: number): readonly number[] {
  const iref = meta.find(({ kind }) => kind === 'iref');
  if (iref === undefined) return [];
  const wide = view.getUint8(iref.from) > 0;
  const width = wide ? 4 : 2;
  const read = (at: number): number => (wide ? view.getUint32(at) : view.getUint16(at));
  const parts = new Set<number>();
  const derived = readBoxes(view, iref.from + 4, iref.to).filter(({ kind }) => kind === 'dimg');
  for (const { from } of derived) {
    const owner = read(from);
    if (owner !== main && !parts.has(owner)) continue;
    const count = view.getUint16(from + width);
    for (let index = 0; index < count; index += 1) parts.add(read(from + width + 2 + index * width));
  }
  return [...parts];
}

function codedSize(view: DataView, { kind, from, to }: Box): PixelSize | null {
  if (kind === 'ispe') return { width: view.getUint32(from + 4), height: view.getUint32(from + 8) };
  return kind === 'hvcC' ? sizeOfHevc(bytesOf(view, from, to)) : null;
}

const bytesOf = (view: DataView, from: number, to: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + from, Math.max(0, Math.min(to, view.byteLength) - from));

/** A grid says in its data how large it becomes; AV1 data say themselves how large theirs are. */
function sizeInData(bytes: Uint8Array, properties: readonly Box[]): PixelSize | null {
  if (properties.some(({ kind }) => kind === 'av1C')) return sizeOfAv1(bytes);
  if (properties.some(({ kind }) => kind === 'hvcC') || bytes.length < 8 || bytes[0] !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (view.getUint8(1) & 1) === 0
    ? { width: view.getUint16(4), height: view.getUint16(6) }
    : { width: view.getUint32(4), height: view.getUint32(8) };
}

/** Where in the file the data of each item begin. */
function readPlaces({ view, meta }: Boxes): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const iloc = meta.find(({ kind }) => kind === 'iloc');
  if (iloc === undefined) return places;
  const inside = meta.find(({ kind }) => kind === 'idat');
  const version = view.getUint8(iloc.from);
  const sizes = view.getUint16(iloc.from + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const wide = version === 2 ? 4 : 2;
  let at = iloc.from + 6 + wide;
  for (let left = readNumber(view, iloc.from + 6, wide); left > 0 && at < iloc.to; left -= 1) {
    const item = readNumber(view, at, wide);
    const isInside = version > 0 && (view.getUint16(at + wide) & 15) === 1;
    at += wide + (version > 0 ? 2 : 0) + 2;
    const base = readNumber(view, at, baseSize);
    const extents = view.getUint16(at + baseSize);
    at += baseSize + 2;
    const room = isInside ? inside?.from : 0;
    if (extents > 0 && room !== undefined)
      places.set(item, room + base + readNumber(view, at + indexSize, offsetSize));
    at += extents * (indexSize + offsetSize + lengthSize);
  }
  return places;
}

function readNumber(view: DataView, at: number, size: number): number {
  if (size === 0) return 0;
  if (size === 8) return Number(view.getBigUint64(at));
  return size === 4 ? view.getUint32(at) : view.getUint16(at);
}

/** Red of Display P3 as its profile says it, in 65536ths of XYZ; that of sRGB begins with 0.436. */
const redOfDisplayP3 = 0.515 * 65_536;

/** Whether a `colr` box says Display P3, by number or by a profile with its red. */
function isDisplayP3(view: DataView, { kind, from, to }: Box): boolean {
  if (kind !== 'colr') return false;
  if (readKind(view, from) === 'nclx') return view.getUint16(from + 4) === 12;
  const start = from + 4;
  if (start + 132 > to || readKind(view, start + 16) !== 'RGB ') return false;
  const tags = Math.min(100, view.getUint32(start + 128));
  for (let tag = 0; tag < tags; tag += 1) {
    const at = start + 132 + tag * 12;
    if (at + 12 > to) return false;
    if (readKind(view, at) !== 'rXYZ') continue;
    const place = start + view.getUint32(at + 4);
    return place + 20 <= to && Math.abs(view.getInt32(place + 8) - redOfDisplayP3) < 400;
  }
  return false;
}
