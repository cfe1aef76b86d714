import { normalizeBuyerId } from '#shared/domain/buyer-id';
import { parseYuan } from '#shared/domain/money';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { parseDay } from '#shared/domain/parse-day';
import { fromShanghai, isoDay } from '#shared/domain/shanghai-time';
import {
  remedies,
  type Remedy,
  type WrongCause,
  type WrongKind,
  type WrongShipmentInput,
} from '#shared/domain/wrong-shipment';
import { toAppError, type AppErrorCode } from '#shared/errors';
import type { Case } from '#shared/domain/case';
import type { Platform } from '#shared/domain/platform';
import type { Shop } from '#shared/domain/shop';

/** The form as typed: numbers are still text. */
export type TypedShipment = {
  readonly platform: Platform;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly kind: WrongKind;
  readonly shouldSend: string;
  readonly sent: string;
  readonly quantity: string;
  readonly cause: WrongCause;
  readonly causeNote: string;
  readonly packedBy: string;
  readonly remedy: Remedy;
  readonly cost: string;
  readonly day: string;
};

/** Text key of what is wrong with a field, with the values of its sentence. */
export type Problem = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };
export type Problems = Partial<Readonly<Record<keyof TypedShipment, Problem>>>;

function kindOf(item: Case): WrongKind {
  return item.type === 'shortage' ? 'missing' : 'wrongItem';
}

/** What the form starts with: the case's facts where there is one (R30). */
export function startShipment(item: Case | null, shops: readonly Shop[], now: number): TypedShipment {
  const shop = shops.find((one) => one.id === item?.shopId) ?? shops[0];
  return {
    platform: item?.platform ?? shop?.platform ?? 'taobao',
    buyerId: item?.buyerId ?? '',
    orderNo: item?.orderNo ?? '',
    kind: item === null ? 'wrongItem' : kindOf(item),
    shouldSend: item?.product ?? '',
    sent: '',
    quantity: '1',
    cause: 'lookAlike',
    causeNote: '',
    packedBy: shop?.signature ?? '',
    remedy: remedies.find((one) => one === item?.type) ?? 'reship',
    cost: '',
    day: isoDay(now),
  };
}

function whenOf(text: string, now: number): number | null {
  const day = parseDay(text, now, 'past');
  // Today keeps its minute, so that entries of one day stay in order; another day stands for its noon.
  if (day === isoDay(now)) return now;
  return day === null || day === '' ? null : fromShanghai(`${day}T12:00`);
}

function check(run: () => string): { readonly value: string } | { readonly problem: Problem } {
  try {
    return { value: run() };
  } catch (error) {
    const { code, detail } = toAppError(error);
    return { problem: { key: `error.${code satisfies AppErrorCode}`, values: detail } };
  }
}

/** Reads the form: either something to save, or a problem for each field that needs another look. */
export function readShipment(
  typed: TypedShipment,
  item: Case | null,
  shops: readonly Shop[],
  now: number,
): { readonly input: WrongShipmentInput } | { readonly problems: Problems } {
  const buyerId = check(() => normalizeBuyerId(typed.buyerId));
  const orderNo = check(() => normalizeOrderNo(typed.orderNo));
  const costFen = typed.cost.trim() === '' ? 0 : parseYuan(typed.cost);
  const quantity = Number(/^[1-9]\d{0,4}$/.exec(typed.quantity.normalize('NFKC').trim())?.[0] ?? Number.NaN);
  const happenedAt = whenOf(typed.day, now);
  const problems: Problems = {
    ...('problem' in buyerId ? { buyerId: buyerId.problem } : {}),
    ...('problem' in orderNo ? { orderNo: orderNo.problem } : {}),
    ...(costFen === null || costFen < 0 ? { cost: { key: 'wrong.problem.cost' } } : {}),
    ...(Number.isNaN(quantity) ? { quantity: { key: 'wrong.problem.quantity' } } : {}),
    ...(`${typed.shouldSend}${typed.sent}`.trim() === ''
      ? { shouldSend: { key: 'wrong.problem.goods' } }
      : {}),
    ...(happenedAt === null || happenedAt > now ? { day: { key: 'wrong.problem.day' } } : {}),
  };
  if ('problem' in buyerId || 'problem' in orderNo || costFen === null || happenedAt === null)
    return { problems };
  if (Object.keys(problems).length > 0) return { problems };
  const onPlatform = shops.filter((shop) => shop.platform === typed.platform);
  return {
    input: {
      caseId: item?.id ?? null,
      shopId: item?.shopId ?? (onPlatform.length === 1 ? (onPlatform[0]?.id ?? null) : null),
      platform: typed.platform,
      buyerId: buyerId.value,
      orderNo: orderNo.value,
      kind: typed.kind,
      shouldSend: typed.shouldSend.trim(),
      sent: typed.sent.trim(),
      quantity,
      cause: typed.cause,
      causeNote: typed.causeNote.trim(),
      packedBy: typed.packedBy.trim(),
      remedy: typed.remedy,
      costFen,
      happenedAt,
    },
  };
}
