import { describe, expect, test } from 'vitest';
import { decodeFromIpc, encodeForIpc } from './ipc-codec';

function crossed(value: unknown): unknown {
  return decodeFromIpc(encodeForIpc(value));
}

describe('values that cross between window and main', () => {
  test.each([
    ['text', '留底 \u2028 </script>'],
    ['undefined inside', { a: undefined, list: [1, undefined, null] }],
    ['numbers JSON lacks', [Number.NaN, Number.POSITIVE_INFINITY, -0]],
    ['bigint', 1_234_567_890_123_456_789n],
    ['date', new Date(1_700_000_000_000)],
    ['map and set', new Map<unknown, unknown>([['k', new Set([1, { b: 2 }])]])],
    ['an object with the codec’s own key', { '@': 'date', data: 5 }],
    ['a key named __proto__', JSON.parse('{"__proto__": {"x": 1}}') as unknown],
  ])('%s arrives as it was', (_name, value) => {
    expect(crossed(value)).toStrictEqual(value);
  });

  test('bytes arrive as bytes', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_item, index) => index % 251);
    expect(Buffer.from(crossed(bytes) as Uint8Array).equals(bytes)).toBe(true);
  });

  test('class instances lose their class, as in structured clone', () => {
    class Shop {
      readonly name = 'A';
    }
    expect(crossed(new Shop())).toStrictEqual({ name: 'A' });
  });

  test.each([
    ['a function', { run: () => 1 }],
    ['a symbol', [Symbol('s')]],
    ['a promise', Promise.resolve(1)],
  ])('%s is refused', (_name, value) => {
    expect(() => encodeForIpc(value)).toThrow('An object could not be cloned.');
  });
});
