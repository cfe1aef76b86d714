import { describe, expect, test } from 'vitest';
import { unsnappy } from '../../../../electron/main/vault/snappy';
import { tableContents } from '../../../../electron/main/vault/store-blocks';

describe('Snappy', () => {
  // The example of the format's own description, and a run that overlaps itself.
  test.each([
    ['bytes as they are', [5, 0x10, ...Buffer.from('hello')], 'hello'],
    ['a copy, short', [10, 0x10, ...Buffer.from('hello'), 0x05, 0x05], 'hellohello'],
    ['a copy with a two-byte distance', [10, 0x10, ...Buffer.from('hello'), 0x12, 0x05, 0x00], 'hellohello'],
    ['a run', [8, 0x00, ...Buffer.from('a'), 0x0d, 0x01], 'aaaaaaaa'],
  ])('%s', (_name, packed, text) => {
    expect(unsnappy(Buffer.from(packed))?.toString()).toBe(text);
  });

  test.each([
    ['nothing', []],
    ['a length and no bytes', [5]],
    ['a copy from before the beginning', [8, 0x00, 0x61, 0x0d, 0x09]],
    ['a copy from nowhere', [8, 0x00, 0x61, 0x0d, 0x00]],
    ['more than it says', [2, 0x10, ...Buffer.from('hello')]],
    ['bytes that are cut', [5, 0x10, 0x61]],
    ['a length of gigabytes', [0xff, 0xff, 0xff, 0xff, 0x0f, 0x00, 0x61]],
  ])('%s is none', (_name, packed) => {
    expect(unsnappy(Buffer.from(packed))).toBeNull();
  });
});

const small = (value: number): Buffer =>
  value < 128 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value & 127) | 128]), small(value >> 7)]);

/** Packs in pieces of seven bytes, so that no longer word stands whole in the file. */
function pack(bytes: Buffer): Buffer {
  const parts = [small(bytes.length)];
  for (let at = 0; at < bytes.length; at += 7) {
    const piece = bytes.subarray(at, at + 7);
    parts.push(Buffer.from([(piece.length - 1) << 2]), piece);
  }
  return Buffer.concat(parts);
}

/** A block as LevelDB lays it out: each key without the beginning it shares, one restart. */
function block(rows: readonly (readonly [shared: number, key: string, value: Buffer])[]): Buffer {
  const lines = rows.flatMap(([shared, key, value]) => [
    small(shared),
    small(Buffer.byteLength(key)),
    small(value.length),
    Buffer.from(key),
    value,
  ]);
  return Buffer.concat([...lines, Buffer.from([0, 0, 0, 0]), Buffer.from([1, 0, 0, 0])]);
}

/** A table file with one packed block. */
function table(): Buffer {
  const inner = Buffer.from([0xff, 0x11, ...pack(Buffer.from('地址：杭州市西湖区文三路 '.repeat(4)))]);
  const data = pack(
    block([
      [0, 'buyer-1381234', Buffer.from('收件人 13912345678')],
      [13, '5678', inner],
    ]),
  );
  const index = block([[0, 'z', Buffer.concat([small(0), small(data.length)])]]);
  const at = data.length + 5;
  const footer = Buffer.concat([small(0), small(0), small(at), small(index.length)]);
  const packed = Buffer.from([1, 0, 0, 0, 0]);
  const plain = Buffer.alloc(5);
  return Buffer.concat([data, packed, index, plain, footer, Buffer.alloc(48 - footer.length)]);
}
const isIn = (parts: Iterable<Buffer>, word: string): boolean =>
  [...parts].some((part) => part.includes(Buffer.from(word)));

describe('a table file of the browser', () => {
  test.each([
    ['a value of a packed block', '13912345678'],
    ['a key that shares its beginning with the one before', 'buyer-13812345678'],
    ['a value that was packed once more', '西湖区文三路'],
  ])('%s is found', (_name, word) => {
    expect(isIn([table()], word)).toBe(false);
    expect(isIn(tableContents(table()), word)).toBe(true);
  });

  test('cut anywhere, or with a byte turned, it is read as far as it goes and never breaks', () => {
    const whole = table();
    for (let at = 0; at < whole.length; at += 1) {
      expect(() => [...tableContents(whole.subarray(0, at))]).not.toThrow();
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ 255;
      expect(() => [...tableContents(turned)]).not.toThrow();
    }
  });
});
