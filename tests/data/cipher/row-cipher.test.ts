import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRowCipher } from '../../../renderer/data/cipher/row-cipher';
import { rowKeys } from '../../helpers/row-keys';

const cipher = await createRowCipher(rowKeys());
const paths = ['id', 'buyerId', ['platform', 'buyerId'], 'at'];
const row = {
  id: '01KAJ000000000000000000001',
  platform: 'pdd',
  buyerId: '小鱼爱吃猫',
  at: 5,
  phone: '13800138000',
  events: { 'aftersale.applied': 3 },
};

describe('a sealed row', () => {
  test('shows only what an index needs, and no name in it', () => {
    const sealed = cipher.seal('cases', row, paths);
    expect(Object.keys(sealed).sort()).toEqual(['$', 'at', 'buyerId', 'id', 'platform']);
    expect(sealed).toMatchObject({ id: row.id, platform: 'pdd', at: 5 });
    const seen = JSON.stringify(sealed) + new TextDecoder().decode(sealed['$'] as Uint8Array);
    for (const secret of ['小鱼爱吃猫', '13800138000', 'aftersale']) expect(seen).not.toContain(secret);
  });

  test('comes back as it was, whatever is in it', () => {
    const values = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(values, (fields) => {
        const { $: _taken, ['__proto__']: _proto, ...rest } = fields;
        const given = { ...rest, id: 'x', buyerId: '一二三' };
        expect(cipher.open('cases', cipher.seal('cases', given, paths))).toEqual(given);
      }),
    );
  });

  test('keeps bytes and values that text cannot hold beside it', () => {
    const odd = { id: 'x', bytes: new Uint8Array([1]), when: new Date(3), much: Infinity, none: undefined };
    const sealed = cipher.seal('inbox', odd, ['id']);
    expect(sealed).toMatchObject({ bytes: odd.bytes, when: odd.when, much: Infinity });
    expect(cipher.open('inbox', sealed)).toEqual(odd);
  });

  test('is another one each time, but its tokens are the same', () => {
    const [one, two] = [cipher.seal('cases', row, paths), cipher.seal('cases', row, paths)];
    expect(one['$']).not.toEqual(two['$']);
    expect(one['buyerId']).toBe(two['buyerId']);
    expect(one['buyerId']).not.toBe(cipher.seal('cases', { ...row, buyerId: '别人' }, paths)['buyerId']);
  });

  test('altered, cut, moved to another table, or under another key, is refused', async () => {
    const sealed = cipher.seal('cases', row, paths);
    const bytes = sealed['$'] as Uint8Array;
    const flipped = bytes.slice();
    flipped[30] = (flipped[30] ?? 0) ^ 1;
    const refused = expect.objectContaining({ code: 'hashMismatch' });
    expect(() => cipher.open('cases', { ...sealed, $: flipped })).toThrow(refused);
    expect(() => cipher.open('cases', { ...sealed, $: bytes.slice(0, 20) })).toThrow(refused);
    expect(() => cipher.open('people', sealed)).toThrow(refused);
    const other = await createRowCipher(rowKeys('sealed', 20));
    expect(() => other.open('cases', sealed)).toThrow(refused);
  });

  test('a row that was never sealed is read as it is', () => {
    expect(cipher.open('cases', row)).toBe(row);
    expect(cipher.seal('blobs', { sha256: 'a' }, ['sha256'])).toEqual({ sha256: 'a' });
    expect(cipher.seal('settings', { key: 'schemaNumber', value: 4 }, ['key'])).toEqual({
      key: 'schemaNumber',
      value: 4,
    });
  });
});
