import { AppError } from '#shared/errors';
import type { DesktopApi, EventName, Events, Reply, RequestName, Requests } from '#shared/ipc/contract';

declare global {
  // eslint-disable-next-line no-var
  var desktop: DesktopApi | undefined;
}

/** The only reader of `window.desktop`. Throws when the page runs outside the app. */
function api(): DesktopApi {
  if (globalThis.desktop === undefined) throw new Error('window.desktop is missing: the preload did not run');
  return globalThis.desktop;
}

/** Asks the main process; a refusal becomes a thrown {@link AppError} with the same code. */
export async function ask<Name extends RequestName>(
  name: Name,
  ...args: Requests[Name]['args']
): Promise<Requests[Name]['result']> {
  const call = api()[name] as (...all: Requests[Name]['args']) => Promise<Reply<Requests[Name]['result']>>;
  const reply = await call(...args);
  if (!reply.ok) throw AppError.from(reply.error);
  return reply.value;
}

/** Listens to an event from the main process; returns how to stop. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: Events[Name]) => void,
): () => void {
  const key = `on${name.charAt(0).toUpperCase()}${name.slice(1)}` as `on${Capitalize<Name>}`;
  const subscribe = api()[key] as unknown as (use: (payload: Events[Name]) => void) => () => void;
  return subscribe(listener);
}

/** Streams bytes to a one-time address of the main process. Throws the {@link AppError} main answers with. */
export async function upload(url: string, body: Blob): Promise<void> {
  const response = await fetch(url, { method: 'PUT', body });
  if (response.ok) return;
  const data: unknown = await response.json().catch(() => null);
  if (typeof data === 'object' && data !== null && 'code' in data)
    throw AppError.from(data as AppError['data']);
  throw new AppError('writeFailed', { status: response.status });
}

/** The bytes behind a one-time address of the main process. Throws `notFound` when it is used or too old. */
export async function download(url: string): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new AppError('notFound', { what: 'download' });
  return response.body;
}
