import type { ClaimAgainst } from '../domain/claim';
import type { CostKind } from '../domain/cost';
import type { Bearer } from '../domain/outcome';

/** What a case of the sample shop cost, by its order. Money is integer fen. */
export type SampleCost = {
  readonly orderNo: string;
  readonly kind: CostKind;
  readonly amountFen: number;
  readonly bearer: Bearer;
  readonly note: string;
};

/** One for each way a loss comes about: own fault, the packer's, the maker's, the courier's, shared with nobody. */
export const sampleCosts: readonly SampleCost[] = [
  {
    orderNo: '2610053318842006615',
    kind: 'compensation',
    amountFen: 1000,
    bearer: 'supplier',
    note: '釉面小点，补 10 元',
  },
  {
    orderNo: '2611023318842009917',
    kind: 'freightBack',
    amountFen: 1200,
    bearer: 'shop',
    note: '尺码标错，退回买家垫付的运费',
  },
  {
    orderNo: '301126884207',
    kind: 'goods',
    amountFen: 7990,
    bearer: 'courier',
    note: '三天没有物流，快递确认丢件',
  },
  {
    orderNo: '2632411180099231',
    kind: 'freightOut',
    amountFen: 1500,
    bearer: 'supplier',
    note: '第二箱补发运费',
  },
  {
    orderNo: '6932188420171300042',
    kind: 'freightOut',
    amountFen: 650,
    bearer: 'staff',
    note: '发错型号，补发运费',
  },
];

/** A claim of the sample shop, filed when its case was opened. Money is integer fen. */
export type SampleClaim = {
  readonly orderNo: string;
  readonly against: ClaimAgainst;
  readonly whom: string;
  readonly askedFen: number;
  readonly note: string;
};

/** One that waits for the courier's answer. */
export const sampleClaims: readonly SampleClaim[] = [
  {
    orderNo: '301126884207',
    against: 'courier',
    whom: '京东快递',
    askedFen: 7990,
    note: '附面单和聊天截图',
  },
];
