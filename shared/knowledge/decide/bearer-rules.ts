import { w } from '../playbooks/define-playbook';
import type { Bearer } from '../../domain/outcome';
import type { Condition, Words } from '../../domain/playbook';

/** Something about an order that no field of the case says; ticked by the seller. Asked as `circ.<id>`. */
export type Circumstance = { readonly id: string; readonly title: Words; readonly rows: readonly string[] };

export const circumstances: readonly Circumstance[] = [
  { id: 'presale', title: w('换成预售的商品', 'Exchange for a pre-sale item'), rows: ['R15'] },
  { id: 'priceSwap', title: w('换成不同价的，要补差价', 'Exchange with a price difference'), rows: ['R15'] },
  {
    id: 'freightCover',
    title: w('这一单有退货补运费/运费险', 'The order has freight cover'),
    rows: ['R180'],
  },
  { id: 'intercept', title: w('在途拦截', 'Intercepted on its way'), rows: ['R90', 'R101'] },
  {
    id: 'notAgreed',
    title: w('定制品，售前没跟买家讲清不退换', 'Made to order, and no return was not agreed beforehand'),
    rows: ['R98'],
  },
];

/** Who pays which freight, and why. The first rule that holds counts. */
export type BearerRule = {
  readonly id: string;
  readonly title: Words;
  readonly when: Condition;
  /** Null: that way is not to be paid, or not known yet. */
  readonly outbound: Bearer | null;
  readonly back: Bearer | null;
  readonly say: Words;
  readonly script?: string;
  readonly rows: readonly string[];
};

const ticked = (id: string): Condition => ({ answer: `circ.${id}`, in: ['yes'] });
const liable = (...who: readonly string[]): Condition => ({ field: 'liability', in: who });

export const bearerRules: readonly BearerRule[] = [
  {
    id: 'ownWish',
    title: w(
      '换预售、换差价款：来回运费买家自理',
      'Pre-sale or price-difference swap: both freights are the buyer’s',
    ),
    when: { any: [ticked('presale'), ticked('priceSwap')] },
    outbound: 'buyer',
    back: 'buyer',
    say: w(
      '差价和来回运费都请买家拍补邮费链接，包裹里不要放钱。',
      'Difference and both freights go through the make-up link; no cash in the parcel.',
    ),
    script: 'M2',
    rows: ['R14', 'R15'],
  },
  {
    id: 'customNotAgreed',
    title: w(
      '定制没约定好：损失由接单的人承担',
      'Made to order without an agreement: whoever sold it bears the loss',
    ),
    when: ticked('notAgreed'),
    outbound: 'staff',
    back: 'staff',
    say: w(
      '先看售前聊天有没有约定“定制不退换”；没有就由销售承担，只有维保的也照样做。',
      'Look for the agreement in the chat before the sale; without it the seller on duty bears it, repairs are done all the same.',
    ),
    rows: ['R98'],
  },
  {
    id: 'jdSeven',
    title: w(
      '京东 7 天内不符、破损、缺件、质量问题：往返运费商家出',
      'JD within 7 days, fault or not as described: merchant pays both ways',
    ),
    when: { all: [{ field: 'platform', in: ['jd'] }, liable('shop', 'staff', 'supplier', 'courier')] },
    outbound: 'shop',
    back: 'shop',
    say: w(
      '平台规则，自由退换，不要和买家争运费。',
      'Platform rule: free return or exchange; do not argue about freight.',
    ),
    script: 'M1',
    rows: ['R151'],
  },
  {
    id: 'ourFault',
    title: w('店铺、员工的错：来回运费我们出', 'Shop or staff at fault: both freights are ours'),
    when: liable('shop', 'staff'),
    outbound: 'shop',
    back: 'shop',
    say: w(
      '寄回的运费请买家先垫，交易完成后退到支付宝，也可以留作余款下次抵用；记成承诺，免得忘。',
      'The buyer advances the return; repaid once the trade is done, or kept as credit. Note it as a promise.',
    ),
    script: 'M1',
    rows: ['R3', 'R12', 'R13'],
  },
  {
    id: 'supplierFault',
    title: w('厂商的错：对买家我们先出，再找厂商', 'Maker at fault: we pay the buyer, the maker repays us'),
    when: liable('supplier'),
    outbound: 'supplier',
    back: 'supplier',
    say: w(
      '图和回复截图齐了再动，运费一起算进索赔。',
      'Photo and reply first; put the freight into the claim.',
    ),
    script: 'M1',
    rows: ['R3', 'R76', 'R81'],
  },
  {
    id: 'courierFault',
    title: w(
      '快递的错：我们先处理，运费一起索赔',
      'Courier at fault: we settle first and claim the freight too',
    ),
    when: liable('courier'),
    outbound: 'courier',
    back: 'courier',
    say: w(
      '买家不出钱；面单、破损图、快递确认截图要留。',
      'The buyer pays nothing; keep waybill, photos and the confirmation.',
    ),
    script: 'M21',
    rows: ['R88', 'R160'],
  },
  {
    id: 'intercepted',
    title: w(
      '买家原因在途退：发出和拦截费买家承担',
      'Returned on the way at the buyer’s wish: outbound and intercept fee are the buyer’s',
    ),
    when: { all: [liable('buyer'), ticked('intercept')] },
    outbound: 'buyer',
    back: 'buyer',
    say: w(
      '先告知费用，买家同意了再拦；不认可就按平台规则。',
      'State the cost first, intercept once agreed; else the platform’s rule.',
    ),
    script: 'M17',
    rows: ['R90', 'R92', 'R101'],
  },
  {
    id: 'covered',
    title: w('买家原因退，但有退货补运费', 'The buyer’s wish, with freight cover'),
    when: { all: [liable('buyer'), ticked('freightCover')] },
    outbound: 'shop',
    back: 'platform',
    say: w(
      '上门取件或自寄，运费 72 小时内由平台返给买家。',
      'Pickup or self-post; the platform repays the buyer within 72 hours.',
    ),
    script: 'M30',
    rows: ['R180'],
  },
  {
    id: 'buyerExchange',
    title: w('买家原因换货：来回运费买家出', 'Exchange at the buyer’s wish: both freights are the buyer’s'),
    when: { all: [liable('buyer'), { field: 'type', in: ['exchange'] }] },
    outbound: 'buyer',
    back: 'buyer',
    say: w(
      '补邮费请拍链接，到账再发；话说得软一点。',
      'Postage through the link, sent once paid; put it gently.',
    ),
    script: 'M2',
    rows: ['R14', 'R176'],
  },
  {
    id: 'buyerReturn',
    title: w('买家原因退货：寄回运费买家出', 'Return at the buyer’s wish: the return freight is the buyer’s'),
    when: liable('buyer'),
    outbound: 'shop',
    back: 'buyer',
    say: w(
      '七天无理由，寄回的运费由买家承担，另有约定的除外。',
      'No-reason return: the buyer pays the way back unless agreed otherwise.',
    ),
    script: 'M29',
    rows: ['R14', 'R176'],
  },
  {
    id: 'split',
    title: w('双方都有份：谈好各出多少', 'Both have a part in it: agree the shares'),
    when: liable('shared', 'platform'),
    outbound: null,
    back: null,
    say: w(
      '谁的责任谁承担；先说能承担的部分，不要简单粗暴。',
      'Each bears their own part; offer yours first, be gentle.',
    ),
    rows: ['R176'],
  },
];
