import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { requestChannel } from '#shared/ipc/channels';
import type { RequestName } from '#shared/ipc/contract';
import { requestSchemas } from '#shared/ipc/schemas';
import type { Log } from '../main/log';
import { roleOf } from '../main/window-roles';
import { answer } from './answer';
import type { Handlers } from './handlers';
import type { Sender } from './sender-check';

/** Opens every request of the contract to our windows. The only file that imports `ipcMain`. */
export function registerRequests(handlers: Handlers, log: Log, isLocked: () => boolean): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    ipcMain.handle(requestChannel(name), (event, ...args: unknown[]) =>
      answer(name, senderOf(event), args, handlers, log, isLocked),
    );
  }
}

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    windowId: event.sender.id,
    role: roleOf(event.sender.id),
    frame: frame === null ? null : { origin: frame.origin, isTop: frame.parent === null },
  };
}
