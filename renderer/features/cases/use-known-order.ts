import { useEffect, useEffectEvent, useRef } from 'react';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { findOrder } from '../../data/order-repository';
import { useLive } from '../../data/use-live';
import { fillFrom } from './order-facts';
import type { Draft } from '../../data/use-draft';
import type { CaseDraft } from './case-draft';
import type { Order } from '#shared/domain/order';
import type { Shop } from '#shared/domain/shop';

/** A number a spreadsheet has spoiled is nobody's. */
function readNumber(typed: string): string {
  try {
    return normalizeOrderNo(typed);
  } catch {
    return '';
  }
}

/**
 * The imported order whose number stands in a new case's form. Found anew, it fills what is still empty and picks the
 * shop of its platform; what the seller typed stays.
 */
export function useKnownOrder(
  draft: Draft<CaseDraft>,
  shops: readonly Shop[] | undefined,
): Order | undefined {
  const orderNo = readNumber(draft.value?.orderNo ?? '');
  const found = useLive(async () => ({ orderNo, order: await findOrder(orderNo) }), [orderNo]);
  const order = found?.orderNo === orderNo ? found.order : undefined;
  const filled = useRef<string | null>(null);
  const fill = useEffectEvent((known: Order, places: readonly Shop[]) => {
    if (draft.value === undefined || filled.current === known.key) return;
    filled.current = known.key;
    const part = fillFrom(draft.value, known, places);
    if (Object.keys(part).length > 0) draft.change(part);
  });
  const isReady = draft.value !== undefined;
  useEffect(() => {
    if (order !== undefined && shops !== undefined && isReady) fill(order, shops);
  }, [order, shops, isReady]);
  return order;
}
