import type { EventName, RequestName } from './contract';

/** Channel of a request; known to the preload and to electron/ipc/register.ts only. */
export function requestChannel(name: RequestName): string {
  return `liudi:request:${name}`;
}

/** Channel of an event; known to the preload and to electron/ipc/send-event.ts only. */
export function eventChannel(name: EventName): string {
  return `liudi:event:${name}`;
}
