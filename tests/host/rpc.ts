/**
 * Calls in both directions over one message port (Node's child-process IPC): the host asks its driver to open
 * windows, the driver tells the host to quit, click a notification, and so on. Types live in control.ts.
 */

/** Name → arguments and result. */
export type CallMap = Readonly<
  Record<string, { readonly args: readonly unknown[]; readonly result: unknown }>
>;

/** The functions one side offers. */
export type Handlers<Calls extends CallMap> = {
  readonly [Name in keyof Calls]: (
    ...args: Calls[Name]['args']
  ) => Calls[Name]['result'] | Promise<Calls[Name]['result']>;
};

/** Where messages come from and go to. */
export type Port = {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
};

/** The caller's end. */
export type Remote<Calls extends CallMap> = {
  readonly call: <Name extends keyof Calls & string>(
    name: Name,
    ...args: Calls[Name]['args']
  ) => Promise<Calls[Name]['result']>;
};

type Frame =
  | { readonly rpc: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly rpc: 'done'; readonly id: number; readonly value: unknown }
  | { readonly rpc: 'fail'; readonly id: number; readonly message: string };

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

function isFrame(message: unknown): message is Frame {
  return typeof message === 'object' && message !== null && 'rpc' in message;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Joins two sides: answers calls with `handlers`, and returns the way to call the other side. */
export function connectRpc<Here extends CallMap, There extends CallMap>(
  port: Port,
  handlers: Handlers<Here>,
): Remote<There> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isClosed = false;

  const answer = async (frame: Extract<Frame, { rpc: 'call' }>): Promise<void> => {
    let reply: Frame;
    try {
      const handler = Object.hasOwn(handlers, frame.name) ? handlers[frame.name] : undefined;
      if (handler === undefined) throw new Error(`no handler for ${frame.name}`);
      const value = await (handler as (...args: readonly unknown[]) => unknown)(...frame.args);
      reply = { rpc: 'done', id: frame.id, value };
    } catch (error) {
      reply = { rpc: 'fail', id: frame.id, message: messageOf(error) };
    }
    if (!isClosed) port.send(reply);
  };

  port.onMessage((message) => {
    if (!isFrame(message)) return;
    if (message.rpc === 'call') {
      void answer(message);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.rpc === 'done') caller?.resolve(message.value as never);
    else caller?.reject(new Error(message.message));
  });

  port.onClose(() => {
    isClosed = true;
    for (const caller of waiting.values()) caller.reject(new Error('the other process has ended'));
    waiting.clear();
  });

  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Error(`the other process has ended (${name})`));
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        port.send({ rpc: 'call', id: lastId, name, args } satisfies Frame);
      }),
  };
}
