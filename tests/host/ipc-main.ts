import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { decodeFromIpc, encodeForIpc } from './ipc-codec';
import { guard } from './not-implemented';
import { createEvent } from './stand-in-event';
import type { StandInWebContents } from './web-contents';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const emitter = new EventEmitter();

function addHandler(channel: string, handler: Handler): void {
  if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
  if (typeof handler !== 'function')
    throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
  handlers.set(channel, handler);
}

const implemented = {
  handle: addHandler,
  handleOnce(channel: string, handler: Handler): void {
    addHandler(channel, (event, ...args) => {
      handlers.delete(channel);
      return handler(event, ...args);
    });
  },
  removeHandler(channel: string): void {
    handlers.delete(channel);
  },
} satisfies Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

export const ipcMain = guard('ipcMain', Object.assign(emitter, implemented));

function eventFrom(sender: StandInWebContents): object {
  return createEvent({
    type: 'frame',
    sender,
    senderFrame: sender.mainFrame,
    frameId: sender.mainFrame.routingId,
    processId: sender.mainFrame.processId,
  });
}

/** Runs the handler of one `ipcRenderer.invoke` and answers the document that asked. */
export async function dispatchInvoke(
  sender: StandInWebContents,
  documentId: string,
  id: number,
  channel: string,
  args: string,
): Promise<void> {
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const list = decodeFromIpc(args) as unknown[];
    const value = await handler(eventFrom(sender) as IpcMainInvokeEvent, ...list);
    sender.channel.reply(documentId, { kind: 'reply', id, value: encodeForIpc(value) });
  } catch (error) {
    // Electron logs every failed handler in the main process, and tells the page `error.toString()` only.
    console.error(`Error occurred in handler for '${channel}':`, error);
    const reason = error instanceof Error ? error.toString() : String(error);
    const text = `Error invoking remote method '${channel}': ${reason}`;
    sender.channel.reply(documentId, { kind: 'reply', id, error: text });
  }
}

/** Delivers one `ipcRenderer.send`. */
export function dispatchSend(sender: StandInWebContents, channel: string, args: string): void {
  const reply = (replyChannel: string, ...values: readonly unknown[]): void =>
    sender.send(replyChannel, ...values);
  const event = { ...eventFrom(sender), ports: [], reply, returnValue: undefined };
  emitter.emit(channel, event, ...(decodeFromIpc(args) as unknown[]));
}
