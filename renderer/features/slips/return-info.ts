import { getCase } from '../../data/case-repository';
import { getShop, listAddresses } from '../../data/shop-repository';
import { recordReturnInfo } from '../../data/slip-repository';
import { makeSlip, noChoices } from './slip-choices';
import { slipPlainText } from './slip-words';
import { AppError } from '#shared/errors';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { ReturnSlip } from '#shared/domain/return-slip';

/**
 * Puts a case's return details on the clipboard as a chat text and notes it in its history (R25, R178). Throws
 * `notFound` when the case or any return address is missing.
 */
export async function copyReturnInfo(
  caseId: CaseId,
  language: ReturnSlip['language'],
  handling: (item: Case) => string,
  now: number,
): Promise<void> {
  const [item, addresses] = await Promise.all([getCase(caseId), listAddresses()]);
  if (item === undefined) throw new AppError('notFound', { what: 'case' });
  const shop = item.shopId === null ? undefined : await getShop(item.shopId);
  const address = addresses.find(({ id }) => id === shop?.addressId) ?? addresses[0];
  if (address === undefined) throw new AppError('notFound', { what: 'address' });
  const slip = makeSlip(
    item,
    noChoices,
    address,
    { paper: '100x150', language, handling: handling(item) },
    now,
  );
  await navigator.clipboard.writeText(slipPlainText(slip));
  await recordReturnInfo(caseId, now);
}
