import { toldByGoods, usualGoods } from '../knowledge/goods';
import { occurrences } from './occurrences';
import type { Case } from '../domain/case';
import type { Facts } from './where';

/**
 * What a case tells the conditions of the rules (TK22): its amount in yuan, and from the state of the goods whether
 * they were sent and signed for (R64). Noted events say it better; where type and goods contradict each other, as in
 * a refund before shipping with the goods left at "received", nothing is concluded and the type decides.
 */
export function factsOf(
  item: Pick<Case, 'amountFen' | 'goods' | 'type' | 'events' | 'complaintChannel'>,
): Facts {
  const facts: Record<string, string | number> =
    item.amountFen === null ? {} : { amount: item.amountFen / 100 };
  const told = toldByGoods[item.goods];
  const usual = toldByGoods[usualGoods[item.type]];
  for (const name of ['shipped', 'signed'] as const) {
    const value = told[name];
    const isNoted = occurrences(item.events, `order.${name}`).length > 0;
    if (value === undefined || isNoted || (value && usual[name] === false)) continue;
    facts[name] = String(value);
  }
  if (item.complaintChannel !== undefined) facts['channel'] = item.complaintChannel;
  return facts;
}
