/** HEIC and AVIF files put together box by box, as phones write them: tiles, turned and mirrored, with a small picture beside. */

const number = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** (size - 1 - at)) % 256);
const letters = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
const box = (kind: string, ...parts: readonly (readonly number[])[]): number[] => {
  const body = parts.flat();
  return [...number(body.length + 8, 4), ...letters(kind), ...body];
};
const full = (kind: string, version: number, ...parts: readonly (readonly number[])[]): number[] =>
  box(kind, [version, 0, 0, 0], ...parts);
const bytesOf = (base64: string): number[] => [...Buffer.from(base64, 'base64')];

/** A tile of 64 by 64 in one colour (made with x265), and what its decoder has to be told. */
export const tileSide = 64;
export const tiles = {
  red: bytesOf('AAAAGCgBrxOA5TPAn//wUqP/3Ws8Pwd4rVD1Pg=='),
  green: bytesOf('AAAAGCgBrxOA5TPAn//bKj/+VjV/5zna1Q9T4A=='),
  blue: bytesOf('AAAAGSgBrxOA5qhw0//+nhRX/oQ6v9hJLSeb98A='),
  white: bytesOf('AAAAEigBrxOA5shoU+ofsx0HlGGjmA=='),
} as const;
const hevcConfig = bytesOf(
  'AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQA==',
);
/** The beginning of an AV1 picture of 12000 by 12000 (made with libaom). */
export const hugeAv1 = [...Buffer.from('12000a0b3e376edfbb7f8404341a4032f208101e', 'hex')];
const av1Config = [0x81, 0x38, 0x80, 0];

export type HeifParts = {
  readonly brand?: 'heic' | 'avif';
  /** One picture, or four that make a grid. */
  readonly data: readonly (readonly number[])[];
  /** What the boxes say of the main picture, whatever is in it. */
  readonly says: readonly [width: number, height: number];
  /** What the grid says of itself; left out, what the boxes say. */
  readonly grid?: readonly [width: number, height: number];
  /** Quarter turns to the left. */
  readonly turn?: number;
  /** 0 upside down, 1 left for right. */
  readonly mirror?: 0 | 1;
  readonly displayP3?: boolean;
};

/** The file of these parts. With four pictures a fifth, a thumbnail, is named before the main one. */
export function makeHeif(parts: HeifParts): Buffer<ArrayBuffer> {
  // Offsets are of one width, so the first try is as long as the second.
  const start = layOut(parts, 0).mdatAt;
  return Buffer.from(layOut(parts, start).file);
}

function layOut(parts: HeifParts, dataAt: number): { readonly file: number[]; readonly mdatAt: number } {
  const { brand = 'heic', data, says, turn, mirror } = parts;
  const coding = brand === 'avif' ? 'av01' : 'hvc1';
  const isGrid = data.length > 1;
  const [width, height] = parts.grid ?? says;
  const gridData = isGrid ? [0, 1, 1, 1, ...number(width, 4), ...number(height, 4)] : [];
  const items = data.map((bytes, index) => ({ id: index + 1, kind: coding, bytes }));
  const mainId = isGrid ? 10 : 1;
  const thumb = isGrid ? [{ id: 9, kind: coding, bytes: data[0] ?? [] }] : [];
  const main = isGrid ? [{ id: mainId, kind: 'grid', bytes: gridData }] : [];
  const all = [...thumb, ...items, ...main];
  let at = dataAt;
  const places = all.map(({ id, bytes, kind }) => {
    const inside = kind === 'grid';
    const place = inside ? 0 : at;
    if (!inside) at += bytes.length;
    return [
      ...number(id, 2),
      ...number(inside ? 1 : 0, 2),
      0,
      0,
      0,
      1,
      ...number(place, 4),
      ...number(bytes.length, 4),
    ];
  });
  const ispe = ([w, h]: readonly number[]): number[] => full('ispe', 0, number(w ?? 0, 4), number(h ?? 0, 4));
  const properties = [
    brand === 'avif' ? box('av1C', av1Config) : box('hvcC', hevcConfig),
    ispe([tileSide, tileSide]),
    ispe(says),
    ...(turn === undefined ? [] : [box('irot', [turn])]),
    ...(mirror === undefined ? [] : [box('imir', [mirror])]),
    ...(parts.displayP3 === true ? [box('colr', letters('nclx'), [0, 12, 0, 13, 0, 6, 0x80])] : []),
  ];
  const own = properties.map((_, index) => index + 1).slice(2);
  const links = all.filter(({ id }) => id !== mainId).map(({ id }) => [...number(id, 2), 2, 1, 2]);
  links.push([...number(mainId, 2), own.length + (isGrid ? 0 : 1), ...(isGrid ? [] : [1]), ...own]);
  const meta = full(
    'meta',
    0,
    full('hdlr', 0, number(0, 4), letters('pict'), number(0, 13)),
    full('pitm', 0, number(mainId, 2)),
    full(
      'iinf',
      0,
      number(all.length, 2),
      ...all.map(({ id, kind }) => full('infe', 2, number(id, 2), [0, 0], letters(kind), [0])),
    ),
    ...(isGrid
      ? [
          full(
            'iref',
            0,
            box(
              'dimg',
              number(mainId, 2),
              number(items.length, 2),
              items.flatMap(({ id }) => number(id, 2)),
            ),
            box('thmb', number(9, 2), number(1, 2), number(mainId, 2)),
          ),
        ]
      : []),
    box('iprp', box('ipco', ...properties), full('ipma', 0, number(links.length, 4), ...links)),
    full('iloc', 1, [0x44, 0], number(all.length, 2), ...places),
    ...(isGrid ? [box('idat', gridData)] : []),
  );
  const head = [...box('ftyp', letters(brand), number(0, 4), letters('mif1'), letters(brand)), ...meta];
  const body = all.filter(({ kind }) => kind !== 'grid').flatMap(({ bytes }) => [...bytes]);
  return { file: [...head, ...box('mdat', body)], mdatAt: head.length + 8 };
}
