import { WorkerLost } from './worker-pool';
import { createOrderReader, type OpenedOrders, type OrderReply, type OrderRequest } from './order-reader';
import type { FileProblem } from './read-sheets';
import type { Mapping } from '#shared/imports/order-fields';
import type { ImportedOrder, ReadingWay, RowProblem } from '#shared/imports/read-orders';
import type { Envelope } from './serve';

/** A file of orders that lies open beside the window. */
export type OrderFile = {
  readonly opened: OpenedOrders;
  /** The columns a kind of export means in this file. */
  readonly mapBy: (signature: string | null) => Promise<Mapping>;
  readonly read: (
    mapping: Mapping,
    way: ReadingWay,
  ) => Promise<{ readonly count: number; readonly problems: readonly RowProblem[] }>;
  readonly page: (from: number, count: number) => Promise<readonly ImportedOrder[]>;
  /** Lets go of it. Questions that are open are never answered. */
  readonly close: () => void;
};

type Line = { readonly ask: (request: OrderRequest) => Promise<OrderReply>; readonly close: () => void };

/** A workbook of a year takes a minute on a slow computer; what takes longer hangs. */
const limitMs = 180_000;

function startLine(): Line {
  if (typeof Worker === 'undefined') {
    const reader = createOrderReader();
    return { ask: (request) => reader(request), close: () => undefined };
  }
  const worker = new Worker(new URL('./order-worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: OrderRequest): Promise<OrderReply> =>
    new Promise((resolve, reject) => {
      const ears = new AbortController();
      const { signal } = ears;
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        ears.abort();
        finish();
      };
      const lose = (reason: WorkerLost['reason']) => (): void => {
        settle(() => {
          worker.terminate();
          reject(new WorkerLost(reason));
        });
      };
      const timer = setTimeout(lose('timeout'), limitMs);
      worker.addEventListener('error', lose('crashed'), { signal });
      worker.addEventListener('messageerror', lose('crashed'), { signal });
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Envelope<OrderReply>>) => {
          settle(() => {
            if (data.ok) resolve(data.answer);
            else reject(Object.assign(new Error(data.message), { name: data.name }));
          });
        },
        { signal },
      );
      worker.postMessage(request, []);
    });
  // One question at a time: the answers carry no name.
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: (request) => {
      const answer = last.then(() => ask(request));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => {
      worker.terminate();
    },
  };
}

/** Opens a file of orders off the main thread, where workers exist; tells why when it is none. */
export async function openOrderFile(
  file: File,
): Promise<{ readonly file: OrderFile } | { readonly refused: FileProblem }> {
  const line = startLine();
  try {
    const first = await line.ask({ kind: 'open', file });
    if (first.kind === 'refused') {
      line.close();
      return { refused: first.why };
    }
    const { opened } = mustBe(first, 'opened');
    return {
      file: {
        opened,
        mapBy: async (signature) => mustBe(await line.ask({ kind: 'map', signature }), 'mapped').mapping,
        read: async (mapping, way) => mustBe(await line.ask({ kind: 'read', mapping, way }), 'read'),
        page: async (from, count) => mustBe(await line.ask({ kind: 'page', from, count }), 'page').orders,
        close: line.close,
      },
    };
  } catch (error) {
    line.close();
    throw error;
  }
}

function mustBe<Kind extends OrderReply['kind']>(
  reply: OrderReply,
  kind: Kind,
): Extract<OrderReply, { kind: Kind }> {
  if (reply.kind !== kind) throw new Error(`the order reader answered ${reply.kind}`);
  return reply as Extract<OrderReply, { kind: Kind }>;
}
