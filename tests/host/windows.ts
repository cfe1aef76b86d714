import type { StandInBrowserWindow } from './browser-window';

/** Every window that is not closed, by id. The type import keeps this free of a cycle at run time. */
export const openWindows = new Map<number, StandInBrowserWindow>();

let afterCreated: (window: StandInBrowserWindow) => void = () => {};
let afterLastClosed: () => void = () => {};

/** What happens when the last window has gone (the app module decides). */
export function onLastWindowClosed(action: () => void): void {
  afterLastClosed = action;
}

/** Takes a closed window off the list. */
export function forgetWindow(windowId: number): void {
  openWindows.delete(windowId);
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
