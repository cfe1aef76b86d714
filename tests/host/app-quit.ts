import type { EventEmitter } from 'node:events';
import { currentPhase, enterPhase } from './lifecycle';
import { createEvent } from './stand-in-event';
import { onLastWindowClosed, openWindows } from './windows';

/**
 * Electron's way out: `before-quit`, then every window's `close` (each may refuse), then `will-quit`, then `quit`.
 * `exit` skips all but `quit`.
 */
export function createQuit(
  emitter: EventEmitter,
  end: (exitCode: number) => void,
): {
  readonly quit: () => void;
  readonly exit: (exitCode: number) => void;
} {
  let isLeaving = false;

  const finish = (exitCode: number): void => {
    if (currentPhase() === 'ended') return;
    enterPhase('ended');
    emitter.emit('quit', createEvent({}), exitCode);
    end(exitCode);
  };

  const afterWindows = (): void => {
    const event = createEvent({});
    emitter.emit('will-quit', event);
    if (event.defaultPrevented) isLeaving = false;
    else finish(0);
  };

  onLastWindowClosed(() => {
    if (currentPhase() === 'ended') return;
    if (isLeaving) afterWindows();
    else if (emitter.listenerCount('window-all-closed') > 0) emitter.emit('window-all-closed');
    else quit();
  });

  const quit = (): void => {
    if (isLeaving || currentPhase() === 'ended') return;
    const event = createEvent({});
    emitter.emit('before-quit', event);
    if (event.defaultPrevented) return;
    isLeaving = true;
    const windows = [...openWindows.values()];
    if (windows.length === 0) {
      afterWindows();
      return;
    }
    for (const window of windows) {
      window.close();
      // A window that refused stops the whole quit; the next one starts from the beginning.
      if (!window.isClosing()) {
        isLeaving = false;
        return;
      }
    }
  };

  return { quit, exit: finish };
}
