/**
 * The page's half of the stand-in: `ipcRenderer` and `contextBridge` for the preload, over HTTP to the host. This
 * function's source text is sent to the page, so it must not use anything from outside itself. There is no isolated
 * world here: the preload shares the page's world, and only its closure hides `ipcRenderer`.
 */
export type PageSetup = {
  readonly key: string;
  readonly platform: string;
  /** Window id → its preload as a CommonJS function. */
  readonly preloads: Readonly<Record<string, PreloadFunction>>;
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
};
type PreloadFunction = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void;
type Down = {
  readonly kind: string;
  readonly id: number;
  readonly value?: string;
  readonly error?: string;
  readonly channel: string;
  readonly args: string;
  readonly path: string;
  readonly askId: number;
  readonly dialog: string;
  readonly options: string;
};
type Listener = (event: unknown, ...args: readonly unknown[]) => void;

export function pageClient(setup: PageSetup): void {
  const windowId = sessionStorage.getItem('stand-in-window') ?? '';
  const documentId = crypto.randomUUID();
  const listeners = new Map<string, { readonly listener: Listener; readonly once: boolean }[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const headers = {
    'x-stand-in-key': setup.key,
    'x-stand-in-window': windowId,
    'x-stand-in-document': documentId,
  };
  const here = (): string => location.pathname + location.search + location.hash;
  const [realFetch, realConfirm, realPrompt] = [
    fetch.bind(window),
    confirm.bind(window),
    prompt.bind(window),
  ];
  let outbox: { readonly kind: string; readonly id?: number; readonly [more: string]: unknown }[] = [];
  let isSending = false;
  let isLeaving = false;
  let isHostNavigating = false;
  let lastId = 0;

  const guardApi = <T extends object>(name: string, api: T): T =>
    new Proxy(api, {
      get: (target, property) => {
        if (typeof property === 'symbol' || property === 'then' || property in target)
          return Reflect.get(target, property) as unknown;
        throw new Error(`stand-in: electron.${name}${name === '' ? '' : '.'}${property} is not implemented`);
      },
    });

  // One request at a time keeps the order of messages; answers come back over the event stream, so a question that
  // waits for the seller does not hold one of the browser's few connections.
  const flush = async (): Promise<void> => {
    if (isSending && !isLeaving) return;
    isSending = true;
    while (outbox.length > 0) {
      const batch = outbox;
      outbox = [];
      try {
        const body = JSON.stringify({ url: here(), messages: batch });
        const answer = await realFetch('/__host/ipc', {
          method: 'POST',
          headers,
          body,
          keepalive: isLeaving,
        });
        if (!answer.ok) throw new Error(await answer.text());
      } catch (error) {
        const reason = new Error(`stand-in: the main process did not answer (${String(error)})`);
        for (const message of batch) if (message.id !== undefined) settle(message.id)?.reject(reason);
      }
    }
    isSending = false;
  };
  const post = (message: (typeof outbox)[number]): void => {
    outbox.push(message);
    void flush();
  };
  const settle = (id: number) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    return caller;
  };

  const remove = (channel: string, listener: Listener): void => {
    const left = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener);
    listeners.set(channel, left);
  };
  const add = (channel: string, listener: Listener, once: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const ipcRenderer: object = guardApi('ipcRenderer', {
    invoke: (channel: string, ...args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const encoded = setup.encode(args);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        post({ kind: 'invoke', id: lastId, channel, args: encoded });
      }),
    send: (channel: string, ...args: readonly unknown[]): void =>
      post({ kind: 'send', channel, args: setup.encode(args) }),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeListener: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeAllListeners: (channel: string) => (listeners.delete(channel), ipcRenderer),
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  });

  // Like the real bridge: plain data is copied, functions are wrapped, prototypes are lost, all of it frozen.
  const cross = (value: unknown): unknown => {
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value === 'function')
      return Object.freeze((...args: readonly unknown[]) =>
        cross((value as (...list: readonly unknown[]) => unknown)(...args.map(cross))),
      );
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) return value.then(cross);
    if (Array.isArray(value)) return Object.freeze(value.map(cross));
    if (value instanceof Error || value instanceof Node || value instanceof Blob) return value;
    if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value);
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cross(entry)])),
    );
  };
  const contextBridge = guardApi('contextBridge', {
    exposeInMainWorld: (name: string, api: unknown): void => {
      if (Object.hasOwn(window, name))
        throw new Error(`Cannot bind an API on top of an existing property on the window object`);
      Object.defineProperty(window, name, { value: cross(api), enumerable: true });
    },
  });

  const receive = (down: Down): void => {
    if (down.kind === 'reply') {
      const caller = settle(down.id);
      if (down.error === undefined) caller?.resolve(setup.decode(down.value ?? 'null'));
      else caller?.reject(new Error(down.error));
    } else if (down.kind === 'event') {
      const args = setup.decode(down.args) as readonly unknown[];
      for (const { listener, once } of listeners.get(down.channel) ?? []) {
        if (once) remove(down.channel, listener);
        listener({ sender: ipcRenderer, ports: [] }, ...args);
      }
    } else if (down.kind === 'navigate') {
      isHostNavigating = true;
      location.replace(down.path);
    } else if (down.kind === 'reload') location.reload();
    else if (down.kind === 'ask') {
      // Queued as a task: these boxes block the page, and the stream's other messages should be seen first.
      setTimeout(
        () => post({ kind: 'answer', askId: down.askId, answer: ask(down.dialog, down.options) }),
        0,
      );
    }
  };
  const ask = (dialog: string, text: string): string | boolean | null => {
    const question = JSON.parse(text) as { readonly text: string; readonly initial: string };
    return dialog === 'confirm' ? realConfirm(question.text) : realPrompt(question.text, question.initial);
  };
  const stream = new EventSource(`/__host/events?key=${setup.key}&window=${windowId}&document=${documentId}`);
  stream.addEventListener('message', (event) => receive(JSON.parse(event.data as string) as Down));

  // Electron asks the main process before a page leaves or opens a window; only a blocking request can wait for it.
  const askNow = (kind: string, url: string): boolean => {
    const request = new XMLHttpRequest();
    request.open('POST', '/__host/may', false);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(JSON.stringify({ kind, url, from: here() }));
    return request.responseText === 'yes';
  };
  Object.defineProperty(window, 'open', {
    value: (url?: string | URL): null => {
      askNow('open', new URL(String(url ?? 'about:blank'), location.href).href);
      return null;
    },
    configurable: true,
    writable: true,
  });
  const onLink = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link === undefined || event.defaultPrevented || link.href === '' || link.download !== '') return;
    if (link.target !== '_blank' && event.button !== 1 && !event.ctrlKey && !event.metaKey && !event.shiftKey)
      return;
    event.preventDefault();
    askNow('open', link.href);
  };
  addEventListener('click', onLink);
  addEventListener('auxclick', onLink);
  const { navigation } = window as unknown as { readonly navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const details = event as Event & {
      readonly navigationType: string;
      readonly hashChange: boolean;
      readonly downloadRequest: string | null;
      readonly destination: { readonly url: string; readonly sameDocument: boolean };
    };
    const { url, sameDocument } = details.destination;
    if (isHostNavigating || sameDocument || details.navigationType === 'reload') return;
    if (details.downloadRequest !== null) return;
    if (!askNow('navigate', url)) event.preventDefault();
  });
  addEventListener('pagehide', () => {
    isLeaving = true;
  });

  document.addEventListener('DOMContentLoaded', () =>
    post({ kind: 'page', event: 'dom-ready', title: document.title }),
  );
  addEventListener('load', () => post({ kind: 'page', event: 'did-finish-load', title: document.title }));

  const preload = setup.preloads[windowId];
  if (preload === undefined) return;
  const electron = guardApi('', { contextBridge, ipcRenderer });
  const requireForPreload = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`stand-in: module not found: ${id} (the preload may require only 'electron')`);
  };
  const limitedProcess = guardApi('process', {
    type: 'renderer',
    platform: setup.platform,
    sandboxed: true,
    contextIsolated: true,
    versions: Object.freeze({}),
    env: Object.freeze({}),
  });
  const module = { exports: {} };
  preload(requireForPreload, module, module.exports, limitedProcess);
}
