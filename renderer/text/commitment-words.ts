import type { TFunction } from 'i18next';
import { isWaiting, type Commitment } from '#shared/domain/commitment';
import { formatYuan } from '#shared/domain/money';

/** What was promised: `垫付运费 ¥12.00 · 支付宝`. */
export function promiseWords(
  t: TFunction,
  { kind, amountFen, text }: Pick<Commitment, 'kind' | 'amountFen' | 'text'>,
): string {
  const money = amountFen === null ? '' : ` ¥${formatYuan(amountFen)}`;
  const what = kind === 'other' && text !== '' ? text : t(`commitments.kind.${kind}`);
  return `${what}${money}${kind === 'other' || text === '' ? '' : `（${text}）`}`;
}

/** What has to be done for it now, verb first: keep it, or look whether its trigger has come. */
export function taskWords(t: TFunction, one: Commitment): string {
  const what = promiseWords(t, one);
  if (isWaiting(one)) return t(`commitments.look.${one.trigger}`, { what });
  return t('commitments.do', { what });
}
