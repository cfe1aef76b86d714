import type { WebContents } from 'electron';
import { eventChannel } from '#shared/ipc/channels';
import type { EventName, Events } from '#shared/ipc/contract';

/** Tells the main window something; silently nothing when it is gone, because the window reads all state at start. */
export type SendEvent = <Name extends EventName>(name: Name, payload: Events[Name]) => void;

/** @param target the main window's page, or null while there is none */
export function eventSender(target: () => WebContents | null): SendEvent {
  return (name, payload) => {
    const contents = target();
    if (contents !== null && !contents.isDestroyed()) contents.send(eventChannel(name), payload);
  };
}
