import type { MessageWindowState } from '#shared/ipc/message-window';
import type { Language } from '../preferences';

/** The small window itself, once it exists. */
export type MessagePane = {
  readonly isShown: () => boolean;
  /** Comes up over whatever is on screen, near the mouse. */
  readonly show: () => void;
  readonly hide: () => void;
  readonly send: (state: MessageWindowState) => void;
  readonly destroy: () => void;
};

/** What the pane tells back. */
export type PaneEvents = {
  /** The seller went elsewhere. */
  readonly left: () => void;
  /** Closed or crashed; the next press makes a new one. */
  readonly gone: () => void;
};

type Parts = {
  readonly open: (events: PaneEvents) => MessagePane;
  readonly writeText: (text: string) => Promise<void>;
  readonly isLocked: () => boolean;
  readonly language: () => Language;
};

export type MessageWindow = {
  /** The keys were pressed: brings the window up, or away when it is there. */
  readonly press: () => void;
  readonly hide: () => void;
  readonly state: () => MessageWindowState;
  /** Text to the clipboard, window away; when the clipboard refuses, the window stays. */
  readonly copy: (text: string) => Promise<void>;
  readonly setOpenCase: (caseId: string | null) => void;
  readonly setReady: (ready: boolean) => void;
  readonly lockChanged: () => void;
};

/**
 * The window with messages that comes up over any program. It is made at the first press and then kept, hidden, so
 * that it is there at once; when the app is locked or opened it goes, with all its page has in memory.
 */
export function createMessageWindow({ open, writeText, isLocked, language }: Parts): MessageWindow {
  let pane: MessagePane | null = null;
  let caseId: string | null = null;
  let ready = false;
  let turn = 0;

  function state(): MessageWindowState {
    const locked = isLocked();
    return {
      shown: pane?.isShown() ?? false,
      turn,
      locked,
      ready: ready && !locked,
      caseId: locked ? null : caseId,
      language: language(),
    };
  }

  function hide(): void {
    if (pane === null || !pane.isShown()) return;
    pane.hide();
    pane.send(state());
  }

  function openAnew(): MessagePane {
    const made = open({
      left: hide,
      gone: () => {
        if (pane === made) pane = null;
      },
    });
    pane = made;
    return made;
  }

  function drop(): void {
    const old = pane;
    pane = null;
    old?.destroy();
  }

  return {
    press: () => {
      if (pane?.isShown() === true) {
        hide();
        return;
      }
      const shown = pane ?? openAnew();
      turn += 1;
      shown.show();
      shown.send(state());
    },
    hide,
    state,
    copy: async (text) => {
      await writeText(text);
      hide();
    },
    setOpenCase: (id) => {
      // The one looked at last stays, for a seller who went back to the list.
      if (id !== null) caseId = id;
    },
    setReady: (value) => {
      ready = value;
    },
    lockChanged: () => {
      if (isLocked()) {
        caseId = null;
        ready = false;
      }
      drop();
    },
  };
}
