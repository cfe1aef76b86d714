import { guard } from './not-implemented';

/** The top frame of a window, as IPC events name their sender. One object per window; its address follows the page. */
export type StandInFrame = {
  url: string;
  readonly origin: string;
  readonly parent: null;
  readonly top: StandInFrame;
  readonly name: string;
  readonly processId: number;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  readonly detached: boolean;
  readonly visibilityState: string;
  readonly isDestroyed: () => boolean;
};

/** A main frame that starts out empty. */
export function createMainFrame(windowId: number, isDestroyed: () => boolean): StandInFrame {
  const frame: StandInFrame = guard('WebFrameMain', {
    url: '',
    get origin(): string {
      if (!URL.canParse(this.url)) return 'null';
      const url = new URL(this.url);
      return `${url.protocol}//${url.host}`;
    },
    parent: null,
    get top(): StandInFrame {
      return frame;
    },
    name: '',
    processId: windowId,
    routingId: 1,
    frameTreeNodeId: windowId,
    detached: false,
    visibilityState: 'visible',
    isDestroyed,
  });
  return frame;
}
