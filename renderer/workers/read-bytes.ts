/** Reads all bytes of a file. Rejects when they cannot be read. */
export type ReadBytes = (blob: Blob) => Promise<Uint8Array<ArrayBuffer>>;

/** Into memory of their own. */
export const readAnew: ReadBytes = async (blob) => new Uint8Array(await blob.arrayBuffer());

/** Larger files are rare, and memory that is kept for them is not free for others. */
const keptBytes = 16 * 1024 * 1024;
const step = 1024 * 1024;

/**
 * A reader that uses the same memory again: what it gave is overwritten by the next call, so only one file may be read
 * at a time. Made anew for each photo, memory would only be given back after hundreds of megabytes.
 */
export function createReader(): ReadBytes {
  let kept = new ArrayBuffer(0);
  return async (blob) => {
    if (blob.size > keptBytes) return readAnew(blob);
    if (kept.byteLength < blob.size) kept = new ArrayBuffer(Math.ceil(blob.size / step) * step);
    const reader = (blob.stream() as ReadableStream<Uint8Array>).getReader({ mode: 'byob' });
    let at = 0;
    while (at < blob.size) {
      // The memory goes to the reader and comes back with the bytes; broken off, it is gone.
      const lent = kept;
      kept = new ArrayBuffer(0);
      const { value, done } = await reader.read(new Uint8Array(lent, at, blob.size - at));
      if (value === undefined) throw new Error('the file was cut off');
      kept = value.buffer;
      if (done) throw new Error('the file was cut off');
      at += value.byteLength;
    }
    return new Uint8Array(kept, 0, at);
  };
}
