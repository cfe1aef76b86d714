import type { CaseInput } from '#shared/domain/case';

/** A plain case to start from; give only what a test is about. */
export function makeCaseInput(part: Partial<CaseInput> = {}): CaseInput {
  return {
    platform: 'pdd',
    shopId: null,
    buyerId: '小鱼爱吃猫',
    orderNo: '261119-023188420017',
    type: 'refundOnly',
    product: '连衣裙 雾蓝 M × 1',
    amountFen: 12_800,
    description: '袖口开线',
    liability: 'unknown',
    goods: 'received',
    waitingOn: 'us',
    nextActionAt: null,
    nextAction: '',
    events: {},
    ...part,
  };
}
