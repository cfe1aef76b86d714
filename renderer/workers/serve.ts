/** What a worker sends back: the answer, or the failure's name and text. */
export type Envelope<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly name: string; readonly message: string };

type Scope = {
  onmessage: ((event: MessageEvent) => void) | null;
  readonly postMessage: (message: unknown) => void;
};

/** The worker's side: answers each request in the order it came. */
export function serve<Request, Answer>(handle: (request: Request) => Promise<Answer>): void {
  const scope = globalThis as unknown as Scope;
  const send = (envelope: Envelope<Answer>): void => {
    scope.postMessage(envelope);
  };
  scope.onmessage = (event: MessageEvent<Request>) => {
    handle(event.data).then(
      (answer) => {
        send({ ok: true, answer });
      },
      (error: unknown) => {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        send({ ok: false, name, message });
      },
    );
  };
}
