import { assertNever } from '../assert-never';
import { reachedResults } from './contact';
import type { Condition, Step } from './playbook';

const extended: Condition = {
  any: [
    'merchant.receipt_extended',
    'merchant.extended.3d',
    'merchant.extended.5d',
    'merchant.extended.7d',
    'merchant.extended.10d',
  ].map((event) => ({ event })),
};

/** What a step leaves behind when it is done, so that doing it elsewhere ticks it too; null when only a tick can tell. */
export function doneCondition(step: Step): Condition | null {
  if (step.doneWhen !== undefined) return step.doneWhen;
  const event: readonly Condition[] = step.event === undefined ? [] : [{ event: step.event }];
  switch (step.kind) {
    case 'evidence':
      return { all: (step.slots ?? []).map(({ id, min }) => ({ slot: id, min })) };
    case 'memo':
      return { logged: 'noteAdded' };
    case 'slip':
      return { logged: 'slipMade' };
    case 'sendReturnInfo':
      return { any: [{ logged: 'returnInfoSent' }, { logged: 'slipMade' }, ...event] };
    case 'extendTrade':
      return extended;
    case 'register':
      return { logged: 'wrongShipmentLogged' };
    case 'inspect':
      return { inspected: ['pass', 'deduct', 'fail'] };
    case 'contact':
      return { any: [{ contact: reachedResults }, { logged: 'buyerUnreachable' }] };
    case 'script':
      return event[0] ?? (step.script === undefined ? null : { logged: `scriptCopied:${step.script}` });
    case 'decision':
    case 'refund':
    case 'claim':
    case 'deadline':
    case 'note':
      return event[0] ?? null;
    default:
      return assertNever(step.kind);
  }
}

/** When a step is not needed: extending a trade that is already over (R24), besides what the step itself says. */
export function skipRule(step: Step): NonNullable<Step['skipWhen']> | null {
  if (step.skipWhen !== undefined) return step.skipWhen;
  if (step.kind !== 'extendTrade') return null;
  return {
    if: { any: [{ event: 'trade.succeeded' }, { event: 'order.received' }] },
    why: { zh: '交易已经成功，不用延长', en: 'The trade has already succeeded, nothing to extend' },
  };
}
