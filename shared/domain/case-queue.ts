import { occurrences } from '../deadlines/occurrences';
import type { Case } from './case';

/**
 * The three queues a back office shows (R59: 退款待处理 / 已拒绝 / 待收货), and two it does not: refunds that were closed because
 * the buyer entered no waybill (R42), and requests that came without a word before (R39).
 */
export const caseQueues = ['pending', 'refused', 'receiving', 'lapsed', 'unannounced'] as const;
export type CaseQueue = (typeof caseQueues)[number];

/** Only shown while somebody stands in them. */
export const quietQueues: ReadonlySet<CaseQueue> = new Set(['lapsed', 'unannounced']);

/** Events that put a case into a queue, and those that take it out again. */
const moves: readonly {
  readonly queue: CaseQueue;
  readonly into: readonly string[];
  readonly out: readonly string[];
}[] = [
  {
    queue: 'pending',
    into: ['aftersale.applied'],
    out: ['aftersale.agreed', 'aftersale.refused', 'return.waybill_entered', 'return.signed'],
  },
  {
    queue: 'refused',
    into: ['aftersale.refused'],
    out: ['aftersale.applied', 'aftersale.agreed', 'return.waybill_entered', 'return.signed'],
  },
  {
    queue: 'receiving',
    into: ['return.waybill_entered', 'return.signed'],
    out: ['return.inspected', 'aftersale.refused', 'aftersale.applied'],
  },
  {
    queue: 'lapsed',
    into: ['aftersale.closed'],
    out: ['aftersale.applied', 'aftersale.withdrawn', 'refund.succeeded'],
  },
];

/** Whatever stage it is in, these end a request. */
const ends = ['aftersale.withdrawn', 'aftersale.closed', 'refund.succeeded'];

function last(events: Case['events'], names: readonly string[]): number {
  return Math.max(-Infinity, ...names.flatMap((name) => occurrences(events, name)));
}

/**
 * The queue an open case stands in by what happened last; null in none. A request filed again after a refusal is
 * pending again (R141).
 */
export function queueOf({ status, events }: Pick<Case, 'status' | 'events'>): CaseQueue | null {
  if (status !== 'open') return null;
  const found = moves.find(({ into, out }) => {
    const entered = last(events, into);
    return entered > -Infinity && entered >= last(events, ends) && entered > last(events, out);
  });
  return found?.queue ?? null;
}
