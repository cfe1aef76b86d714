/**
 * Structured clone, near enough, as JSON: what Electron's IPC can carry and plain JSON cannot (undefined, NaN, Date,
 * Map, bytes ...) travels in a wrapper; what structured clone refuses (functions, symbols) is refused here too.
 * Both functions are self-contained because their source text also runs in the page (see page-script.ts).
 */

/** JSON text for a value that may cross; throws Electron's wording for one that may not. */
export function encodeForIpc(value: unknown): string {
  const parents: unknown[] = [];
  const tag = (kind: string, data: unknown): unknown => ({ '@': kind, data });
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let start = 0; start < bytes.length; start += 0x8000)
      text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
    return btoa(text);
  };
  const walkObject = (item: object): unknown => {
    if (item instanceof Date) return tag('date', item.getTime());
    if (item instanceof ArrayBuffer) return tag('buffer', toBase64(new Uint8Array(item)));
    if (ArrayBuffer.isView(item))
      return tag('bytes', toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)));
    if (item instanceof Map)
      return tag(
        'map',
        [...item].map(([key, entry]) => [walk(key), walk(entry)]),
      );
    if (item instanceof Set) return tag('set', [...item].map(walk));
    if (item instanceof Error) return tag('error', { name: item.name, message: item.message });
    if (item instanceof Promise || item instanceof WeakMap) throw new Error('An object could not be cloned.');
    if (Array.isArray(item)) return Array.from(item, walk);
    const entries = Object.entries(item).map(([key, entry]) => [key, walk(entry)] as const);
    return '@' in item ? tag('object', entries) : Object.fromEntries(entries);
  };
  const walk = (item: unknown): unknown => {
    if (item === undefined) return tag('undefined', 0);
    if (typeof item === 'bigint') return tag('bigint', String(item));
    if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0)))
      return tag('number', Object.is(item, -0) ? '-0' : String(item));
    if (typeof item === 'function' || typeof item === 'symbol')
      throw new Error('An object could not be cloned.');
    if (typeof item !== 'object' || item === null) return item;
    if (parents.includes(item)) throw new Error('stand-in: a value that contains itself cannot cross');
    parents.push(item);
    const result = walkObject(item);
    parents.pop();
    return result;
  };
  return JSON.stringify(walk(value));
}

/** The value again from {@link encodeForIpc}'s text. */
export function decodeFromIpc(text: string): unknown {
  const fromBase64 = (data: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const revive = (kind: unknown, data: unknown): unknown => {
    if (kind === 'undefined') return undefined;
    if (kind === 'bigint') return BigInt(String(data));
    if (kind === 'number') return Number(data);
    if (kind === 'date') return new Date(Number(data));
    if (kind === 'buffer') return fromBase64(String(data)).buffer;
    if (kind === 'bytes') return fromBase64(String(data));
    const items = data as readonly unknown[];
    if (kind === 'map') return new Map(items.map((pair) => walk(pair) as readonly [unknown, unknown]));
    if (kind === 'set') return new Set(items.map(walk));
    if (kind === 'object')
      return Object.fromEntries(items.map((pair) => walk(pair) as readonly [string, unknown]));
    const shape = data as { readonly name: string; readonly message: string };
    return Object.assign(new Error(shape.message), { name: shape.name });
  };
  const walk = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return item.map(walk);
    const wrapper = item as { readonly '@'?: unknown; readonly data?: unknown };
    if ('@' in wrapper) return revive(wrapper['@'], wrapper.data);
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key, walk(entry)]));
  };
  return walk(JSON.parse(text));
}
