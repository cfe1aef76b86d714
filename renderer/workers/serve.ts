/** What a worker sends back: the answer, or the failure's name and text. */
export type Envelope<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly name: string; readonly message: string };

type Scope = {
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
  readonly postMessage: (message: unknown, transfer: Transferable[]) => void;
};

/** The worker's side: has each request that comes in answered by `handle`. */
export function serve(handle: (request: never) => Promise<unknown>): void {
  const scope = globalThis as unknown as Scope;
  const send = (envelope: Envelope<unknown>): void => {
    scope.postMessage(envelope, []);
  };
  const answer = async (request: unknown): Promise<void> => {
    try {
      send({ ok: true, answer: await handle(request as never) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      send({ ok: false, name, message });
    }
  };
  scope.addEventListener('message', ({ data }) => {
    void answer(data);
  });
}
