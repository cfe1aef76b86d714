import { addCommitment, commitmentTables } from './commitment-repository';
import { database } from './database';
import { gateTables } from './gate-repository';
import { addCost } from './money-repository';
import type { CaseId } from '#shared/domain/ids';
import type { Swap } from '#shared/domain/swap';
import { swapSum } from '#shared/domain/swap';

/**
 * Writes a swap into the case's money (R15) in one step: what the buyer adds as a cost of the buyer's, what comes back
 * to the buyer as a promise due once the return is here, and the freight that the shop bears. `words` stands beside all.
 */
export async function keepSwap(caseId: CaseId, swap: Swap, words: string, now: number): Promise<void> {
  const { buyerPaysFen, weReturnFen } = swapSum(swap);
  const db = database();
  const tables = [...new Set([db.costs, db.cases, db.events, ...commitmentTables(), ...gateTables()])];
  await db.transaction('rw', tables, async () => {
    if (buyerPaysFen > 0)
      await addCost(
        caseId,
        { kind: 'surcharge', amountFen: buyerPaysFen, bearer: 'buyer', note: words },
        now,
      );
    if (weReturnFen > 0)
      await addCommitment(
        caseId,
        {
          kind: 'refund',
          text: words,
          amountFen: weReturnFen,
          account: '',
          trigger: 'returnArrived',
          withinHours: 48,
          at: null,
        },
        now,
      );
    const ways = [
      ['freightOut', swap.outFen, swap.outBy],
      ['freightBack', swap.backFen, swap.backBy],
    ] as const;
    for (const [kind, amountFen, by] of ways)
      if (by === 'shop' && amountFen > 0)
        await addCost(caseId, { kind, amountFen, bearer: 'shop', note: words }, now);
  });
}
