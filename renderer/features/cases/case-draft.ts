import { usualGoods } from '#shared/knowledge/goods';
import { parseWhen } from '#shared/domain/parse-when';
import { parseYuan } from '#shared/domain/money';
import { caseChannels } from '#shared/domain/case';
import { normalizeBuyerId } from '#shared/domain/buyer-id';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { toAppError } from '#shared/errors';
import type { CaseChannel, CaseInput, CaseType, GoodsState, Liability, WaitingOn } from '#shared/domain/case';
import type { ShopId } from '#shared/domain/ids';
import type { Platform } from '#shared/domain/platform';
import type { Shop } from '#shared/domain/shop';

/** The new-case form as typed: texts stay texts until saving. */
export type CaseDraft = {
  readonly buyerId: string;
  readonly shopId: string;
  readonly platform: Platform;
  readonly orderNo: string;
  readonly type: CaseType;
  /** Key of a case type of the seller's own; empty for a shipped one. */
  readonly playbook: string;
  readonly product: string;
  readonly amount: string;
  /** Empty while nobody has said. */
  readonly channel: CaseChannel | '';
  readonly description: string;
  readonly liability: Liability;
  readonly goods: GoodsState;
  readonly waitingOn: WaitingOn;
  readonly nextAction: string;
  readonly nextAt: string;
  readonly appliedAt: string;
};

const firstType = 'returnRefund';

export const emptyCaseDraft: CaseDraft = {
  buyerId: '',
  shopId: '',
  platform: 'taobao',
  orderNo: '',
  type: firstType,
  playbook: '',
  product: '',
  amount: '',
  channel: '',
  description: '',
  liability: 'unknown',
  goods: usualGoods[firstType],
  waitingOn: 'us',
  nextAction: '',
  nextAt: '',
  appliedAt: '',
};

/** What else changes when another type is chosen: the goods, unless the seller has said where they are. */
export function withType(draft: CaseDraft, chosen: Pick<CaseDraft, 'type' | 'playbook'>): Partial<CaseDraft> {
  const isUsual = draft.goods === usualGoods[draft.type];
  return isUsual ? { ...chosen, goods: usualGoods[chosen.type] } : chosen;
}

export type CaseField = keyof CaseDraft;
/** Text key per field that needs mending. */
export type CaseProblems = Partial<
  Record<CaseField, { readonly key: string; readonly values?: Record<string, string | number> }>
>;

/** Everything that keeps a draft from being saved, by field. Empty means it can be saved. */
export function findCaseProblems(draft: CaseDraft, now: number): CaseProblems {
  const problems: CaseProblems = {};
  const attempt = (field: CaseField, check: () => unknown): void => {
    try {
      check();
    } catch (error) {
      const { code, detail } = toAppError(error);
      problems[field] = { key: `error.${code}`, values: { ...detail } };
    }
  };
  attempt('buyerId', () => normalizeBuyerId(draft.buyerId));
  attempt('orderNo', () => normalizeOrderNo(draft.orderNo));
  if (draft.amount.trim() !== '' && parseYuan(draft.amount) === null)
    problems.amount = { key: 'cases.notMoney' };
  if (draft.nextAt.trim() !== '' && parseWhen(draft.nextAt, now, 'future') === null) {
    problems.nextAt = { key: 'time.notATime' };
  }
  if (draft.appliedAt.trim() !== '' && parseWhen(draft.appliedAt, now, 'past') === null) {
    problems.appliedAt = { key: 'time.notATime' };
  }
  return problems;
}

/** A draft without problems as the case to open. A shop decides the platform. */
export function toCaseInput(draft: CaseDraft, shops: readonly Shop[], now: number): CaseInput {
  const shop = shops.find((one) => one.id === draft.shopId);
  const applied = parseWhen(draft.appliedAt, now, 'past');
  // A draft may come from before there was such a field.
  const channel = caseChannels.find((one) => one === draft.channel);
  return {
    platform: shop?.platform ?? draft.platform,
    shopId: (shop?.id ?? null) as ShopId | null,
    buyerId: draft.buyerId,
    orderNo: draft.orderNo,
    type: draft.type,
    playbook: draft.playbook,
    product: draft.product,
    amountFen: draft.amount.trim() === '' ? null : parseYuan(draft.amount),
    ...(channel === undefined ? {} : { channel }),
    description: draft.description,
    liability: draft.liability,
    goods: draft.goods,
    waitingOn: draft.waitingOn,
    nextAction: draft.nextAction,
    nextActionAt: parseWhen(draft.nextAt, now, 'future'),
    events: applied === null ? {} : { 'aftersale.applied': applied },
  };
}
