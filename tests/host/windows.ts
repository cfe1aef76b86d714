import type { StandInBrowserWindow } from './browser-window';

/** Every window that is not closed, by id. The type import keeps this free of a cycle at run time. */
export const openWindows = new Map<number, StandInBrowserWindow>();

let focusedId: number | null = null;

/** Whether the seller's keys go to this window. */
export function hasFocus(windowId: number): boolean {
  return focusedId === windowId;
}

/** Gives a window the focus, or takes it from all of them; the one that loses it is told. */
export function moveFocus(windowId: number | null): void {
  if (focusedId === windowId) return;
  const before = focusedId === null ? undefined : openWindows.get(focusedId);
  focusedId = windowId;
  before?.emit('blur');
  if (windowId !== null) openWindows.get(windowId)?.emit('focus');
}

let afterCreated: (window: StandInBrowserWindow) => void = () => {};
let afterLastClosed: () => void = () => {};

/** What happens when the last window has gone (the app module decides). */
export function onLastWindowClosed(action: () => void): void {
  afterLastClosed = action;
}

/** Takes a closed window off the list. */
export function forgetWindow(windowId: number): void {
  openWindows.delete(windowId);
  if (focusedId === windowId) focusedId = null;
  if (openWindows.size === 0) afterLastClosed();
}

/** What happens when a window is made (the app module tells the app). */
export function onWindowCreated(action: (window: StandInBrowserWindow) => void): void {
  afterCreated = action;
}

/** Puts a new window on the list. */
export function rememberWindow(window: StandInBrowserWindow): void {
  openWindows.set(window.id, window);
  afterCreated(window);
}
