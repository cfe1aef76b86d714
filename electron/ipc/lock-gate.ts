import type { RequestName } from '#shared/ipc/contract';

/**
 * All that a window may ask while the app is locked. Whatever is not named here, also a request added tomorrow, is
 * refused: data, print, export, vault, settings.
 */
export const allowedWhileLocked: ReadonlySet<RequestName> = new Set([
  'getAppInfo',
  'getLock',
  'unlock',
  'log',
  // What was typed a moment before must still ring: it goes in, and nothing comes out.
  'setSchedule',
  // The message window says that the app is locked, and can be closed; it is told nothing else.
  'readMessageWindow',
  'closeMessageWindow',
  'openMainWindow',
]);
