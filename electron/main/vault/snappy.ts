/** No block of the browser's store comes near this size, in bytes; a longer one is no text but a mistake. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Decompresses one Snappy block (format: google/snappy, format_description.txt), as LevelDB writes them.
 * @returns null for bytes that are none
 */
export function unsnappy(packed: Uint8Array): Buffer | null {
  const length = readVarint(packed, 0);
  if (length === null || length.value > mostBytes) return null;
  const out = Buffer.alloc(length.value);
  let [from, to] = [length.next, 0];
  while (from < packed.length) {
    const step = readElement(packed, from);
    if (step === null || to + step.size > out.length) return null;
    if (step.back === 0) {
      if (step.next + step.size > packed.length) return null;
      out.set(packed.subarray(step.next, step.next + step.size), to);
      from = step.next + step.size;
    } else {
      if (step.back > to) return null;
      // It may overlap what it writes: a run.
      for (let index = 0; index < step.size; index += 1) out[to + index] = out[to + index - step.back] ?? 0;
      from = step.next;
    }
    to += step.size;
  }
  return to === out.length ? out : null;
}

type Element = {
  readonly size: number;
  /** 0: the bytes follow. */ readonly back: number;
  readonly next: number;
};

function readElement(packed: Uint8Array, at: number): Element | null {
  const tag = packed[at] ?? 0;
  const upper = tag >> 2;
  switch (tag & 3) {
    case 0: {
      const extra = upper < 60 ? 0 : upper - 59;
      const size = (extra === 0 ? upper : readLittle(packed, at + 1, extra)) + 1;
      return { size, back: 0, next: at + 1 + extra };
    }
    case 1:
      return notZero({
        size: (upper & 7) + 4,
        back: ((tag >> 5) << 8) | (packed[at + 1] ?? 0),
        next: at + 2,
      });
    case 2:
      return notZero({ size: upper + 1, back: readLittle(packed, at + 1, 2), next: at + 3 });
    default:
      return notZero({ size: upper + 1, back: readLittle(packed, at + 1, 4), next: at + 5 });
  }
}

const notZero = (element: Element): Element | null => (element.back === 0 ? null : element);

function readLittle(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = count - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** A number of seven bits per byte, lowest first; null where there is none. */
export function readVarint(
  bytes: Uint8Array,
  at: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let index = 0; index < 6; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, next: at + index + 1 };
  }
  return null;
}
