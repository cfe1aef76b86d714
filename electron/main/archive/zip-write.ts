import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ZipWriter } from '@zip.js/zip.js';
import { AppError } from '#shared/errors';

/** Where bytes come from; `open` for those that do not lie on the disk as they are. */
export type PartSource =
  | { readonly file: string }
  | { readonly text: string }
  | { readonly open: () => AsyncIterable<Uint8Array> };

/** The bytes of a part, opened only when they are asked for. */
export function bytesOf(from: PartSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if ('text' in from) return [Buffer.from(from.text, 'utf8')];
  return 'open' in from ? from.open() : createReadStream(from.file, { highWaterMark: 1024 * 1024 });
}

/** One part of a zip: a file or a text. With a hash it is compared while it is packed. */
export type ZipPart = {
  readonly name: string;
  readonly from: PartSource;
  readonly size: number;
  readonly sha256?: string;
  /** Pictures and videos are packed already: only texts are worth it. */
  readonly deflate: boolean;
};

type Options = {
  /** Time of every part, epoch ms. */
  readonly at: number;
  readonly signal: AbortSignal;
  /** Told how many bytes of parts were read in all. */
  readonly onBytes: (done: number) => void;
};

/** Above this a part needs the wide fields of zip64, told before its first byte. */
const wide = 0xfff0_0000;

/**
 * Packs parts into one zip, stream in, stream out: memory stays flat for any size.
 * @throws AppError `hashMismatch` when a part's bytes are not what was told
 */
export async function* packZip(parts: Iterable<ZipPart>, options: Options): AsyncGenerator<Uint8Array> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(pipe.writable, {
    useWebWorkers: false,
    bufferedWrite: false,
    keepOrder: true,
    extendedTimestamp: false,
    lastModDate: new Date(options.at),
    signal: options.signal,
  });
  let done = 0;
  const add = async (): Promise<void> => {
    for (const part of parts) {
      const counted = (bytes: number): void => {
        options.onBytes((done += bytes));
      };
      await zip.add(part.name, streamOf(checked(part, counted)), {
        level: part.deflate ? 6 : 0,
        zip64: part.size > wide,
      });
    }
    await zip.close();
  };
  let failure: unknown = null;
  const adding = add().catch(async (error: unknown) => {
    failure = error;
    await pipe.writable.abort(error).catch(() => undefined);
  });
  const reader = pipe.readable.getReader();
  try {
    for (;;) {
      const step = await reader.read();
      if (step.done) break;
      yield step.value;
    }
    await adding;
    if (failure !== null) throw failure;
  } catch (error) {
    throw failure ?? error;
  } finally {
    await reader.cancel().catch(() => undefined);
    await adding;
  }
}

async function* checked(part: ZipPart, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytesOf(part.from)) {
    size += chunk.byteLength;
    hash.update(chunk);
    onBytes(chunk.byteLength);
    yield chunk;
  }
  const same = part.sha256 === undefined || hash.digest('hex') === part.sha256;
  if (size !== part.size || !same)
    throw new AppError('hashMismatch', { expected: part.size, received: size });
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const step = await chunks.next();
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });
}
