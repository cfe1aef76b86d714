import type { ReadableStream } from 'node:stream/web';
import { type AppErrorCode, toAppError } from '#shared/errors';
import type { Chunks } from './atomic-write';
import type { Transfers } from './transfers';

/** HTTP status of a failed upload; the body is the `AppErrorData`. */
const statusOf: Partial<Readonly<Record<AppErrorCode, number>>> = {
  notFound: 404,
  hashMismatch: 422,
  cancelled: 400,
  storageFull: 507,
};

/** Answers `PUT /upload/<token>`: 201 with size and SHA-256 of what was written, or an error as JSON. */
export async function answerUpload(request: Request, token: string, transfers: Transfers): Promise<Response> {
  try {
    const written = await transfers.receive(token, bodyOf(request));
    return Response.json(written, { status: 201 });
  } catch (error) {
    const known = toAppError(error);
    // An unread rest would keep the sender waiting.
    await request.body?.cancel().catch(() => undefined);
    return Response.json(known.data, { status: statusOf[known.code] ?? 500 });
  }
}

/** An empty file has no body at all. */
function bodyOf(request: Request): Chunks {
  return request.body === null ? [] : readChunks(request.body as ReadableStream<Uint8Array>);
}

/** Unlike the stream's own iterator, ending this one does not wait for a chunk that never comes. */
function readChunks(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const step = await reader.read();
        return step.done ? { done: true, value: undefined } : { done: false, value: step.value };
      },
      return: () => {
        reader.cancel().catch(() => undefined);
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
}
